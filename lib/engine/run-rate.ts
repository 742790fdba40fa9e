import type { ApiOption } from "@/lib/schemas/api-option";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { SupplyOption } from "@/lib/schemas/option";
import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import { standingLines } from "./api-option";
import { usageLines } from "./api-usage";
import type { Basis } from "./basis";
import { bridgeRow } from "./bridge";
import { cloudLines } from "./cloud-lines";
import { cloudNeed, scalingBuffer, steadyRented, useOf, windowShare } from "./cloud-use";
import { committedInstances, committedTerms } from "./commitments";
import { fewestTokens } from "./cost-per-token";
import { type Curve, straightCurve } from "./curve";
import { sumOfCurves } from "./curve-sum";
import { beyondShare, deviceAssets, edgeNeed } from "./edge-fleet";
import { edgeEnergy, edgePowerLine, edgeStandingLines } from "./edge-lines";
import { offloaded } from "./edge-offload";
import { unservable } from "./fleet-need";
import type { Load } from "./load";
import { onPremisesNeed, withSpares } from "./on-premises-need";
import { ownParts } from "./on-premises-option";
import type { PlanDemand } from "./plan-demand";
import { partLoads } from "./portfolio-load";
import { partRows } from "./portfolio-option";
import { rackCost, rackedCurve } from "./rack-curve";
import { rackCosts } from "./racks";
import { scaledCurve } from "./scaled-curve";
import { at } from "./series";
import type { PricedLine } from "./spend";
import { spendCurve } from "./spend-curve";
import { type SpendTerms, spendTerms } from "./spend-terms";
import { steadyFleet } from "./steady-fleet";
import { taxRate } from "./tax";
import { trace } from "./trace";
import type { LineId } from "./types";
import { bridgedCurve, type UnitCost, unitCurve, unitSteps } from "./unit-curve";

/** One month at the prices of that month, inference alone, its mix of work at any volume. */
type RunRate = {
  readonly basis: Basis;
  readonly load: Load;
  readonly month: number;
  readonly servedTokens: number;
  /** 1 - tax rate: what a cost comes to after tax. */
  readonly afterTaxFraction: number;
};

/**
 * Accrual cost of one month over served tokens, in a steady state: every server at that month's
 * price, no lead time, no training. Costs come from the option's own lines, taken at one and two
 * units, between which they are straight. null where the option cannot be priced.
 * docs/model.md, "Break-even by volume".
 */
export function runRateOf(
  basis: Basis,
  demand: PlanDemand,
  row: SupplyOption,
  month: number,
): Curve | null {
  const servedTokens = at(demand.servedTokens, month);
  const tax = taxRate(basis);
  if (demand.missing.length > 0 || tax.missing.length > 0 || !(servedTokens >= fewestTokens))
    return null;
  const load = { ...demand.load, training: [] };
  const afterTaxFraction = 1 - tax.value;
  return curveOf({ basis, load, month, servedTokens, afterTaxFraction }, row);
}

function curveOf(rate: RunRate, row: SupplyOption): Curve | null {
  switch (row.kind) {
    case "api":
      return apiCurve(rate, row);
    case "cloud":
      return offloadedCurve(rate, row, (own) => cloudCurve(own, row));
    case "on-premises":
      return offloadedCurve(rate, row, (own) => onPremisesCurve(own, row));
    case "edge":
      return offloadedCurve(rate, row, (own) => edgeCurve(own, row));
    case "portfolio":
      return portfolioCurve(rate, row);
    default:
      return row satisfies never;
  }
}

/** Each part's own curve, on its part of every volume. */
function portfolioCurve(rate: RunRate, row: PortfolioOption): Curve | null {
  const { rows } = partRows(rate.basis.plan, row);
  if (rows === null) return null;
  const loads = partLoads(rate.basis, { path: `options.${row.id}`, row }, rate.load);
  if (loads.split.missing.length > 0) return null;
  const first = curveOf({ ...rate, load: loads.first }, rows.first);
  const second = curveOf({ ...rate, load: loads.second }, rows.second);
  return first && second && sumOfCurves(first, second);
}

function apiCurve(rate: RunRate, row: ApiOption): Curve | null {
  const option = { path: `options.${row.id}`, row };
  const standing = monthCost(rate, standingLines(rate.basis, option, rate.load));
  const bill = monthBill(rate, usageLines(rate.basis, option, rate.load));
  const terms = spendTerms(option);
  if (standing === null || bill === null || terms.missing.length > 0) return null;
  const minimum = rate.load.inUse[rate.month] ? terms.value.minimum : 0;
  return spendCurve(
    bill / rate.servedTokens,
    standing,
    afterTax({ ...terms.value, minimum }, rate.afterTaxFraction),
  );
}

/** Discounts go by what is billed; tax comes off what that leaves. */
function afterTax({ bands, minimum }: SpendTerms, fraction: number): SpendTerms {
  return {
    bands: bands.map((band) => ({
      ...band,
      fixed: band.fixed * fraction,
      slope: band.slope * fraction,
    })),
    minimum: minimum * fraction,
  };
}

/** The option's own machines on what devices leave of every volume, and a straight line for the devices. */
function offloadedCurve(
  rate: RunRate,
  row: CloudOption | OnPremisesOption | EdgeOption,
  ownCurve: (rate: RunRate) => Curve | null,
): Curve | null {
  const { own, lines } = offloaded(rate.basis, { path: `options.${row.id}`, row }, rate.load);
  const curve = ownCurve({ ...rate, load: own });
  const devices = monthCost(rate, lines);
  if (curve === null || devices === null || devices === 0) return devices === null ? null : curve;
  return sumOfCurves(curve, straightCurve({ fixed: 0, slope: devices / rate.servedTokens }));
}

function cloudCurve(rate: RunRate, row: CloudOption): Curve | null {
  if (unservable(row, rate.load).length > 0) return null;
  const option = { path: `options.${row.id}`, row };
  const need = cloudNeed(rate.basis, option, rate.load);
  const hoursShare = windowShare(option);
  const terms = committedTerms(rate.basis, option);
  const buffer = scalingBuffer(option, rate.load);
  const committed = committedInstances(terms.value, rate.basis.months);
  const costOf = (onDemand: number) => {
    const rented = steadyRented(committed, onDemand);
    const use = trace((read) =>
      useOf(rate.basis, rate.load, read.traced(need), rented, read.traced(hoursShare)),
    );
    return monthCost(rate, cloudLines(rate.basis, option, rate.load, { use, terms }));
  };
  const cost = unitCostOf(costOf, at(committed, rate.month));
  if (cost === null || buffer.missing.length > 0) return null;
  return row.policy === "autoscaled"
    ? scaledCurve(need.value, cost, { ...rate, bufferFraction: buffer.value })
    : unitCurve(
        unitSteps(need.value, rate.month, rate.servedTokens, (units) => units),
        cost,
      );
}

function onPremisesCurve(rate: RunRate, row: OnPremisesOption): Curve | null {
  if (unservable(row, rate.load).length > 0) return null;
  const option = { path: `options.${row.id}`, row };
  const need = onPremisesNeed(rate.basis, option, rate.load);
  const fleetWith = (bought: number) =>
    steadyFleet(rate.basis, option, need, { month: rate.month, bought });
  const costOf = (bought: number) =>
    monthCost(
      rate,
      ownParts(rate.basis, option, fleetWith(bought)).lines.filter(({ id }) => !isOfRacks(id)),
    );
  const kept = costOf(0);
  const racks = rackCosts(rate.basis, option, rate.month);
  if (need.missing.length > 0 || racks.missing.length > 0 || kept === null) return null;
  const keptUnits = at(fleetWith(0).value.servers, rate.month);
  const { rule, rent, depreciation } = racks.value;
  const groups = {
    rule,
    rent: rate.afterTaxFraction * rent,
    depreciation: rate.afterTaxFraction * depreciation,
    keptUnits,
    had: fleetWith(0).value.owned.servers,
  };
  const steps = unitSteps(need.value, rate.month, rate.servedTokens, (servers) =>
    withSpares(servers, need.value.spareServers),
  );
  if (row.purchasing === "none") {
    const bridge = bridgeCurve(rate, row);
    return (
      bridge && bridgedCurve(steps, { cost: kept + rackCost(groups, 0), units: keptUnits }, bridge)
    );
  }
  const cost = unitCostOf(costOf, keptUnits);
  return cost && rackedCurve(steps, cost, groups);
}

/** Whole devices beyond the fleet at the price of the month, and the energy of what they answer. */
function edgeCurve(rate: RunRate, row: EdgeOption): Curve | null {
  const { basis, load, month, servedTokens } = rate;
  if (unservable(row, load).length > 0) return null;
  const option = { path: `options.${row.id}`, row };
  const need = edgeNeed(basis, option, load);
  const beyond = beyondShare(option, load);
  const fleet = trace((read) => read.figure(option, "devices"));
  const costOf = (added: number) => {
    const devices = trace((read) => read.traced(fleet) + added);
    const assets = deviceAssets(basis, option, inMonthAlone(load, month), devices);
    return monthCost(rate, edgeStandingLines(basis, option, load, { devices, assets }));
  };
  const cost = unitCostOf(costOf, fleet.value);
  const power = monthCost(rate, [edgePowerLine(basis, option, edgeEnergy(option, need))]);
  const lacks = need.missing.length + beyond.missing.length > 0 || beyond.value.length > 0;
  if (lacks || cost === null || power === null) return null;
  const steps = unitSteps(need.value, month, servedTokens, (units) => units);
  const perToken = { fixed: 0, slope: power / servedTokens };
  return sumOfCurves(unitCurve(steps, cost), straightCurve(perToken));
}

/** So that what is bought for use is bought then. */
function inMonthAlone(load: Load, month: number): Load {
  return { ...load, inUse: load.inUse.map((isUsed, other) => isUsed && other === month) };
}

/** Racks step with the servers, so that they have a step function of their own. */
function isOfRacks(id: LineId): boolean {
  return id === "racks" || id === "rackRent";
}

function bridgeCurve(rate: RunRate, { bridgeOptionId }: OnPremisesOption): Curve | null {
  const row = bridgeOptionId === null ? undefined : bridgeRow(rate.basis.plan, bridgeOptionId);
  return row ? curveOf(rate, row) : null;
}

/** Accrual of the run-rate's month after tax, null while a figure is unpriced. */
function monthCost(rate: RunRate, lines: readonly PricedLine[]): number | null {
  const bill = monthBill(rate, lines);
  return bill === null ? null : bill * rate.afterTaxFraction;
}

/** The same before tax. */
function monthBill({ month }: RunRate, lines: readonly PricedLine[]): number | null {
  if (lines.some((line) => line.spend.missing.length > 0)) return null;
  return lines.reduce((sum, { spend }) => sum + at(spend.value.inference.accrual, month), 0);
}

function unitCostOf(costOf: (units: number) => number | null, keptUnits: number): UnitCost | null {
  const [kept, one, two] = [costOf(0), costOf(1), costOf(2)];
  if (kept === null || one === null || two === null) return null;
  const perUnit = two - one;
  return { kept, keptUnits, base: one - perUnit, perUnit };
}
