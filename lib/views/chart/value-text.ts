import { columnDecimals, moneyFixed, moneyTick, quantity, withFormats } from "@/lib/format";
import type { ChartView } from "../types";

type Measured = Pick<ChartView, "yUnit" | "currency" | "formats">;

const isMoney = ({ yUnit }: Measured) => yUnit === "money" || yUnit === "moneyPerMillionTokens";

/** A value on the axis. */
export function tickText(view: Measured, value: number): string {
  return withFormats(view.formats, () =>
    isMoney(view) ? moneyTick(value, view.currency) : quantity(value),
  );
}

/** Values that are read together at one x. */
export function readTexts(
  view: Measured,
  together: Iterable<number | null | undefined>,
): (value: number) => string {
  const decimals = columnDecimals(together);
  return (value) =>
    withFormats(view.formats, () =>
      isMoney(view) ? moneyFixed(value, view.currency, decimals) : quantity(value),
    );
}
