import type { LineId, Use, View } from "@/lib/engine/types";
import { lineNames, viewWords } from "@/lib/views/names";
import { type Row, type SheetWriter, sumOf } from "./cells";

/** One named cost line of an option, for one use. */
export type LineCells = {
  readonly id: LineId;
  readonly use: Use;
  readonly cash: Row;
  readonly accrual: Row;
};

export const uses = ["inference", "training"] as const;

/** Paid in the month it is used. */
export function paidAsUsed(
  sheet: SheetWriter,
  id: LineId,
  use: Use,
  amount: (month: number) => string,
): LineCells {
  const row = sheet.series(`${lineNames[id]}, ${use}`, "money", amount);
  return { id, use, cash: row, accrual: row };
}

/** The same, divided between the uses by training's share of the month. */
export function dividedAsUsed(
  sheet: SheetWriter,
  id: LineId,
  amount: (month: number) => string,
  trainingShare: Row,
): LineCells[] {
  return uses.map((use) =>
    paidAsUsed(sheet, id, use, (t) => `(${amount(t)})*${shareOf(use, trainingShare.at(t))}`),
  );
}

export const shareOf = (use: Use, trainingShare: string) =>
  use === "training" ? trainingShare : `(1-${trainingShare})`;

/** Sums of lines by use and view. docs/model.md, "Money". */
export function totalRow(
  sheet: SheetWriter,
  lines: readonly LineCells[],
  { use, view }: { readonly use: Use; readonly view: View },
): Row {
  const rows = lines.filter((line) => line.use === use).map((line) => line[view]);
  return sheet.series(`Total ${viewWords[view].adjective}, ${use}`, "money", (t) =>
    sumOf(rows.map((row) => row.at(t))),
  );
}
