import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import type { Asset } from "./depreciation";
import type { OnPremisesFleet } from "./on-premises-fleet";
import { at, isAllZero, zeros } from "./series";
import { floatNoise, roundUp } from "./sizing";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

/** How servers stand in racks. */
export type RackRule = {
  /** Racks a server, before they are rounded up to whole ones. */
  readonly perServer: number;
  /** Whole racks for a number of servers. */
  readonly racksFor: (servers: number) => number;
};

/**
 * racks = ceil(servers / servers a rack), servers a rack = min(the room of a rack, floor(power of a
 * rack / power of a server)); a server that draws more than a rack has takes ceil(power of a server /
 * power of a rack) whole ones. None where an option says nothing of racks. docs/model.md, "Racks".
 */
export function rackRule(option: Source<OnPremisesOption>): Traced<RackRule> {
  const { serversPerRack, rackPower } = option.row;
  return trace((read) => {
    if (!serversPerRack && !rackPower) return { perServer: 0, racksFor: () => 0 };
    const room = read.optional(option, "serversPerRack", Number.POSITIVE_INFINITY);
    const draw = rackPower ? read.figure(option, "serverPower") : 0;
    const power = read.optional(option, "rackPower", Number.POSITIVE_INFINITY);
    if (draw > power * (1 + floatNoise)) {
      const perServer = roundUp(draw / power);
      return { perServer, racksFor: (servers) => servers * perServer };
    }
    const byPower =
      draw > 0 ? Math.floor((power / draw) * (1 + floatNoise)) : Number.POSITIVE_INFINITY;
    const perRack = Math.min(room, byPower);
    return {
      perServer: 1 / perRack,
      racksFor: (servers) => (servers === 0 ? 0 : Math.max(1, roundUp(servers / perRack))),
    };
  });
}

export type Racks = { readonly inUse: Series; readonly bought: Series };

/**
 * bought(t) = max(0, racks(t) - the most before t): a rack stays when its servers leave. What is
 * owned at month 0 stands in racks already. docs/model.md, "Racks".
 */
export function racksOf(
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
): Traced<Racks> {
  const rule = rackRule(option);
  return trace((read) => {
    const { servers, owned } = read.traced(fleet);
    if (isAllZero(servers)) {
      return { inUse: zeros(servers.length), bought: zeros(servers.length) };
    }
    const { racksFor } = read.traced(rule);
    const inUse = servers.map(racksFor);
    let most = racksFor(owned.servers);
    const bought = inUse.map((racks) => {
      const added = Math.max(0, racks - most);
      most += added;
      return added;
    });
    return { inUse, bought };
  });
}

/** What racks cost once, straight line over the useful life of the servers. */
export function rackAssets(
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  racks: Traced<Racks>,
): Traced<readonly Asset[]> {
  return trace((read) => {
    if (!option.row.rackPrice) return [];
    const { bought } = read.traced(racks);
    if (isAllZero(bought)) return [];
    const price = read.optional(option, "rackPrice", 0);
    const { lifeMonths } = read.traced(fleet);
    return bought.flatMap((count, month) =>
      count === 0 ? [] : [{ cost: count * price, firstMonth: month, lifeMonths, paidInPlan: true }],
    );
  });
}

/** What one rack adds to a month: rent for each in use, depreciation for each bought. Unit: money. */
export function rackCosts(
  basis: Basis,
  option: Source<OnPremisesOption>,
  month: number,
): Traced<{
  readonly rent: number;
  readonly depreciation: number;
  readonly rule: RackRule;
}> {
  const rule = rackRule(option);
  return trace((read) => {
    const { rackPrice } = option.row;
    const rent = read.optional(option, "rackRent", 0);
    const index = rent === 0 ? 1 : at(read.traced(basis.priceIndex.other), month);
    const price = read.optional(option, "rackPrice", 0);
    const lifeMonths = rackPrice ? read.figure(option, "usefulLifeMonths") : 1;
    return { rent: rent * index, depreciation: price / lifeMonths, rule: read.traced(rule) };
  });
}

/** racks in use x rent x the path of other costs. Unit: money a month. */
export function rackRent(
  basis: Basis,
  option: Source<OnPremisesOption>,
  racks: Traced<Racks>,
): Traced<Series> {
  return trace((read) => {
    const { inUse } = read.traced(racks);
    if (!option.row.rackRent || isAllZero(inUse)) return zeros(inUse.length);
    const rent = read.optional(option, "rackRent", 0);
    const index = read.traced(basis.priceIndex.other);
    return inUse.map((count, month) => count * rent * at(index, month));
  });
}
