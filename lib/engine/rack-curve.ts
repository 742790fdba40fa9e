import { type Curve, steppedCurve } from "./curve";
import type { RackRule } from "./racks";
import { type UnitCost, type UnitSteps, unitCost, unitCostBounds } from "./unit-curve";

/** What racks add to a month of servers kept and bought. */
export type RackGroups = {
  readonly rule: RackRule;
  /** Money a month for each rack in use. */
  readonly rent: number;
  /** Money a month for each rack bought. */
  readonly depreciation: number;
  /** Servers that are kept in the month, and those owned at month 0, whose racks are there. */
  readonly keptUnits: number;
  readonly had: number;
};

/** rent x racks + depreciation x racks beyond those there. Unit: money a month. */
export function rackCost(groups: RackGroups, added: number): number {
  const { rule, rent, depreciation, keptUnits, had } = groups;
  const racks = rule.racksFor(keptUnits + added);
  return rent * racks + depreciation * Math.max(0, racks - rule.racksFor(had));
}

/**
 * Servers as `unitCurve`, with the racks that they stand in: exact at every number of servers. A
 * number n of servers stands in no fewer than n x racks a server and in less than one more, which
 * bounds the curve. docs/model.md, "Break-even by volume".
 */
export function rackedCurve(steps: UnitSteps, cost: UnitCost, groups: RackGroups): Curve {
  const { lower, upper } = unitCostBounds(steps, cost);
  const perRack = groups.rent + groups.depreciation;
  const perServer = perRack * groups.rule.perServer;
  const mostServers = steps.upper.fixed + groups.keptUnits;
  return steppedCurve(
    steps.rates,
    (counts) => {
      const added = Math.max(0, steps.unitsOf(counts) - cost.keptUnits);
      return unitCost(cost, added) + rackCost(groups, added);
    },
    {
      lower: {
        fixed: lower.fixed - groups.depreciation * groups.rule.racksFor(groups.had),
        slope: lower.slope + perServer * steps.lower.slope,
      },
      upper: {
        fixed: upper.fixed + perServer * mostServers + perRack,
        slope: upper.slope + perServer * steps.upper.slope,
      },
    },
  );
}
