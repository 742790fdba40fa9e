import { compareQuotes, optionConversion, weightedScores } from "@/lib/engine";
import { counted, dateText, figureText, listed } from "@/lib/format";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import type { QuoteReview } from "@/lib/schemas/quote-review";
import { ratesText } from "../currency";
import { kindNames, optionName } from "../names";
import { whatIsQuoted } from "../quotes";
import type { Results } from "../results";
import { typedText } from "./cells";
import { columnFlags } from "./column-flags";
import { figureRows } from "./figure-rows";
import { headline } from "./headline";
import { judgementRows } from "./judgement-rows";
import { negotiationRows } from "./negotiation-rows";
import { offerIdsOf } from "./offer-ids";
import { priceRows } from "./price-rows";
import { scoreView } from "./score-view";
import { timeRows } from "./time-rows";
import type { Candidate, Compared, ComparisonColumn, ComparisonView } from "./types";

type Asked = {
  readonly quotes: readonly PlanQuote[];
  readonly review: QuoteReview;
  readonly today: string;
  readonly referenceId: string | null;
};

/** The plan's offers side by side with what they are measured against. */
export function comparisonView(compared: Compared): ComparisonView {
  const { made, plan, candidates } = compared;
  const fit = candidates.filter(({ isOffer, standing }) => !isOffer && standing === "complete");
  return {
    headline: headline(compared),
    basis: basisText(compared),
    columns: candidates.map((one) => columnOf(compared, one)),
    groups: [
      priceRows(compared),
      figureRows(compared),
      timeRows(compared),
      negotiationRows(compared),
      judgementRows(compared),
    ],
    score: scoreView(compared),
    footnotes: footnotes(compared),
    referenceId: made.referenceId,
    references: fit.map(({ optionId }) => ({ value: optionId, label: optionName(plan, optionId) })),
  };
}

/** The figures of each candidate with its option and quote: what views of a comparison are made from. */
export function comparedOf(
  results: Results,
  { quotes, review, today, referenceId }: Asked,
): Compared {
  const { plan, projection, view } = results;
  const offerIds = offerIdsOf(plan);
  const made = compareQuotes(plan, projection, { offerIds, quotes, view, referenceId });
  const candidates = made.options.flatMap((one): Candidate[] => {
    const option = plan.options.find(({ id }) => id === one.optionId);
    if (!option) return [];
    const quote = quotes.find(({ optionId }) => optionId === option.id);
    return [{ ...one, option, quote, name: nameOf(plan, option.id, offerIds) }];
  });
  const offers = candidates
    .filter(({ isOffer }) => isOffer)
    .map((one) => ({ ...one, quoteId: one.quote?.quoteId ?? null }));
  return { ...results, made, candidates, today, review, scores: weightedScores(offers, review) };
}

/** The supplier, where no other offer of the plan is theirs. */
function nameOf(plan: Plan, optionId: string, offerIds: readonly string[]): string {
  const suppliers = plan.options.flatMap((option) =>
    option.kind === "on-premises" && offerIds.includes(option.id)
      ? [{ id: option.id, name: option.quote.supplierName }]
      : [],
  );
  const own = suppliers.find(({ id }) => id === optionId);
  const alone = own && suppliers.filter(({ name }) => name === own.name).length === 1;
  return alone ? own.name : optionName(plan, optionId);
}

function columnOf(compared: Compared, candidate: Candidate): ComparisonColumn {
  const { option, quote, name, isOffer } = candidate;
  return {
    optionId: option.id,
    kind: option.kind,
    name,
    detail: columnDetail(candidate),
    isOffer,
    quoteId: quote?.quoteId ?? null,
    flags: columnFlags(compared, candidate),
  };
}

/** Under the name: what is offered, and by whom where the option gave its name; else what the column is. */
function columnDetail({ option, quote, name, isOffer }: Candidate): string {
  if (option.kind !== "on-premises") return kindNames[option.kind];
  if (!isOffer) return typedText;
  if (!quote) return name === option.quote.supplierName ? option.name : option.quote.supplierName;
  const offered = whatIsQuoted(quote.content);
  return name === quote.supplierName ? offered : `${quote.supplierName}, ${offered}`;
}

function basisText({ plan, candidates }: Compared): string {
  const offers = candidates.filter(({ isOffer }) => isOffer);
  const others = candidates.length - offers.length;
  const counts = `${counted(offers.length, "offer")} and ${counted(others, "reference option")} for ${plan.name}.`;
  const rates = offers.flatMap(({ option, quote }) => {
    const conversion = optionConversion(plan, option.id);
    if (conversion) return [`At ${ratesText(plan, conversion)}.`];
    const note = quote && option.kind === "on-premises" && option.quote.serverPrice.note;
    return note && quote.currency !== plan.currency ? [withDates(note)] : [];
  });
  return [counts, ...new Set(rates)].join(" ");
}

/** Of the table on screen: on paper nothing is shaded. */
export const shadedText = "Shaded columns are reference options, not offers.";

/** "2026-11-19" reads "19 Nov 2026". */
const withDates = (note: string) => note.replace(/\b\d{4}-\d\d-\d\d\b/g, dateText);

const priceWords = {
  serverPrice: "server",
  networkPrice: "network",
  installationPrice: "installation",
} as const;

function footnotes({ made, candidates, plan }: Compared): readonly string[] {
  const nameOfId = (id: string) =>
    candidates.find(({ optionId }) => optionId === id)?.name ?? optionName(plan, id);
  const estimates = candidates.flatMap(({ optionId, name, notOffered, ...rest }) => {
    const lent = made.borrowed
      .filter((one) => one.optionId === optionId)
      .map((one) =>
        one.fromOptionId === null
          ? "without its freight"
          : `with the ${priceWords[one.name]} price of ${nameOfId(one.fromOptionId)}`,
      );
    const own = notOffered.map((one) => `with the option\u2019s own ${priceWords[one]} price`);
    const support = rest.lacksSupportPaidOnce ? [supportWords(rest, plan.currency)] : [];
    const ways = [...lent, ...own, ...support];
    return ways.length > 0 ? [`${name} ${listed(ways)}`] : [];
  });
  return [
    ...(estimates.length > 0
      ? [`* Incomplete: computed ${listed(estimates)}, so it is an estimate and takes no rank.`]
      : []),
    ...(candidates.some(({ isOffer }) => !isOffer) ? [shadedText] : []),
  ];
}

/** What an estimate has in the place of support that its quote has paid once. */
function supportWords(
  { countsOwnSupport, option }: Pick<Candidate, "countsOwnSupport" | "option">,
  currency: string,
) {
  if (!countsOwnSupport || option.kind !== "on-premises")
    return "without the support that is paid once";
  const isAssumed = supportFigures(option).every(([{ evidence }]) => evidence === "assumed");
  const of = isAssumed ? "the plan\u2019s assumed support" : "the plan\u2019s own support";
  const amounts = supportFigures(option).map(([{ value }, unit]) =>
    figureText(value, unit, option.currency ?? currency),
  );
  const warranty = option.warrantyMonths?.value ?? 0;
  const after = warranty > 0 ? ` after ${counted(warranty, "month")} of warranty` : "";
  return `with ${of} (${listed(amounts)}${after}) in place of the quote\u2019s, which is paid once`;
}

/** The share of the price, the fee, or both: those that cost something. */
function supportFigures({ supportPerYearFraction: share, supportFee: fee }: OnPremisesOption) {
  const figures = [
    [share, "fractionPerYear"] as const,
    ...(fee ? [[fee, "moneyPerServerYear"] as const] : []),
  ];
  return figures.filter(([{ value }]) => value !== 0);
}
