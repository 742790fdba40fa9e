import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import type { Hardware } from "./hardware";
import type { OnPremisesFleet } from "./on-premises-fleet";
import { at, series, zeros } from "./series";
import { noSpend, type PricedLine, paidAsUsed } from "./spend";
import { staffLine } from "./staff";
import { type Reader, type Source, type Traced, trace } from "./trace";
import type { LineId, Series } from "./types";
import { monthsPerYear } from "./units";

/** What servers in service cost month by month. docs/model.md, "On-premises servers". */
export function runningLines(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  parts: { readonly hardware: Hardware; readonly powerDraw: Traced<Series> },
): PricedLine[] {
  const line = (
    id: LineId,
    amountOf: (read: Reader, fleet: OnPremisesFleet) => (month: number) => number,
  ): PricedLine => ({
    id,
    spend: trace((read) => {
      const servers = read.traced(fleet);
      if (isIdle(servers)) return noSpend(basis.months);
      return paidAsUsed(series(basis.months, amountOf(read, servers)), servers.trainingFraction);
    }),
  });
  const running = trace((read) => {
    const { servers, trainingFraction } = read.traced(fleet);
    return { due: servers.map((count) => count !== 0), trainingFraction };
  });
  return [
    { id: "support", spend: support(basis, option, fleet, parts.hardware) },
    line("licences", (read, { servers, acceleratorsPerServer }) => {
      const perServer = (read.figure(option, "licences") * acceleratorsPerServer) / monthsPerYear;
      if (perServer === 0) return () => 0;
      const index = read.traced(basis.priceIndex.other);
      return (month) => at(servers, month) * perServer * at(index, month);
    }),
    line("power", (read) => {
      const draw = read.traced(parts.powerDraw);
      if (draw.every((kilowatts) => kilowatts === 0)) return () => 0;
      const price = read.figure(basis.assumptions, "powerPrice");
      const index = read.traced(basis.priceIndex.power);
      return (month) => at(draw, month) * basis.hoursPerMonth * price * at(index, month);
    }),
    line("space", (read, { servers }) => {
      const price = read.figure(option, "space");
      if (price === 0) return () => 0;
      const perServer = price * read.figure(option, "serverPower");
      const index = read.traced(basis.priceIndex.other);
      return (month) => at(servers, month) * perServer * at(index, month);
    }),
    staffLine(basis, option, running),
  ];
}

/** servers(t) x maximum draw x load factor x PUE. Unit: kW, averaged over the month, of the whole site. */
export function averagePowerDraw(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
): Traced<Series> {
  return trace((read) => {
    const servers = read.traced(fleet);
    if (isIdle(servers)) return zeros(basis.months);
    const perServer =
      read.figure(option, "serverPower") *
      read.figure(option, "loadFactorFraction") *
      read.figure(option, "pueRatio");
    return servers.servers.map((count) => count * perServer);
  });
}

/**
 * support a year / 12 x price paid for the servers and network in service; servers owned at month 0
 * count at the quote's price. Runs from the month in service.
 */
function support(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  { servers, network }: Hardware,
) {
  const quote = { path: `${option.path}.quote`, row: option.row.quote };
  return trace((read) => {
    const inService = read.traced(fleet);
    if (isIdle(inService)) return noSpend(basis.months);
    const fraction = read.figure(option, "supportPerYearFraction");
    if (fraction === 0) return noSpend(basis.months);
    const covered = zeros(basis.months);
    if (inService.owned.inService.some((count) => count !== 0)) {
      const price = read.figure(quote, "serverPrice") + read.figure(quote, "networkPrice");
      for (let month = 0; month < basis.months; month += 1) {
        covered[month] = at(inService.owned.inService, month) * price;
      }
    }
    for (const asset of [...read.traced(servers), ...read.traced(network)]) {
      const end = Math.min(basis.months, asset.firstMonth + asset.lifeMonths);
      if (!asset.paidInPlan) continue;
      for (let month = asset.firstMonth; month < end; month += 1) {
        covered[month] = at(covered, month) + asset.cost;
      }
    }
    return paidAsUsed(
      covered.map((price) => (price * fraction) / monthsPerYear),
      inService.trainingFraction,
    );
  });
}

function isIdle({ servers }: OnPremisesFleet): boolean {
  return servers.every((count) => count === 0);
}
