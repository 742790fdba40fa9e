import type { ApiOption } from "@/lib/schemas/api-option";
import { type Source, type Traced, trace } from "./trace";

/** fixed + slope x spend, for spend in (low, high]. Unit: money a month. */
export type SpendBand = {
  readonly low: number;
  readonly high: number;
  readonly fixed: number;
  readonly slope: number;
};

/** What a monthly bill at list price comes to after its discounts, and what is paid at least. */
export type SpendTerms = { readonly bands: readonly SpendBand[]; readonly minimum: number };

/**
 * Tiers reach above their threshold. Marginal: net = sum over tiers of the spend between its
 * threshold and the next x (1 - discount). All units: net = spend x (1 - discount of the highest
 * tier reached), which falls where a tier begins. docs/model.md, "Volume discount".
 */
export function spendTerms(option: Source<ApiOption>): Traced<SpendTerms> {
  return trace((read) => {
    const path = `${option.path}.volumeDiscount`;
    const discount = option.row.volumeDiscount;
    const tiers = (discount?.tiers ?? []).map((row) => {
      const tier = { path: `${path}.tiers.${row.id}`, row };
      return {
        from: read.figure(tier, "fromSpend"),
        discount: read.figure(tier, "discountFraction"),
      };
    });
    if (discount) read.note(`${path}.reach`);
    return {
      bands: bandsOf(tiers, discount?.reach === "whole-bill"),
      minimum: read.optional(option, "minimumSpend", 0),
    };
  });
}

export function netSpend(spend: number, bands: readonly SpendBand[]): number {
  if (spend === 0) return 0;
  const band = bands.find(({ high }) => spend <= high);
  return band ? band.fixed + band.slope * spend : spend;
}

function bandsOf(
  tiers: readonly { readonly from: number; readonly discount: number }[],
  wholeBill: boolean,
): SpendBand[] {
  const ordered = [{ from: 0, discount: 0 }, ...tiers.toSorted((a, b) => a.from - b.from)];
  const bands: SpendBand[] = [];
  ordered.forEach(({ from, discount }, index) => {
    const high = ordered[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (!(high > from)) return;
    const before = bands.at(-1);
    const slope = 1 - discount;
    const paid = before ? before.fixed + before.slope * from : 0;
    bands.push({ low: from, high, fixed: wholeBill ? 0 : paid - slope * from, slope });
  });
  return bands;
}
