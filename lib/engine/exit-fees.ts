import type { Basis } from "./basis";
import type { OnPremisesFleet } from "./on-premises-fleet";
import type { OwnedGroup } from "./owned-servers";
import { type Traced, trace } from "./trace";
import type { Warning } from "./types";

/** One group's fee and the month in which it is due. */
export type ExitFee = {
  readonly path: string;
  readonly month: number;
  readonly amount: Traced<number>;
};

/** Owned servers that leave before the end of their life x the fee of leaving, whenever that is. Unit: money. */
export function exitFeesOf({ owned, isSteady }: OnPremisesFleet): readonly ExitFee[] {
  if (isSteady) return [];
  return owned.groups.flatMap((group) => {
    const { source, lifeMonths, serviceMonths: month } = group;
    if (!source.row.exitFee || month >= lifeMonths) return [];
    return [{ path: `${source.path}.exitFee`, month, amount: feeOf(group) }];
  });
}

const feeOf = ({ source, servers }: OwnedGroup) =>
  trace((read) => servers * read.optional(source, "exitFee", 0));

/** Fees due after the horizon: no cost of it, and said. docs/model.md, "End of the horizon". */
export function exitFeesBeyond({ months }: Basis, fleet: Traced<OnPremisesFleet>) {
  const fees = exitFeesOf(fleet.value).filter(({ month }) => month >= months);
  const warnings = fees.flatMap(({ path, month, amount }): Warning[] => {
    const isEntered = amount.missing.length === 0;
    if (isEntered && amount.value === 0) return [];
    return [{ kind: "exitFeeAfterHorizon", path, month, amount: isEntered ? amount.value : null }];
  });
  return {
    /** Of those that are entered. */
    amount: fees.reduce(
      (sum, { amount }) => sum + (amount.missing.length > 0 ? 0 : amount.value),
      0,
    ),
    warnings: fleet.missing.length > 0 ? [] : warnings,
  };
}
