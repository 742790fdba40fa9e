import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import type { Hardware } from "./hardware";
import type { OnPremisesFleet } from "./on-premises-fleet";
import { addTo, isAllZero, zeros } from "./series";
import { type PricedLine, paidAsUsed } from "./spend";
import { type Reader, type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";
import { monthsPerYear } from "./units";

/**
 * support, spare parts = share a year / 12 x price paid for the servers and network in service;
 * servers owned at month 0 count at the quote's price. Support runs from the month after the
 * warranty, the first of service without one. Unit: money a month. docs/model.md, "Running costs".
 */
export function upkeepLines(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  hardware: Hardware,
): PricedLine[] {
  const line = (fractionOf: (read: Reader) => number, warranty: (read: Reader) => number) =>
    trace((read) => {
      const { servers, trainingFraction } = read.traced(fleet);
      if (isAllZero(servers)) return basis.noSpend;
      const fraction = fractionOf(read);
      if (fraction === 0) return basis.noSpend;
      const covered = priceInService(basis, option, fleet, hardware, {
        read,
        from: warranty(read),
      });
      return paidAsUsed(
        covered.map((price) => (price * fraction) / monthsPerYear),
        trainingFraction,
      );
    });
  return [
    {
      id: "support",
      spend: line(
        (read) => read.figure(option, "supportPerYearFraction"),
        (read) => read.optional(option, "warrantyMonths", 0),
      ),
    },
    {
      id: "spareParts",
      spend: line(
        (read) => read.optional(option, "sparePartsPerYearFraction", 0),
        () => 0,
      ),
    },
  ];
}

/**
 * Price of the servers and network in service that are at least `from` months old; in a fleet with
 * servers of every age, of the share that is. Unit: money.
 */
function priceInService(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  { serverPrices, networkPrices }: Hardware,
  { read, from }: { readonly read: Reader; readonly from: number },
): Series {
  const { owned, serviceMonths, isSteady } = read.traced(fleet);
  const covered = zeros(basis.months);
  if (!isAllZero(owned.inService)) {
    const quote = { path: `${option.path}.quote`, row: option.row.quote };
    const price = read.figure(quote, "serverPrice") + read.figure(quote, "networkPrice");
    for (const group of owned.groups) {
      const first = from > 0 ? Math.max(0, from - group.ageMonths) : 0;
      const end = Math.min(basis.months, group.serviceMonths);
      for (let month = first; month < end; month += 1) {
        addTo(covered, month, group.servers * price);
      }
    }
  }
  for (const { vintage, price } of [...read.traced(serverPrices), ...read.traced(networkPrices)]) {
    const end = Math.min(basis.months, vintage.inServiceMonth + serviceMonths);
    const first = vintage.inServiceMonth + (isSteady ? 0 : from);
    const share = isSteady ? Math.max(0, serviceMonths - from) / serviceMonths : 1;
    const counted = price * share;
    for (let month = first; month < end; month += 1) {
      addTo(covered, month, counted);
    }
  }
  return covered;
}
