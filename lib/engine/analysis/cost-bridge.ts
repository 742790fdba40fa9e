import { discounted } from "../present-value";
import { total } from "../series";
import type { CostLine, LineId, OptionProjection } from "../types";
import type { BridgeMeasure, BridgeStep, CostBridge } from "./types";

/**
 * Line by line from one projection to another: step = line of `to` - line of `from`, and
 * `from` + all steps = `to`. Lines follow the order in which either projection lists them.
 * docs/model.md, "Cost bridge".
 */
export function costBridge(
  from: OptionProjection,
  to: OptionProjection,
  measure: {
    readonly measure: BridgeMeasure;
    readonly fromDiscountRate: number;
    readonly toDiscountRate: number;
  },
): CostBridge | null {
  if (from.status !== "complete" || to.status !== "complete") return null;
  const before = amountsByLine(from, measure.measure, measure.fromDiscountRate);
  const after = amountsByLine(to, measure.measure, measure.toDiscountRate);
  const start = total([...before.values()]);
  let level = start;
  const steps = [...new Set([...before.keys(), ...after.keys()])].map((lineId): BridgeStep => {
    const amounts = { from: before.get(lineId) ?? 0, to: after.get(lineId) ?? 0 };
    const difference = amounts.to - amounts.from;
    level += difference;
    return { lineId, ...amounts, difference, level };
  });
  return { from: start, to: total([...after.values()]), steps };
}

/** Both uses of a line together. */
function amountsByLine(
  { lines }: OptionProjection,
  measure: BridgeMeasure,
  discountRate: number,
): Map<LineId, number> {
  const amounts = new Map<LineId, number>();
  for (const line of lines) {
    amounts.set(line.id, (amounts.get(line.id) ?? 0) + amountOf(line, measure, discountRate));
  }
  return amounts;
}

function amountOf(line: CostLine, measure: BridgeMeasure, discountRate: number): number {
  return measure === "netPresentCost"
    ? total(discounted(line.cash, discountRate))
    : total(line[measure]);
}
