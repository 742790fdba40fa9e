import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { monthIndex } from "./calendar";
import type { Asset, Payment } from "./depreciation";
import { type Financing, financingOf } from "./financing";
import type { OnPremisesFleet, Vintage } from "./on-premises-fleet";
import { ownedAssets, ownedLeases } from "./owned-servers";
import { financedAssets, purchaseTerms, workAsset } from "./purchase-terms";
import { type Racks, rackAssets } from "./racks";
import { at } from "./series";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

/** Servers bought together, at what they cost for one line of the quote. */
export type Priced = { readonly vintage: Vintage; readonly price: number };

/** What the servers of a fleet cost to buy: the price of each vintage, and what is used up of it. */
export type Hardware = {
  readonly serverPrices: Traced<readonly Priced[]>;
  readonly networkPrices: Traced<readonly Priced[]>;
  readonly servers: Traced<readonly Asset[]>;
  readonly network: Traced<readonly Asset[]>;
  readonly installation: Traced<readonly Asset[]>;
  readonly racks: Traced<readonly Asset[]>;
  /** What leases that run already still take. */
  readonly ownedLeases: Traced<readonly Payment[]>;
  /** Of servers and network. */
  readonly financing: Traced<Financing>;
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
  racks: Traced<Racks>,
): Hardware {
  const quote = { path: `${option.path}.quote`, row: option.row.quote };
  const orderFactor = orderPriceFactor(basis, option, fleet);
  const priced = (price: QuotedPrice, factorOf: Traced<(vintage: Vintage) => number>) =>
    trace((read) => {
      const { vintages } = read.traced(fleet);
      if (vintages.length === 0) return [];
      const quoted = read.figure(quote, price);
      const factor = read.traced(factorOf);
      if (quoted === 0) return [];
      return vintages.map((vintage) => ({
        vintage,
        price: vintage.servers * quoted * factor(vintage),
      }));
    });
  const serverPrices = priced("serverPrice", orderFactor);
  const networkPrices = priced("networkPrice", orderFactor);
  const work = priced(
    "installationPrice",
    orderFactorBy(basis, option, fleet, basis.priceIndex.other),
  );
  const terms = purchaseTerms(option, fleet);
  const financing = financingOf(option, fleet);
  const owned = trace((read) => read.traced(fleet).owned);
  const hardware = (prices: Traced<readonly Priced[]>) =>
    trace((read) =>
      financedAssets(() => read.traced(prices), read.traced(terms), read.traced(financing)),
    );
  return {
    serverPrices,
    networkPrices,
    servers: withOwned(ownedAssets(owned), hardware(serverPrices)),
    network: hardware(networkPrices),
    installation: trace((read) =>
      read.traced(work).map((one) => workAsset(one, read.traced(terms))),
    ),
    ownedLeases: ownedLeases(owned),
    financing,
    racks: rackAssets(option, fleet, racks),
  };
}

/** What is owned at month 0, at its book value, and what is bought. */
function withOwned(
  owned: Traced<readonly Asset[]>,
  bought: Traced<readonly Asset[]>,
): Traced<readonly Asset[]> {
  return trace((read) => {
    const books = read.traced(owned);
    const assets = read.traced(bought);
    return books.length === 0 ? assets : [...books, ...assets];
  });
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
