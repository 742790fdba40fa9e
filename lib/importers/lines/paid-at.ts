import type { ImportField, RecurrenceFrom } from "@/lib/schemas/lines-import";
import type { QuoteLine, Recurrence } from "@/lib/schemas/quote";
import type { CellReader, LineManner } from "./cell-reader";
import { type Cell, cellText } from "./cells";
import { monthsBetween, readDay } from "./days";
import { guessedRecurrence } from "./guessed-recurrence";
import { isIncluded, isUnsaid, monthsOf, recurrenceOf } from "./meanings";
import type { CellReading } from "./read-cell";

export type PaidAs = {
  readonly as: Pick<QuoteLine, "recurrence" | "months">;
  readonly from: RecurrenceFrom;
};

type Sayings = { readonly row: number; readonly description: string; readonly unit: string };

/**
 * How often a line is paid and for how long: a person's choice, the row's own word, the header of the prices, a guess
 * by unit or description. Of one that nothing is said of, months are a doubt, never dropped.
 */
export function paidAt(cells: CellReader, manner: LineManner, sayings: Sayings): PaidAs {
  const months = () => monthsIn(cells.cellOf, manner);
  const stated = statedAt(cells, manner, sayings);
  if (stated?.recurrence === "one-off")
    return { as: { recurrence: "one-off", months: null }, from: stated.from };
  if (stated)
    return {
      as: { recurrence: stated.recurrence, months: cells.take("months", months(), null) },
      from: stated.from,
    };
  const term = months();
  const said = "value" in term ? term.value : null;
  const isClear = "value" in term && (said === null || said === 0);
  return {
    as: { recurrence: "one-off", months: isClear ? null : said },
    from: isClear ? "none" : "unclear",
  };
}

type Stated = { readonly recurrence: Recurrence; readonly from: RecurrenceFrom };

function statedAt(
  cells: CellReader,
  manner: LineManner,
  { row, description, unit }: Sayings,
): Stated | null {
  const own = manner.chosenPaid.get(row);
  if (own) return { recurrence: own, from: "chosen" };
  const written = cells.text("recurrence");
  if (written !== "" && !isUnsaid(written)) {
    const recurrence = cells.take("recurrence", recurrenceIn(written), "one-off");
    return { recurrence, from: "file" };
  }
  if (manner.recurrence) return { recurrence: manner.recurrence, from: "file" };
  const guessed = guessedRecurrence(unit) ?? guessedRecurrence(description);
  return guessed && { recurrence: guessed, from: "words" };
}

function recurrenceIn(text: string): CellReading<Recurrence> {
  const value = recurrenceOf(text);
  return value ? { value } : { mend: "Write once, monthly or yearly." };
}

function monthsIn(
  cellOf: (field: ImportField) => Cell | undefined,
  { dates }: LineManner,
): CellReading<number | null> {
  const months = cellText(cellOf("months"));
  if (months !== "" && !isUnsaid(months) && !isIncluded(months)) {
    const value = monthsOf(months);
    return value === null ? { mend: "Write how many months it is paid, such as 36." } : { value };
  }
  const [first, last] = [cellText(cellOf("startsOn")), cellText(cellOf("endsOn"))];
  if (first === "" || last === "") return { value: null };
  const [from, to] = [readDay(first, dates), readDay(last, dates)];
  const between = from && to && monthsBetween(from, to);
  return between
    ? { value: between }
    : {
        mend: `From ${first} to ${last} is no number of whole months. Correct the dates, or name the months in a column.`,
      };
}
