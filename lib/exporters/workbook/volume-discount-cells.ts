import type { ApiOption } from "@/lib/schemas/api-option";
import type { VolumeDiscount } from "@/lib/schemas/volume-discount";
import { sumOf } from "./cells";
import type { OptionScope } from "./option-scope";

/**
 * What tiers take off a bill. Tiers stand in order of the thresholds that the plan has:
 * one that passes another in the cells wants the workbook written anew. docs/model.md, "Volume discount".
 */
export function volumeDiscountOf(
  { figure }: OptionScope<ApiOption>,
  { reach, tiers }: VolumeDiscount,
  bill: string,
): string {
  const ordered = tiers
    .toSorted((a, b) => (a.fromSpend.value ?? 0) - (b.fromSpend.value ?? 0))
    .map(({ id }) => ({
      from: figure(`volumeDiscount.tiers.${id}.fromSpend`),
      discount: figure(`volumeDiscount.tiers.${id}.discountFraction`),
    }));
  if (reach === "spend-above")
    return sumOf(
      ordered.map(({ from, discount }, index) => {
        const next = ordered[index + 1]?.from;
        const upTo = next ? `MIN(${bill},${next})` : bill;
        return `MAX(0,${upTo}-${from})*${discount}`;
      }),
    );
  const highest = ordered.reduce(
    (below, { from, discount }) => `IF(${bill}>${from},${discount},${below})`,
    "0",
  );
  return `${bill}*${highest}`;
}
