import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { SupplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import {
  type BorrowedPrice,
  factorOf,
  type OptionQuote,
  withBorrowedPrices,
} from "./borrowed-prices";
import { breakEvenMonth } from "./break-even-month";
import {
  type AcceleratorRate,
  acceleratorRate,
  costOfWaiting,
  costPerAcceleratorHour,
  costPerKilowatt,
} from "./compared-figures";
import { exactLeadTimeMonths } from "./exact-lead-time";
import { project } from "./project";
import { hasSupportPaidOnce, isRecurringSupport } from "./quoted-fields";
import type {
  CostLine,
  MonthBreakEven,
  OptionProjection,
  Projection,
  View,
  WalkAwayPrice,
} from "./types";
import { walkAwayPrice } from "./walk-away-price";

export type BoughtServers = { readonly month: number; readonly servers: number };

/** One way of serving the plan, with what makes it comparable; amounts in the plan's currency. */
export type ComparedOption = {
  readonly optionId: string;
  /** A supplier's offer; else something to measure it against. */
  readonly isOffer: boolean;
  /** `estimated` stands on a borrowed price or leaves out what others offer; `unknown` has no total. */
  readonly standing: "complete" | "estimated" | "unknown";
  readonly serverPrice: number | null;
  readonly totalCost: number | null;
  readonly netPresentCost: number | null;
  readonly costPerMillionTokens: number | null;
  readonly costPerAcceleratorHour: number | null;
  readonly acceleratorRate: AcceleratorRate | null;
  readonly costPerKilowatt: number | null;
  readonly leadTimeMonths: number | null;
  /** To compare by: the quote's weeks in months, not rounded, where the plan goes by them. */
  readonly exactLeadTimeMonths: number | null;
  readonly costOfWaiting: number | null;
  readonly walkAway: WalkAwayPrice | null;
  readonly walkAwayServerPrice: number | null;
  /** What the price may still rise, as a share of it: walk-away over quoted less 1. */
  readonly roomFraction: number | null;
  readonly passes: MonthBreakEven | null;
  /** What the figures above are of: the servers that the plan buys, by month in service; null where nothing is bought or the option has no total. */
  readonly purchases: readonly BoughtServers[] | null;
  /** More power than the site has. */
  readonly overPower: boolean;
  /** Groups of lines that another offer has and this one does not, where the option counts a figure of its own. */
  readonly notOffered: readonly ("networkPrice" | "installationPrice")[];
  /** The quote has support that is paid once, which the option does not count. */
  readonly lacksSupportPaidOnce: boolean;
  /** In its place the total has support by a figure of the option's own, which no line of the quote set. */
  readonly countsOwnSupport: boolean;
};

/** Rows that the lowest, or the highest, of the complete offers is named in; of lead times, of all offers. */
export type RankedRow =
  | "totalCost"
  | "netPresentCost"
  | "costPerMillionTokens"
  | "costPerKilowatt"
  | "leadTimeMonths"
  | "roomFraction"
  | "passes";

export type QuoteComparison = {
  readonly options: readonly ComparedOption[];
  readonly borrowed: readonly BorrowedPrice[];
  /** What the walk-away prices are measured against; null where nothing else is complete. */
  readonly referenceId: string | null;
  readonly best: { readonly [row in RankedRow]?: string };
};

type Asked = {
  /** On-premises options that a supplier offers. */
  readonly offerIds: readonly string[];
  readonly quotes: readonly OptionQuote[];
  readonly view: View;
  readonly referenceId: string | null;
};

/** Offers in the plan's order, then what they are measured against. docs/model.md, "Comparison of quotes". */
export function compareQuotes(plan: Plan, projection: Projection, asked: Asked): QuoteComparison {
  const offers = plan.options.filter(
    (option) => option.kind === "on-premises" && asked.offerIds.includes(option.id),
  ) as OnPremisesOption[];
  const made = withBorrowedPrices(plan, offers, asked.quotes);
  const basis: Basis = {
    plan: made.plan,
    projection: made.plan === plan ? projection : project(made.plan),
    view: asked.view,
    borrowed: made.borrowed,
    offers,
    quotes: asked.quotes,
    referenceId: referenceOf(projection, offers, asked.referenceId),
  };
  const references = plan.options.filter(({ id }) => !asked.offerIds.includes(id));
  const options = [...offers, ...references].map((option) => compared(basis, option));
  return {
    options,
    borrowed: made.borrowed,
    referenceId: basis.referenceId,
    best: bestOf(options),
  };
}

type Basis = {
  readonly plan: Plan;
  readonly projection: Projection;
  readonly view: View;
  readonly borrowed: readonly BorrowedPrice[];
  readonly offers: readonly OnPremisesOption[];
  readonly quotes: readonly OptionQuote[];
  readonly referenceId: string | null;
};

/** The one asked for, else the plan's baseline, else the cheapest of what is no offer. */
function referenceOf(
  { ranking, baselineOptionId }: Projection,
  offers: readonly OnPremisesOption[],
  asked: string | null,
): string | null {
  const fit = ranking.filter((id) => offers.every((offer) => offer.id !== id));
  return (
    fit.find((id) => id === asked) ?? fit.find((id) => id === baselineOptionId) ?? fit[0] ?? null
  );
}

function compared(basis: Basis, row: SupplyOption): ComparedOption {
  const { projection, view, plan } = basis;
  const option = plan.options.find(({ id }) => id === row.id) ?? row;
  const projected = projection.options.find(({ optionId }) => optionId === row.id);
  const complete = projected?.status === "complete" ? projected : null;
  const offer = basis.offers.some(({ id }) => id === row.id) ? (option as OnPremisesOption) : null;
  const notOffered = offer ? missingGroups(basis, offer) : [];
  const lent = basis.borrowed.some(({ optionId }) => optionId === row.id);
  const quoted = offer && basis.quotes.find(({ optionId }) => optionId === row.id);
  const lacksSupportPaidOnce = quoted ? hasSupportPaidOnce(quoted.content, quoted.currency) : false;
  const countsOwnSupport =
    lacksSupportPaidOnce &&
    !quoted?.content.lines.some(isRecurringSupport) &&
    (complete?.lines.some(isPaidSupport) ?? false);
  const isEstimate = lent || notOffered.length > 0 || lacksSupportPaidOnce;
  const own = offer ? ownFigures(basis, offer) : noOwnFigures;
  return {
    optionId: row.id,
    isOffer: offer !== null,
    standing: !complete ? "unknown" : isEstimate ? "estimated" : "complete",
    totalCost: complete?.summary[view] ?? null,
    netPresentCost: complete?.summary.netPresentCost ?? null,
    costPerMillionTokens: complete?.summary.costPerMillionTokens ?? null,
    costPerAcceleratorHour: complete && costPerAcceleratorHour(complete, projection.hoursPerMonth),
    acceleratorRate: acceleratorRate(plan, projection, option),
    ...own,
    costOfWaiting: complete && offer ? costOfWaiting(complete, own.leadTimeMonths, view) : null,
    ...negotiation(basis, row.id, offer !== null),
    purchases: complete && option.kind === "on-premises" ? purchasesOf(complete) : null,
    overPower: projected?.infeasibilities.some(({ kind }) => kind === "powerLimit") ?? false,
    ...{ notOffered, lacksSupportPaidOnce, countsOwnSupport },
  };
}

const purchasesOf = ({ capacity }: OptionProjection): readonly BoughtServers[] =>
  capacity.serversDelivered.flatMap((servers, month) => (servers > 0 ? [{ month, servers }] : []));

const isPaidSupport = ({ id, accrual }: CostLine) =>
  id === "support" && accrual.some((amount) => amount > 0);

const noOwnFigures = {
  ...{ serverPrice: null, costPerKilowatt: null },
  ...{ leadTimeMonths: null, exactLeadTimeMonths: null },
};

function ownFigures(
  { plan, quotes }: Basis,
  { id, quote, serverPower, leadTimeMonths }: OnPremisesOption,
) {
  const said = quotes.find(({ optionId }) => optionId === id)?.content.leadTimeWeeks ?? null;
  const factor = factorOf(plan, id);
  const { value } = quote.serverPrice;
  const serverPrice = value === null || factor === null ? null : value * factor;
  return {
    serverPrice,
    costPerKilowatt: costPerKilowatt(serverPrice, serverPower.value),
    leadTimeMonths: leadTimeMonths.value,
    exactLeadTimeMonths: exactLeadTimeMonths(leadTimeMonths.value, said),
  };
}

function negotiation(
  { plan, projection, referenceId, view }: Basis,
  id: string,
  isAnOffer: boolean,
) {
  const none = { walkAway: null, walkAwayServerPrice: null, roomFraction: null, passes: null };
  if (referenceId === null || id === referenceId) return none;
  const passes = breakEvenMonth(projection, id, referenceId, {
    view,
    discountRatePerYearFraction: null,
  });
  if (!isAnOffer) return { ...none, passes };
  const walkAway = walkAwayPrice(plan, id, referenceId, projection);
  const factor = factorOf(plan, id);
  const { serverPrice, priceFactor } = walkAway;
  return {
    walkAway,
    walkAwayServerPrice: serverPrice === null || factor === null ? null : serverPrice * factor,
    roomFraction: priceFactor === null ? null : priceFactor - 1,
    passes,
  };
}

const groups = { networkPrice: "network", installationPrice: "installation" } as const;
const groupNames = ["networkPrice", "installationPrice"] as const;

/** Nothing is left out where the option counts nothing for it: it is in another price then. */
function missingGroups({ quotes, offers }: Basis, offer: OnPremisesOption) {
  const own = quotes.find(({ optionId }) => optionId === offer.id);
  if (!own) return [];
  const others = quotes.filter(({ optionId }) =>
    offers.some(({ id }) => id === optionId && id !== offer.id),
  );
  const has = ({ content }: OptionQuote, name: (typeof groupNames)[number]) =>
    content.lines.some(({ category }) => category === groups[name]);
  return groupNames.filter(
    (name) =>
      offer.quote[name].value !== 0 && !has(own, name) && others.some((other) => has(other, name)),
  );
}

const lowest = (value: number | null) => value;
const highest = (value: number | null) => (value === null ? null : -value);

/** Of complete offers alone, lead time of all offers; and only where two of them can be told apart. */
function bestOf(options: readonly ComparedOption[]): QuoteComparison["best"] {
  const offers = options.filter(({ isOffer }) => isOffer);
  const complete = offers.filter(({ standing }) => standing === "complete");
  const by: Record<RankedRow, (option: ComparedOption) => number | null> = {
    totalCost: (one) => lowest(one.totalCost),
    netPresentCost: (one) => lowest(one.netPresentCost),
    costPerMillionTokens: (one) => lowest(one.costPerMillionTokens),
    costPerKilowatt: (one) => lowest(one.costPerKilowatt),
    leadTimeMonths: (one) => lowest(one.exactLeadTimeMonths),
    roomFraction: (one) => highest(one.roomFraction),
    passes: (one) => one.passes?.forGoodFrom ?? null,
  };
  const found = Object.entries(by).flatMap(([row, value]) => {
    const id = firstOf(row === "leadTimeMonths" ? offers : complete, value);
    return id === null ? [] : [[row, id] as const];
  });
  return Object.fromEntries(found);
}

function firstOf(
  options: readonly ComparedOption[],
  value: (option: ComparedOption) => number | null,
): string | null {
  const known = options.flatMap((option) => {
    const found = value(option);
    return found === null ? [] : [{ id: option.optionId, found }];
  });
  const [first, second] = known.toSorted((a, b) => a.found - b.found);
  return first && second && first.found < second.found ? first.id : null;
}
