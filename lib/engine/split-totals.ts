import type { ComparedOption } from "./quote-comparison";

/** An offer with what an award gives it. */
export type AwardedServers = Pick<
  ComparedOption,
  "optionId" | "purchases" | "standing" | "totalCost" | "netPresentCost" | "costPerMillionTokens"
> & { readonly servers: number };

export type SplitPart = {
  readonly optionId: string;
  readonly servers: number;
  /** What the plan buys of this offer, were it alone. */
  readonly boughtAlone: number;
  /** Of the work that all servers of the award do. */
  readonly workFraction: number;
};

/** What an order that is split costs over the plan, in the plan's currency. */
export type SplitTotals = {
  readonly parts: readonly SplitPart[];
  /** The work that the servers of the award do, over the work that the plan buys servers for. */
  readonly coverageRatio: number;
  readonly totalCost: number;
  readonly netPresentCost: number;
  /** Null where the plan serves no tokens. */
  readonly costPerMillionTokens: number | null;
  /** One of the totals stands on an estimate. */
  readonly isEstimate: boolean;
};

/** Options whose totals are not there, or whose offer buys nothing: without them the split has no total. */
export type SplitLacks = { readonly lacking: readonly string[] };

/**
 * total = sum over offers of w x total of the offer alone, w = (n / N) / sum (n / N): n servers awarded, N that the plan
 * buys of this offer alone. The whole plan is served, each offer doing its part of the work; what does not go by servers
 * (staff, spares, whole racks, the bridge before delivery) is divided with it. docs/model.md, "Weighted score".
 */
export function splitTotals(awarded: readonly AwardedServers[]): SplitTotals | SplitLacks {
  const given = awarded.filter(({ servers }) => servers > 0);
  const parts = given.flatMap((offer) => {
    const { standing, purchases, totalCost, netPresentCost } = offer;
    const boughtAlone = purchases?.reduce((sum, { servers }) => sum + servers, 0) ?? 0;
    if (standing === "unknown" || totalCost === null || netPresentCost === null) return [];
    if (boughtAlone === 0) return [];
    return [{ ...offer, totalCost, netPresentCost, boughtAlone }];
  });
  if (given.length === 0 || parts.length < given.length) {
    const found = parts.map(({ optionId }) => optionId);
    return {
      lacking: given.map(({ optionId }) => optionId).filter((id) => !found.includes(id)),
    };
  }
  const coverageRatio = parts.reduce((sum, one) => sum + one.servers / one.boughtAlone, 0);
  const weighed = parts.map((one) => ({
    ...one,
    workFraction: one.servers / one.boughtAlone / coverageRatio,
  }));
  const sumOf = (value: (one: (typeof weighed)[number]) => number) =>
    weighed.reduce((sum, one) => sum + one.workFraction * value(one), 0);
  const hasTokens = weighed.every(({ costPerMillionTokens }) => costPerMillionTokens !== null);
  return {
    parts: weighed.map(({ optionId, servers, boughtAlone, workFraction }) => ({
      ...{ optionId, servers, boughtAlone, workFraction },
    })),
    coverageRatio,
    totalCost: sumOf((one) => one.totalCost),
    netPresentCost: sumOf((one) => one.netPresentCost),
    costPerMillionTokens: hasTokens ? sumOf((one) => one.costPerMillionTokens ?? 0) : null,
    isEstimate: weighed.some(({ standing }) => standing === "estimated"),
  };
}
