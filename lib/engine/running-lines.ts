import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import type { Hardware } from "./hardware";
import type { OnPremisesFleet } from "./on-premises-fleet";
import { type Racks, rackRent } from "./racks";
import { at, isAllZero, series, zeros } from "./series";
import { type PricedLine, paidAsUsed } from "./spend";
import { staffLine } from "./staff";
import { type Reader, type Source, type Traced, trace } from "./trace";
import type { LineId, Series } from "./types";
import { monthsPerYear } from "./units";
import { upkeepLines } from "./upkeep-lines";

/** What servers in service cost month by month. docs/model.md, "On-premises servers". */
export function runningLines(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  parts: {
    readonly hardware: Hardware;
    readonly powerDraw: Traced<Series>;
    readonly racks: Traced<Racks>;
  },
): PricedLine[] {
  const line = (
    id: LineId,
    amountOf: (read: Reader, fleet: OnPremisesFleet) => ((month: number) => number) | null,
  ): PricedLine => ({
    id,
    spend: trace((read) => {
      const servers = read.traced(fleet);
      if (isIdle(servers)) return basis.noSpend;
      const amount = amountOf(read, servers);
      if (amount === null) return basis.noSpend;
      return paidAsUsed(series(basis.months, amount), servers.trainingFraction);
    }),
  });
  const running = trace((read) => {
    const { servers, trainingFraction } = read.traced(fleet);
    return { due: servers.map((count) => count !== 0), trainingFraction };
  });
  return [
    ...upkeepLines(basis, option, fleet, parts.hardware),
    line("licences", (read, { servers, acceleratorsPerServer }) => {
      const perServer = (read.figure(option, "licences") * acceleratorsPerServer) / monthsPerYear;
      if (perServer === 0) return null;
      const index = read.traced(basis.priceIndex.other);
      return (month) => at(servers, month) * perServer * at(index, month);
    }),
    line("power", (read) => {
      const draw = read.traced(parts.powerDraw);
      if (isAllZero(draw)) return null;
      const price = read.figure(basis.assumptions, "powerPrice");
      const index = read.traced(basis.priceIndex.power);
      return (month) => at(draw, month) * basis.hoursPerMonth * price * at(index, month);
    }),
    line("space", (read, { servers }) => {
      const price = read.figure(option, "space");
      if (price === 0) return null;
      const perServer = price * read.figure(option, "serverPower");
      const index = read.traced(basis.priceIndex.other);
      return (month) => at(servers, month) * perServer * at(index, month);
    }),
    line("rackRent", (read) => {
      const rent = read.traced(rackRent(basis, option, parts.racks));
      if (isAllZero(rent)) return null;
      return (month) => at(rent, month);
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

function isIdle({ servers }: OnPremisesFleet): boolean {
  return isAllZero(servers);
}
