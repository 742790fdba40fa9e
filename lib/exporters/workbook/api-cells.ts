import type { LineId } from "@/lib/engine/types";
import type { ApiOption } from "@/lib/schemas/api-option";
import { routedCells } from "./api-routing-cells";
import { apiTermCells, cacheWriteShare } from "./api-term-cells";
import { sumOf } from "./cells";
import type { CellLoad } from "./demand-cells";
import { type LineCells, paidAsUsed } from "./line-cells";
import type { OptionScope } from "./option-scope";
import { volumeDiscountOf } from "./volume-discount-cells";

/** docs/model.md, "Managed API". */
export function apiCells(scope: OptionScope<ApiOption>, whole: CellLoad): LineCells[] {
  const { sheet, prices, figure, mainUse, option } = scope;
  const load = routedCells(scope, whole);
  const standing = (id: LineId, amount: (month: number) => string) =>
    paidAsUsed(sheet, id, mainUse, (t) => `IF(${load.inUse(t)},${amount(t)},0)`);
  const usage = [...tokenCells(scope, load), ...apiTermCells(scope, load)];
  const bill = sheet.series("Bill at list price", "money", (t) =>
    sumOf(usage.map(({ cash }) => cash.at(t))),
  );
  const { volumeDiscount } = option;
  const discount = volumeDiscount
    ? [
        paidAsUsed(
          sheet,
          "volumeDiscount",
          "inference",
          (t) => `-(${volumeDiscountOf(scope, volumeDiscount, bill.at(t))})`,
        ),
      ]
    : [];
  const net = (t: number) =>
    `(${sumOf([bill, ...discount.map(({ cash }) => cash)].map((row) => row.at(t)))})`;
  return [
    ...usage,
    ...discount,
    ...(option.minimumSpend
      ? [standing("minimumSpend", (t) => `MAX(0,${figure("minimumSpend")}-${net(t)})`)]
      : []),
    standing("fixedFee", (t) => `${figure("fixedFee")}*${prices.other.at(t)}`),
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

/** The share of uncached input that is written to the cache pays another price. */
function tokenCells(scope: OptionScope<ApiOption>, load: CellLoad): LineCells[] {
  const { sheet, prices, figure, option } = scope;
  const written = cacheWriteShare(scope);
  const line = (id: LineId, of: "uncached" | "cached" | "output", price: string, share = "1") =>
    paidAsUsed(
      sheet,
      id,
      "inference",
      (t) =>
        `(${sumOf(load.inference.map((one) => one[of].at(t)))})*${share}/1000000*${figure(price)}*${prices.api.at(t)}`,
    );
  return [
    line("inputTokens", "uncached", "inputPrice", `(1-${written})`),
    line("cachedInputTokens", "cached", "cachedInputPrice"),
    line("outputTokens", "output", "outputPrice"),
    ...(option.cacheWritePrice
      ? [line("cacheWrites", "uncached", "cacheWritePrice", written)]
      : []),
  ];
}
