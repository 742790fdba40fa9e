import { quoteTotals } from "@/lib/engine";
import { listed } from "@/lib/format";
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
  const support = lacksSupportPaidOnce ? "support paid once is not in it" : "";
  return listed([ofQuote, ...ofOption, ...left, support].filter((text) => text !== ""));
}
