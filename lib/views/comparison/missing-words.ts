import { exactSum, lineNetText, quoteTotals } from "@/lib/engine";
import { exactAmount, listed } from "@/lib/format";
import { lackText } from "../quotes";
import type { Candidate } from "./types";

const words = {
  serverPrice: "server",
  networkPrice: "network",
  installationPrice: "installation",
} as const;

/** What keeps an offer from being complete, in a few words; empty where nothing does. */
export function missingWords({
  option,
  quote,
  notOffered,
  lacksSupportPaidOnce,
}: Candidate): string {
  if (option.kind !== "on-premises") return "";
  const lacks = quote ? quoteTotals(quote.content, quote.currency).lacks : [];
  const ofQuote = quote && lacks.length > 0 ? lackText(lacks, quote.content) : "";
  const unpriced = (Object.keys(words) as (keyof typeof words)[]).filter(
    (name) => option.quote[name].value === null,
  );
  // What the quote's own lines say is not said again of the option.
  const ofOption = lacks.length > 0 ? [] : unpriced.map((name) => `${words[name]} unpriced`);
  const left = notOffered
    .filter((name) => !unpriced.includes(name))
    .map((name) => `${words[name]} not offered`);
  const support =
    lacksSupportPaidOnce && quote ? `support paid once${paidOnceText(quote)} is not in it` : "";
  return listed([ofQuote, ...ofOption, ...left, support].filter((text) => text !== ""));
}

/** " (EUR 54,000.00)": of all its lines; nothing where one of them has no price. */
function paidOnceText({ content, currency }: NonNullable<Candidate["quote"]>): string {
  const nets = content.lines
    .filter(({ category, recurrence }) => category === "support" && recurrence === "one-off")
    .map((line) => lineNetText(line, currency));
  const known = nets.filter((net) => net !== null);
  return known.length < nets.length ? "" : ` (${currency} ${exactAmount(exactSum(known))})`;
}
