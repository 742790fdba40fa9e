import { optionConversion, serverPrices } from "@/lib/engine";
import { moneyFull } from "@/lib/format";
import { optionCurrency, ratesText } from "../currency";
import { muted, rowOf, typedText } from "./cells";
import { missingWords } from "./missing-words";
import type { Candidate, Compared, ComparisonCell, ComparisonGroup } from "./types";

export const priceRows = (compared: Compared): ComparisonGroup => ({
  id: "price",
  title: "Price",
  rows: [
    rowOf(compared, { id: "quoted", label: "Quoted, per server" }, (one) =>
      quotedCell(compared, one),
    ),
    rowOf(compared, { id: "inPlan", label: "In the plan currency" }, (one) =>
      inPlanCell(compared, one),
    ),
    rowOf(compared, { id: "missing", label: "Missing to be complete" }, missingCell),
  ],
});

/** As the supplier wrote it, before any rate. */
function quotedCell({ plan }: Compared, { option, quote, isOffer }: Candidate): ComparisonCell {
  if (option.kind === "portfolio") return muted("other options together");
  if (option.kind === "edge") return muted(typedText);
  if (option.kind !== "on-premises") return muted("no purchase");
  if (!quote) {
    const note = isOffer ? undefined : typedText;
    const { serverPrice } = option.quote;
    if (serverPrice.value === null) return { text: "unpriced", sort: null, tone: "warn", note };
    const text = moneyFull(serverPrice.value, optionCurrency(plan, option.id));
    return { text, sort: serverPrice.value, evidence: serverPrice.evidence, note };
  }
  const { serverPrice } = serverPrices(quote.content, quote);
  if (typeof serverPrice !== "number") return { text: "unpriced", sort: null, tone: "warn" };
  const text = moneyFull(serverPrice, quote.currency);
  return { text, sort: serverPrice, evidence: "quoted" };
}

function inPlanCell({ plan }: Compared, candidate: Candidate): ComparisonCell {
  const { option, isOffer, serverPrice } = candidate;
  const money = (value: number) => moneyFull(value, plan.currency);
  if (isOffer) {
    if (serverPrice === null) return { text: "unpriced", sort: null, tone: "warn" };
    return { text: money(serverPrice), sort: serverPrice, note: rateNote(plan, candidate) };
  }
  const own = (value: number) => moneyFull(value, optionCurrency(plan, option.id));
  if (option.kind === "cloud" && option.rate.value !== null) {
    const { value, evidence } = option.rate;
    return { text: `${own(value)} /acc-h`, sort: value, evidence };
  }
  if (option.kind === "api" && option.outputPrice.value !== null) {
    const { value, evidence } = option.outputPrice;
    const note =
      option.inputPrice.value === null ? undefined : `${own(option.inputPrice.value)} /M in`;
    return { text: `${own(value)} /M out`, sort: value, evidence, note };
  }
  return muted("none");
}

/** Of an option that is in another currency than the plan: a price that was converted on its way in says so above. */
function rateNote(plan: Compared["plan"], { option }: Candidate): string | undefined {
  const conversion = optionConversion(plan, option.id);
  return conversion ? `at ${ratesText(plan, conversion)}` : undefined;
}

function missingCell(candidate: Candidate): ComparisonCell {
  if (!candidate.isOffer) return muted("none");
  const text = missingWords(candidate);
  return text === ""
    ? { text: "complete", sort: "complete", tone: "good" }
    : { text, sort: text, tone: "warn" };
}
