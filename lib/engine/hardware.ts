import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { monthIndex } from "./calendar";
import type { Asset } from "./depreciation";
import type { OnPremisesFleet, Vintage } from "./on-premises-fleet";
import { openingBookValue } from "./owned-servers";
import { at } from "./series";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

/** What the servers of a fleet cost to buy, as assets. */
export type Hardware = {
  readonly servers: Traced<readonly Asset[]>;
  readonly network: Traced<readonly Asset[]>;
  readonly installation: Traced<readonly Asset[]>;
};

type QuotedPrice = "serverPrice" | "networkPrice" | "installationPrice";

/**
 * price(order month) = quote while it is valid, then quote x hardware index(order month), the index
 * being relative to month 0. Installation is work, on the index of other costs. docs/model.md, "Purchase and life".
 */
export function hardwareOf(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
): Hardware {
  const quote = { path: `${option.path}.quote`, row: option.row.quote };
  const orderFactor = orderPriceFactor(basis, option, fleet);
  const bought = (price: QuotedPrice, factorOf: Traced<(vintage: Vintage) => number>) =>
    trace((read) => {
      const { vintages, lifeMonths } = read.traced(fleet);
      if (vintages.length === 0) return [];
      const quoted = read.figure(quote, price);
      const factor = read.traced(factorOf);
      return vintages.map((vintage) => ({
        cost: vintage.servers * quoted * factor(vintage),
        firstMonth: vintage.inServiceMonth,
        lifeMonths,
        paidInPlan: true,
      }));
    });
  const opening = openingBookValue(
    option,
    trace((read) => read.traced(fleet).owned),
  );
  const servers = trace((read) => {
    const { owned } = read.traced(fleet);
    const book: Asset = {
      cost: owned.servers * read.traced(opening),
      firstMonth: 0,
      lifeMonths: owned.remainingMonths,
      paidInPlan: false,
    };
    const assets = read.traced(bought("serverPrice", orderFactor));
    return owned.servers === 0 ? assets : [book, ...assets];
  });
  return {
    servers,
    network: bought("networkPrice", orderFactor),
    installation: bought(
      "installationPrice",
      orderFactorBy(basis, option, fleet, basis.priceIndex.other),
    ),
  };
}

/** The last month index in which an order still gets the quote's price. */
export function lastQuotedMonth(basis: Basis, option: OnPremisesOption): number {
  return monthIndex(basis.plan.startMonth, option.quote.validUntil);
}

/** Price of a vintage over the quote's: 1 while the quote is valid. */
export function orderPriceFactor(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
): Traced<(vintage: Vintage) => number> {
  return orderFactorBy(basis, option, fleet, basis.priceIndex.hardware);
}

function orderFactorBy(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  path: Traced<Series>,
): Traced<(vintage: Vintage) => number> {
  const lastQuoted = lastQuotedMonth(basis, option.row);
  return trace((read) => {
    const late = read.traced(fleet).vintages.some(({ orderMonth }) => orderMonth > lastQuoted);
    if (!late) return () => 1;
    const index = read.traced(path);
    return ({ orderMonth }) => (orderMonth > lastQuoted ? at(index, orderMonth) : 1);
  });
}
