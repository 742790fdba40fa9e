import type { OnPremisesOption, OwnedServers as OwnedRow } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import type { Asset, Payment } from "./depreciation";
import { addSeries, series } from "./series";
import { type Reader, type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

/** Servers of one age that the organization has at month 0. */
export type OwnedGroup = {
  readonly source: Source<OwnedRow>;
  readonly servers: number;
  readonly ageMonths: number;
  /** Life left at month 0: life - age, none when they are older than their life. */
  readonly lifeMonths: number;
  /** Months they serve from month 0 on: the life left, or less where they leave before. */
  readonly serviceMonths: number;
  /** Months for which a lease of them runs: to when it ends, their life over or not. */
  readonly leaseMonths: number;
};

/** All servers that the organization has at month 0. */
export type OwnedServers = {
  readonly servers: number;
  readonly inService: Series;
  readonly groups: readonly OwnedGroup[];
};

/**
 * Owned servers serve the rest of their life, or until the plan says that they leave.
 * docs/model.md, "What is owned".
 */
export function ownedServers(basis: Basis, option: Source<OnPremisesOption>): Traced<OwnedServers> {
  return trace((read) => {
    const groups = sourcesOf(option)
      .map((source) => groupOf(read, option, source))
      .filter(({ servers }) => servers !== 0);
    return {
      servers: groups.reduce((sum, { servers }) => sum + servers, 0),
      inService: addSeries(
        basis.months,
        groups.map((group) => inServiceOf(basis, group)),
      ),
      groups,
    };
  });
}

function sourcesOf({ path, row }: Source<OnPremisesOption>): Source<OwnedRow>[] {
  const first = row.owned ? [{ path: `${path}.owned`, row: row.owned }] : [];
  const others = (row.furtherOwned ?? []).map((one) => ({
    path: `${path}.furtherOwned.${one.id}`,
    row: one,
  }));
  return [...first, ...others];
}

function groupOf(
  read: Reader,
  option: Source<OnPremisesOption>,
  source: Source<OwnedRow>,
): OwnedGroup {
  const servers = read.figure(source, "servers");
  if (servers === 0)
    return { source, servers, ageMonths: 0, lifeMonths: 0, serviceMonths: 0, leaseMonths: 0 };
  const life = read.figure(option, "usefulLifeMonths");
  const ageMonths = read.figure(source, "ageMonths");
  const lifeMonths = Math.max(0, life - ageMonths);
  const leavesAfter = read.optional(source, "leaveAfterMonths", Number.POSITIVE_INFINITY);
  const serviceMonths = Math.max(0, Math.min(lifeMonths, leavesAfter));
  const leaseMonths = Number.isFinite(leavesAfter) ? leavesAfter : serviceMonths;
  return { source, servers, ageMonths, lifeMonths, serviceMonths, leaseMonths };
}

function inServiceOf(basis: Basis, { servers, serviceMonths }: OwnedGroup): Series {
  return series(basis.months, (month) => (month < serviceMonths ? servers : 0));
}

/** What is left of their book value, spread over the life left; written off when they leave before. */
export function ownedAssets(owned: Traced<OwnedServers>): Traced<readonly Asset[]> {
  return trace((read) =>
    read.traced(owned).groups.map(({ source, servers, lifeMonths, serviceMonths }) => ({
      cost: servers * read.figure(source, "bookValue"),
      firstMonth: 0,
      lifeMonths: serviceMonths === 0 ? 0 : lifeMonths,
      paidInPlan: false,
      ...(serviceMonths < lifeMonths && { serviceMonths }),
    })),
  );
}

/** servers x payment in each month to the end of the lease; without one, in each that they serve. Unit: money. docs/model.md, "What is owned". */
export function ownedLeases(owned: Traced<OwnedServers>): Traced<readonly Payment[]> {
  return trace((read) =>
    read.traced(owned).groups.flatMap(({ source, servers, leaseMonths }) => {
      if (source.row.leasePayment === undefined) return [];
      const amount = servers * read.optional(source, "leasePayment", 0);
      if (amount === 0) return [];
      return series(leaseMonths, (month) => month).map((month) => ({ month, amount }));
    }),
  );
}
