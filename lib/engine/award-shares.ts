import type { ComparedOption } from "./quote-comparison";

/** What an award gives one offer. */
export type AwardShare = {
  readonly optionId: string;
  readonly servers: number;
  /** Of all servers that are awarded. */
  readonly fraction: number;
  /** servers x server price, in the plan's currency; null while that is not known. */
  readonly amount: number | null;
};

/** fraction = servers / all servers awarded; amount = servers x price of a server in the plan's currency. */
export function awardShares(
  awarded: readonly (Pick<ComparedOption, "optionId" | "serverPrice"> & {
    readonly servers: number;
  })[],
): {
  readonly shares: readonly AwardShare[];
  readonly servers: number;
  readonly amount: number | null;
} {
  const given = awarded.filter(({ servers }) => servers > 0);
  const servers = given.reduce((sum, one) => sum + one.servers, 0);
  const shares = given.map((one) => ({
    optionId: one.optionId,
    servers: one.servers,
    fraction: one.servers / servers,
    amount: one.serverPrice === null ? null : one.servers * one.serverPrice,
  }));
  const amount = shares.reduce<number | null>(
    (sum, share) => (sum === null || share.amount === null ? null : sum + share.amount),
    0,
  );
  return { shares, servers, amount };
}
