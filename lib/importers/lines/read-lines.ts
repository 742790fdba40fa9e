import { createHash } from "node:crypto";
import type {
  FileColumn,
  ImportSettings,
  LeftOutRow,
  LinesReading,
  RefusedRow,
  RememberedMapping,
  StatedTotal,
} from "@/lib/schemas/lines-import";
import type { QuoteCategory, Recurrence } from "@/lib/schemas/quote";
import { columnName, type LineManner } from "./cell-reader";
import { cellText, columnLetters, isBlank, type Row, type Source } from "./cells";
import { type Conventions, findConventions } from "./conventions";
import { currencyIn, meansCurrency } from "./currency-words";
import { findHeader, type Header } from "./find-header";
import { bareHeader } from "./header-words";
import { most } from "./limits";
import { emptyLines, type LineColumns, type LinesBuilder } from "./line-columns";
import { categoryOf, recurrenceOf } from "./meanings";
import { openSource } from "./open-source";
import { templateIn } from "./own-template";
import { headerScore, proposeMapping } from "./propose-mapping";
import { otherCurrency } from "./read-cell";
import { totalIn } from "./stated-totals";
import { lineReader } from "./to-line";
import { withoutMerges } from "./unmerge";
import { whyNoLine } from "./why-no-line";

export type LinesAsked = {
  readonly bytes: Uint8Array;
  readonly currency: string;
  readonly settings: ImportSettings;
  readonly remembered: readonly (RememberedMapping & { readonly headerKey: string })[];
};

export type LinesRead = { readonly reading: LinesReading; readonly lines: LineColumns };

const mostRefusedKept = 500;
const mostLeftOutKept = 200;
const mostUnsaidKept = 200;
const mostTotals = 50;
const samplesEach = 3;
const sheetsTried = 12;
const surelyAHeader = 5;

/** The file as lines of a quote. Run apart: a file that came from outside may be anything. */
export function read({ bytes, currency, remembered, settings: asked }: LinesAsked): LinesRead {
  const source = openSource(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const sheet = asked.sheet ?? likeliestSheet(source);
  const table = source.read(sheet);
  const header = findHeader(table, asked.headerRow);
  const headers = header?.names ?? [];
  const headerKey = createHash("sha256").update(headers.map(bareHeader).join("|")).digest("hex");
  const known =
    asked.mapping === null ? remembered.find((one) => one.headerKey === headerKey) : undefined;
  const settings = known ? withKnown(asked, known) : asked;
  const mapping = settings.mapping ?? proposeMapping(headers);
  const rows = table.rows.filter(({ at }) => at > (header?.last ?? 0));
  const filled = withoutMerges(rows, table.merges, mapping);
  const conventions = findConventions(filled, {
    mapping,
    settings,
    headers,
    delimiter: source.delimiter,
  });
  const manner = mannerOf({ mapping, headers, currency, settings, conventions });
  const { lines, ...counts } = readRows(filled, header, manner);
  return {
    lines,
    reading: {
      format: source.format,
      sheetNames: source.sheetNames,
      sheet,
      header: header && { first: header.first, last: header.last },
      columns: columnsOf(headers, rows),
      ...{ headerKey, mapping, ...conventions, template: templateIn(source) },
      mappingFrom: known ? "remembered" : asked.mapping ? "chosen" : "proposed",
      category: settings.category,
      guess: settings.guess ?? false,
      chosen: settings.chosen ?? {},
      chosenPaid: settings.chosenPaid ?? {},
      ...counts,
    },
  };
}

function withKnown(asked: ImportSettings, known: RememberedMapping): ImportSettings {
  const { mapping, category, decimal, dates, percent } = known;
  return {
    ...asked,
    mapping,
    category: asked.category === "other" ? category : asked.category,
    guess: asked.guess === true && (known.guess ?? category === "other"),
    decimal: asked.decimal ?? decimal,
    dates: asked.dates ?? dates,
    percent: asked.percent ?? percent,
  };
}

/** The first whose header names the fields of a line; else the one that names most. */
function likeliestSheet(source: Source): number {
  if (source.sheetNames.length === 1) return 0;
  let best = { sheet: 0, score: Number.NEGATIVE_INFINITY };
  for (let sheet = 0; sheet < Math.min(source.sheetNames.length, sheetsTried); sheet += 1) {
    const table = source.read(sheet);
    const score = table.rows.length === 0 ? -1 : headerScore(findHeader(table, null)?.names ?? []);
    if (score >= surelyAHeader) return sheet;
    if (score > best.score) best = { sheet, score };
  }
  return best.sheet;
}

type Settled = Pick<LineManner, "mapping" | "headers" | "currency"> & {
  readonly settings: ImportSettings;
  readonly conventions: Conventions;
};

function mannerOf({ mapping, headers, currency, settings, conventions }: Settled): LineManner {
  const { decimal, dates, percent } = conventions;
  const priceHeader = mapping.unitPrice === undefined ? "" : (headers[mapping.unitPrice] ?? "");
  return {
    ...{ mapping, headers, currency, category: settings.category },
    guess: settings.guess ?? false,
    chosen: byRow(settings.chosen ?? {}),
    chosenPaid: byRow(settings.chosenPaid ?? {}),
    decimal: decimal.value,
    dates: dates?.value ?? "day-first",
    percent: percent?.value ?? "points",
    recurrence: recurrenceOf(priceHeader),
  };
}

const byRow = <Choice extends string>(
  chosen: Readonly<Partial<Record<Choice, readonly number[]>>>,
): ReadonlyMap<number, Choice> =>
  new Map(
    Object.entries<readonly number[] | undefined>(chosen).flatMap(([choice, rows = []]) =>
      rows.map((row) => [row, choice as Choice] as const),
    ),
  );

function columnsOf(headers: readonly string[], rows: readonly Row[]): readonly FileColumn[] {
  const head = rows.slice(0, 50);
  const width = Math.min(
    most.columns,
    Math.max(headers.length, ...head.map(({ cells }) => cells.length), 0),
  );
  return Array.from({ length: width }, (_, index) => ({
    index,
    letters: columnLetters(index),
    name: headers[index] ?? "",
    samples: head
      .map(({ cells }) => cellText(cells[index]).slice(0, 60))
      .filter((text) => text !== "")
      .slice(0, samplesEach),
  })).filter(({ name, samples }) => name !== "" || samples.length > 0);
}

type Counts = Pick<
  LinesReading,
  | "lineCount"
  | "refused"
  | "refusedCount"
  | "leftOut"
  | "leftOutCount"
  | "computedCount"
  | "unknownCategories"
  | "guessed"
  | "uncategorizedCount"
  | "guessedPaid"
  | "unsaidPaid"
  | "unsaidPaidCount"
  | "totals"
>;

function readRows(
  rows: readonly Row[],
  header: Header | null,
  manner: LineManner,
): Counts & { readonly lines: LineColumns } {
  const lines: LinesBuilder = emptyLines();
  const toLine = lineReader(manner);
  const refused: RefusedRow[] = [...headerRefusals(header, manner)];
  const leftOut: LeftOutRow[] = [];
  const unknown = new Set<string>();
  const guessed: Partial<Record<QuoteCategory, number>> = {};
  const guessedPaid: Partial<Record<Recurrence, number>> = {};
  const unsaidPaid: number[] = [];
  const totals: StatedTotal[] = [];
  let unsaidPaidCount = 0;
  let uncategorizedCount = 0;
  let hasTaxRow = false;
  let refusedCount = refused.length;
  let leftOutCount = 0;
  let computedCount = 0;
  let headed: QuoteCategory | null = null;
  const mapped = Object.values(manner.mapping).filter((column) => column !== undefined);
  for (const row of rows) {
    const reason = whyNoLine(row, header, manner);
    if (reason) {
      leftOutCount += 1;
      const text = cellText(row.cells.find((cell) => !isBlank(cell)));
      if (reason === "heading") headed = categoryOf(text);
      if (reason === "total") {
        const said = totalIn(row, manner, hasTaxRow);
        if (said === "tax") hasTaxRow = true;
        else if (said && totals.length < mostTotals) totals.push(said);
      }
      if (leftOut.length < mostLeftOutKept)
        leftOut.push({ row: row.at, reason, text: text.slice(0, 80) });
      continue;
    }
    const read = toLine(row, headed);
    if (read.line) {
      const { category, categoryFrom, recurrence, recurrenceFrom } = read.line;
      lines.add(row.at, read.line);
      if (categoryFrom === "words") guessed[category] = (guessed[category] ?? 0) + 1;
      if (categoryFrom === "none") uncategorizedCount += 1;
      if (recurrenceFrom === "words") guessedPaid[recurrence] = (guessedPaid[recurrence] ?? 0) + 1;
      if (recurrenceFrom === "unclear") {
        unsaidPaidCount += 1;
        if (unsaidPaid.length < mostUnsaidKept) unsaidPaid.push(row.at);
      }
    } else refusedCount += 1;
    if (refused.length < mostRefusedKept) refused.push(...read.refused);
    if (read.unknownCategory && unknown.size < 20) unknown.add(read.unknownCategory.slice(0, 60));
    if (hasComputed(row, mapped)) computedCount += 1;
  }
  const columns = lines.columns();
  return {
    ...{
      lines: columns,
      lineCount: columns.count,
      refused,
      refusedCount,
      leftOut,
      leftOutCount,
      computedCount,
    },
    ...{ unknownCategories: [...unknown], guessed, uncategorizedCount, totals },
    ...{ guessedPaid, unsaidPaid, unsaidPaidCount },
  };
}

function hasComputed({ cells }: Row, columns: readonly number[]): boolean {
  for (const column of columns) {
    const cell = cells[column];
    if (typeof cell === "object" && cell !== null && cell.kind === "computed") return true;
  }
  return false;
}

/** "Unit price (EUR)" over a quote in dollars. */
function headerRefusals(header: Header | null, manner: LineManner): readonly RefusedRow[] {
  if (!header) return [];
  return (["unitPrice", "lineTotal", "freight"] as const).flatMap((field) => {
    const column = manner.mapping[field];
    const value = column === undefined ? "" : (header.names[column] ?? "");
    const named = currencyIn(value);
    if (!named || meansCurrency(named, manner.currency)) return [];
    return [
      {
        row: header.last,
        column: columnName(manner, field),
        value,
        mend: otherCurrency(named, manner.currency),
      },
    ];
  });
}
