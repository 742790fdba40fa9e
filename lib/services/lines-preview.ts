import { exactSum, quoteTotals } from "@/lib/engine";
import type { ColumnName, LineColumns } from "@/lib/importers/lines/line-columns";
import type { LinesRead } from "@/lib/importers/lines/read-lines";
import { canonicalDecimal } from "@/lib/schemas/decimal-text";
import { type Columns, splitColumns } from "@/lib/schemas/joined-columns";
import type {
  CategoryFrom,
  LinesPreview,
  RecurrenceFrom,
  StatedTotal,
  TotalDifference,
} from "@/lib/schemas/lines-import";
import type { QuoteContent, QuoteLine } from "@/lib/schemas/quote";

const sampled = 200;
const totalsTried = 5;
const mostDifferences = 50;

type About = Pick<LinesPreview, "currency" | "answersRfq"> & {
  readonly importedBefore: Date | null;
};

const orNull = (text: string | undefined) => (text === undefined || text === "" ? null : text);

type LineValues = Columns<ColumnName>;

/** One line of the columns, as the quote will hold it. */
function lineAt(lines: LineValues, at: number): QuoteLine {
  const months = orNull(lines.months[at]);
  return {
    category: lines.category[at] as QuoteLine["category"],
    description: lines.description[at] ?? "",
    partNumber: lines.partNumber[at] ?? "",
    quantity: orNull(lines.quantity[at]),
    unit: lines.unit[at] ?? "",
    unitPrice: orNull(lines.unitPrice[at]),
    discountFraction: orNull(lines.discountFraction[at]),
    recurrence: lines.recurrence[at] as QuoteLine["recurrence"],
    months: months === null ? null : Number(months),
    taxFraction: orNull(lines.taxFraction[at]),
  };
}

const nothingElse: Pick<
  QuoteContent,
  "freight" | "incoterm" | "duty" | "unrecoverableVat" | "statedTotal" | "statedTotalHasTax"
> = {
  freight: null,
  incoterm: null,
  duty: null,
  unrecoverableVat: null,
  statedTotal: null,
  statedTotalHasTax: false,
};

/** The reading with what the lines add up to, and where the file's own totals say otherwise. */
export function previewOf(
  { reading, lines: columns }: LinesRead,
  { currency, importedBefore, answersRfq }: About,
): LinesPreview {
  const lines = splitColumns(columns);
  const all = lines.row.map((_, at) => lineAt(lines, at));
  const freight = freightOf(columns);
  const content = { ...nothingElse, freight, lines: all } as QuoteContent;
  const totals = quoteTotals(content, currency);
  const differences = lines.row.flatMap((row, at): readonly TotalDifference[] => {
    const [stated, computed] = [orNull(lines.lineTotal[at]), totals.lines[at]?.net ?? null];
    if (stated === null || computed === null || canonicalDecimal(computed) === stated) return [];
    return [{ row: Number(row), description: lines.description[at] ?? "", stated, computed }];
  });
  return {
    ...reading,
    ...{ currency, answersRfq },
    linesNet: totals.linesNet,
    unpricedCount: totals.lines.filter(({ net }) => net === null).length,
    freight,
    sample: all.flatMap((line, at) => {
      const row = Number(lines.row[at]);
      const recurrenceFrom = lines.recurrenceFrom[at] as RecurrenceFrom;
      // A line that needs a choice, or has one, is shown wherever it stands.
      const hasChoice = recurrenceFrom === "chosen" || reading.unsaidPaid.includes(row);
      if (at >= sampled && !hasChoice) return [];
      return [{ row, line, recurrenceFrom, categoryFrom: lines.categoryFrom[at] as CategoryFrom }];
    }),
    statedTotal: likeliestTotal(reading.totals, content, currency),
    differences: differences.slice(0, mostDifferences),
    differenceCount: differences.length,
    importedBefore: importedBefore?.toISOString() ?? null,
  };
}

/** Of a file's totals the one that its lines come to; else the last without tax, else the last. */
function likeliestTotal(
  totals: readonly StatedTotal[],
  content: QuoteContent,
  currency: string,
): LinesPreview["statedTotal"] {
  const held = totals.slice(-totalsTried).map((total) => {
    const stated = { statedTotal: total.amount, statedTotalHasTax: total.hasTax };
    const { difference } = quoteTotals({ ...content, ...stated }, currency);
    return { ...total, difference: difference === null ? null : canonicalDecimal(difference) };
  });
  const agreeing = held.find(({ difference }) => difference === "0");
  return agreeing ?? held.findLast(({ hasTax }) => !hasTax) ?? held.at(-1) ?? null;
}

/** Null where no line names any. */
export function freightOf({ texts, separator }: LineColumns): string | null {
  const said = texts.freight.split(separator).filter((amount) => amount !== "");
  return said.length === 0 ? null : canonicalDecimal(exactSum(said));
}
