import type { LineId } from "@/lib/engine/types";
import type { ApiOption } from "@/lib/schemas/api-option";
import { type Row, sumOf } from "./cells";
import type { CellLoad } from "./demand-cells";
import { type LineCells, paidAsUsed } from "./line-cells";
import type { OptionScope } from "./option-scope";

const tokenKinds = [
  { id: "inputTokens", price: "inputPrice", tokens: "uncached" },
  { id: "cachedInputTokens", price: "cachedInputPrice", tokens: "cached" },
  { id: "outputTokens", price: "outputPrice", tokens: "output" },
] as const satisfies readonly { id: LineId; price: keyof ApiOption; tokens: string }[];

/** docs/model.md, "Managed API". */
export function apiCells(scope: OptionScope<ApiOption>, load: CellLoad): LineCells[] {
  const { sheet, prices, figure, mainUse } = scope;
  const bill = (id: LineId, price: string, rows: readonly Row[]) =>
    paidAsUsed(
      sheet,
      id,
      "inference",
      (t) =>
        `(${sumOf(rows.map((row) => row.at(t)))})/1000000*${figure(price)}*${prices.api.at(t)}`,
    );
  const standing = (id: LineId, amount: (month: number) => string) =>
    paidAsUsed(sheet, id, mainUse, (t) => `IF(${load.inUse(t)},${amount(t)},0)`);
  return [
    ...tokenKinds.map(({ id, price, tokens }) =>
      bill(
        id,
        price,
        load.inference.map((one) => one[tokens]),
      ),
    ),
    standing("fixedFee", () => figure("fixedFee")),
    paidAsUsed(
      sheet,
      "trainingRental",
      "training",
      (t) =>
        `(${sumOf(load.training.map(({ hours }) => hours.at(t)))})*${figure("trainingRate")}*${prices.cloud.at(t)}`,
    ),
    standing("staff", scope.staff),
  ];
}
