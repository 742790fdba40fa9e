import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { series, zeros } from "./series";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

/** Servers that the organization has at month 0. */
export type OwnedServers = {
  readonly servers: number;
  readonly ageMonths: number;
  /** Months they serve from month 0 on: life - age, none when they are older than their life. */
  readonly remainingMonths: number;
  readonly inService: Series;
};

/** Owned servers serve the rest of their life and then leave. docs/model.md, "What is owned". */
export function ownedServers(basis: Basis, option: Source<OnPremisesOption>): Traced<OwnedServers> {
  const row = option.row.owned;
  const none = { servers: 0, ageMonths: 0, remainingMonths: 0, inService: zeros(basis.months) };
  if (row === undefined) return trace(() => none);
  const owned = { path: `${option.path}.owned`, row };
  return trace((read) => {
    const servers = read.figure(owned, "servers");
    if (servers === 0) return none;
    const life = read.figure(option, "usefulLifeMonths");
    const ageMonths = read.figure(owned, "ageMonths");
    const remainingMonths = Math.max(0, life - ageMonths);
    return {
      servers,
      ageMonths,
      remainingMonths,
      inService: series(basis.months, (month) => (month < remainingMonths ? servers : 0)),
    };
  });
}

/** Book value of one owned server at month 0; 0, and not read, where nothing is owned. */
export function openingBookValue(
  option: Source<OnPremisesOption>,
  owned: Traced<OwnedServers>,
): Traced<number> {
  const row = option.row.owned;
  return trace((read) => {
    if (row === undefined || read.traced(owned).servers === 0) return 0;
    return read.figure({ path: `${option.path}.owned`, row }, "bookValue");
  });
}
