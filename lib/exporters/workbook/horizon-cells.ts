import type { LineId } from "@/lib/engine/types";
import { lineNames } from "@/lib/views/names";
import type { Asset } from "./asset-cells";
import { type Row, type SheetWriter, sumOf } from "./cells";
import { type LineCells, shareOf, uses } from "./line-cells";
import type { OwnedBook } from "./owned-cells";

/** Where the plan counts it: what is left as received, what is owed as paid. docs/model.md, "End of the horizon". */
export function horizonCells(
  sheet: SheetWriter,
  assets: readonly Asset[],
  owned: readonly OwnedBook[],
): LineCells[] {
  const last = sheet.months - 1;
  const ofUse = (row: Row, share: Row, training: boolean) =>
    training
      ? `SUMPRODUCT(${row.all},${share.all})`
      : `(SUM(${row.all})-SUMPRODUCT(${row.all},${share.all}))`;
  const line = (id: LineId, use: LineCells["use"], amount: string): LineCells => ({
    id,
    use,
    cash: sheet.series(`${lineNames[id]}, ${use}`, "money", (t) => (t === last ? amount : "0")),
    accrual: sheet.series(`${lineNames[id]}, ${use}, consumed`, "money", () => "0"),
  });
  return uses.flatMap((use) => {
    const of = (part: "left" | "owed") =>
      assets.map((asset) => ofUse(asset[part], asset.share, use === "training"));
    const left = [...of("left"), ...owned.map((one) => `${one.left}*${shareOf(use, one.share)}`)];
    return [
      line("remainingBookValue", use, `-(${sumOf(left)})`),
      line("owedAtHorizon", use, sumOf(of("owed"))),
    ];
  });
}

export const leftOf = (assets: readonly Asset[], owned: readonly OwnedBook[]): string =>
  sumOf([...assets.map(({ left }) => `SUM(${left.all})`), ...owned.map(({ left }) => left)]);
