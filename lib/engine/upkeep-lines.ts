import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import type { Hardware } from "./hardware";
import type { OnPremisesFleet, Vintage } from "./on-premises-fleet";
import { addTo, isAllZero, zeros } from "./series";
import { type PricedLine, paidAsUsed } from "./spend";
import { type Reader, type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";
import { monthsPerYear } from "./units";

type Terms = {
  /** Share of the price, a year. */
  readonly fraction: number;
  /** Money a server and year, beside the share. */
  readonly fee: number;
  /** Months without it. */
  readonly from: number;
};

/**
 * support = (share a year x price paid for the servers and network in service + fee x those servers) / 12;
 * spare parts = their share of that price / 12. Servers owned at month 0 count at the quote's price. Support
 * runs from the month after the warranty, the first of service without one, and its fee is an amount: no price
 * path moves it. Unit: money a month. docs/model.md, "Running costs".
 */
export function upkeepLines(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  hardware: Hardware,
): PricedLine[] {
  const line = (termsOf: (read: Reader) => Terms) =>
    trace((read) => {
      const { servers, trainingFraction } = read.traced(fleet);
      if (isAllZero(servers)) return basis.noSpend;
      const { fraction, fee, from } = termsOf(read);
      if (fraction === 0 && fee === 0) return basis.noSpend;
      const covered =
        fraction === 0
          ? zeros(basis.months)
          : priceInService(basis, option, fleet, hardware, { read, from });
      const amounts = covered.map((price) => (price * fraction) / monthsPerYear);
      if (fee !== 0)
        for (const [month, count] of serversInService(basis, fleet, { read, from }).entries())
          addTo(amounts, month, (count * fee) / monthsPerYear);
      return paidAsUsed(amounts, trainingFraction);
    });
  return [
    {
      id: "support",
      spend: line((read) => {
        const fraction = read.figure(option, "supportPerYearFraction");
        const fee = read.optional(option, "supportFee", 0);
        const isFree = fraction === 0 && fee === 0;
        return { fraction, fee, from: isFree ? 0 : read.optional(option, "warrantyMonths", 0) };
      }),
    },
    {
      id: "spareParts",
      spend: line((read) => ({
        fraction: read.optional(option, "sparePartsPerYearFraction", 0),
        fee: 0,
        from: 0,
      })),
    },
  ];
}

type Covered = { readonly read: Reader; readonly from: number };

/**
 * Price of the servers and network in service that are at least `from` months old; in a fleet with
 * servers of every age, of the share that is. Unit: money.
 */
function priceInService(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  { serverPrices, networkPrices }: Hardware,
  { read, from }: Covered,
): Series {
  const { owned, ...bought } = read.traced(fleet);
  const covered = zeros(basis.months);
  if (!isAllZero(owned.inService)) {
    const quote = { path: `${option.path}.quote`, row: option.row.quote };
    const price = read.figure(quote, "serverPrice") + read.figure(quote, "networkPrice");
    addOwned(covered, owned, from, price);
  }
  for (const { vintage, price } of [...read.traced(serverPrices), ...read.traced(networkPrices)])
    addVintage(covered, vintage, { ...bought, from }, price);
  return covered;
}

/** The servers themselves, counted as their price is. Unit: servers. */
function serversInService(
  basis: Basis,
  fleet: Traced<OnPremisesFleet>,
  { read, from }: Covered,
): Series {
  const { owned, ...bought } = read.traced(fleet);
  const covered = zeros(basis.months);
  addOwned(covered, owned, from, 1);
  for (const vintage of bought.vintages)
    addVintage(covered, vintage, { ...bought, from }, vintage.servers);
  return covered;
}

/** `each` for every server of the groups that is at least `from` months old. */
function addOwned(sum: number[], { groups }: OnPremisesFleet["owned"], from: number, each: number) {
  for (const group of groups) {
    const first = from > 0 ? Math.max(0, from - group.ageMonths) : 0;
    const end = Math.min(sum.length, group.serviceMonths);
    for (let month = first; month < end; month += 1) addTo(sum, month, group.servers * each);
  }
}

function addVintage(
  sum: number[],
  { inServiceMonth }: Vintage,
  {
    serviceMonths,
    isSteady,
    from,
  }: Pick<OnPremisesFleet, "serviceMonths" | "isSteady"> & { readonly from: number },
  amount: number,
) {
  const end = Math.min(sum.length, inServiceMonth + serviceMonths);
  const first = inServiceMonth + (isSteady ? 0 : from);
  const share = isSteady ? Math.max(0, serviceMonths - from) / serviceMonths : 1;
  const counted = amount * share;
  for (let month = first; month < end; month += 1) addTo(sum, month, counted);
}
