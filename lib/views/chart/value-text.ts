import { columnDecimals, moneyFixed, moneyTick, quantity } from "@/lib/format";
import type { ChartView } from "../types";

type Measured = Pick<ChartView, "yUnit" | "currency">;

const isMoney = ({ yUnit }: Measured) => yUnit === "money" || yUnit === "moneyPerMillionTokens";

/** A value on the axis. */
export function tickText(view: Measured, value: number): string {
  return isMoney(view) ? moneyTick(value, view.currency) : quantity(value);
}

/** Values that are read together at one x. */
export function readTexts(
  view: Measured,
  together: Iterable<number | null | undefined>,
): (value: number) => string {
  if (!isMoney(view)) return quantity;
  const decimals = columnDecimals(together);
  return (value) => moneyFixed(value, view.currency, decimals);
}
