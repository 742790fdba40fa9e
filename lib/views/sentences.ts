import type {
  MonthBreakEven,
  Projection,
  VolumeBreakEven,
  VolumeInterval,
} from "@/lib/engine/types";
import { listed, money, quantity } from "@/lib/format";
import { agreed, does, itDoes } from "./agree";
import type { Crossing } from "./crossings";
import type { Lead } from "./lead";
import { horizonText, monthAt, monthNumber, monthRange } from "./months";

type Names = (optionId: string) => string;
type Verdict = { readonly verdict: string; readonly detail: string };

/** The finding over a cumulative chart: who leads, since when, and who else changes places. */
export function leadTitle(lead: Lead, months: number, names: Names, other?: Crossing): string {
  const name = names(lead.optionId);
  const more = other
    ? `; ${does(names(other.loserId), "rises")} above ${names(other.winnerId)} in ${monthNumber(other.month)}`
    : "";
  const [first] = lead.intervals;
  if (lead.forGoodFrom === null || !first) {
    return `${does(name, "costs")} no more than any other option over ${horizonText(months)}`;
  }
  if (lead.forGoodFrom === 0) return `${does(name, "costs")} least in every month${more}`;
  if (lead.intervals.length === 1) {
    return `${does(name, "costs")} least from ${monthNumber(lead.forGoodFrom)}${more}`;
  }
  return `${does(name, "costs")} least in ${spells(lead)}, and for good from ${monthNumber(lead.forGoodFrom)}`;
}

function spells(lead: Lead): string {
  const earlier = lead.intervals.slice(0, -1);
  return earlier.length > 2
    ? `${earlier.length} earlier spells`
    : listed(earlier.map(({ from, to }) => monthRange(from, to)));
}

/** How the lead came about, after the sentence that names the cheapest option. */
export function leadSentence(
  lead: Lead,
  { months, names, before }: { months: number; names: Names; before: readonly string[] },
): string {
  const name = names(lead.optionId);
  if (lead.forGoodFrom === 0) return `${itDoes(name, "costs")} least in every month.`;
  if (lead.forGoodFrom === null) {
    const last = lead.intervals.at(-1);
    return last
      ? `In plain sums ${itDoes(name, "leads").toLowerCase()} only in ${monthRange(last.from, last.to)}.`
      : `In plain sums ${itDoes(name, "leads").toLowerCase()} in no month of ${horizonText(months)}.`;
  }
  const since = `${itDoes(name, "leads")} for good from ${monthNumber(lead.forGoodFrom)}`;
  const earlier = lead.intervals.length > 1 ? `, and before that in ${spells(lead)}` : "";
  const others = [...new Set(before)].map(names);
  const [only, ...more] = others;
  if (only === undefined || others.length > 3) return `${since}${earlier}.`;
  const until = earlier === "" ? "until then" : "in the other months before it";
  if (more.length === 0)
    return `${since}${earlier}; ${until} ${does(only, "costs")} least in total.`;
  const whose =
    before.length === others.length ? others.join(", then ") : `${listed(others)} by turns`;
  return `${since}${earlier}; ${until} the lead is with ${whose}.`;
}

/** "From month 26" and "Feb 2029, for good": the right end of a break-even row. */
export function monthVerdict(breakEven: MonthBreakEven, projection: Projection): Verdict {
  const { intervals, forGoodFrom } = breakEven;
  const at = (index: number) => monthAt(projection.startMonth, index);
  const horizon = `inside ${horizonText(projection.months)}`;
  if (breakEven.verdict === "unranked")
    return { verdict: "Not ranked", detail: "a figure is missing" };
  const [first] = intervals;
  if (!first) return { verdict: "Never", detail: horizon };
  if (forGoodFrom === 0) return { verdict: "Always", detail: `in all ${projection.months} months` };
  if (intervals.length === 1 && forGoodFrom !== null) {
    return { verdict: `From ${monthNumber(forGoodFrom)}`, detail: `${at(forGoodFrom)}, for good` };
  }
  if (intervals.length === 1) {
    return {
      verdict: sentenceCase(monthRange(first.from, first.to)),
      detail: `until ${at(first.to)}, not after`,
    };
  }
  return forGoodFrom === null
    ? {
        verdict: `${intervals.length} spells`,
        detail: `the last until ${at(intervals.at(-1)?.to ?? 0)}`,
      }
    : {
        verdict: `${intervals.length} spells`,
        detail: `for good from ${monthNumber(forGoodFrom)}, ${at(forGoodFrom)}`,
      };
}

/** One pair of options in a sentence, with the horizon and, where A never wins, by how much. */
export function monthSentence(
  breakEven: MonthBreakEven,
  projection: Projection,
  names: Names,
): string {
  const [a, b] = [names(breakEven.a), names(breakEven.b)];
  const { intervals, forGoodFrom, smallestGap } = breakEven;
  if (breakEven.verdict === "unranked")
    return `${a} and ${b} cannot be compared: a figure is missing.`;
  if (intervals.length === 0) {
    const gap =
      smallestGap !== null && smallestGap > 0
        ? ` It stays at least ${money(smallestGap, projection.currency)} dearer.`
        : "";
    return `${a} never ${agreed(a, "costs")} less than ${b} inside ${horizonText(projection.months)}.${gap}`;
  }
  if (forGoodFrom === 0)
    return `${does(a, "costs")} less than ${b} in every one of ${horizonText(projection.months)}.`;
  const spans = intervals.slice(0, forGoodFrom === null ? undefined : -1);
  const earlier = listed(spans.map(({ from, to }) => monthRange(from, to)));
  if (forGoodFrom === null)
    return `${does(a, "costs")} less than ${b} in ${earlier}, and no longer after.`;
  return spans.length === 0
    ? `From ${monthNumber(forGoodFrom)} ${does(a, "costs")} less than ${b}, for good.`
    : `${does(a, "costs")} less than ${b} in ${earlier}, and for good from ${monthNumber(forGoodFrom)}.`;
}

function volumeSpan({ low, high }: VolumeInterval): string {
  if (high === null) return low === 0 ? "at every volume" : `from ${quantity(low)}`;
  return low === 0 ? `up to ${quantity(high)}` : `from ${quantity(low)} to ${quantity(high)}`;
}

/** Every interval of monthly tokens in which A is cheaper, and how far was searched. */
export function volumeSentence(breakEven: VolumeBreakEven, names: Names): string {
  const [a, b] = [names(breakEven.a), names(breakEven.b)];
  const bound = `${quantity(breakEven.searchedUpToTokens)} tokens a month`;
  const searched = breakEven.complete ? `Searched up to ${bound}.` : `Not searched past ${bound}.`;
  switch (breakEven.verdict) {
    case "unranked":
      return `${a} and ${b} cannot be compared by volume: a figure or a throughput is missing.`;
    case "never":
      return `${does(a, "is")} cheaper than ${b} at no volume.`;
    case "notVerified":
      return `No crossing up to ${bound}: ${does(a, "stays")} dearer than ${b}. Not searched further.`;
    case "always":
      return `${does(a, "is")} cheaper than ${b} at every volume up to ${bound}. Not searched further.`;
    case "once":
    case "several":
      return `${does(a, "is")} cheaper than ${b} ${volumeSpans(breakEven.intervals)}. ${searched}`;
  }
}

function volumeSpans(intervals: readonly VolumeInterval[]): string {
  const shown = intervals.slice(0, 4).map(volumeSpan);
  const rest = intervals.length - shown.length;
  const [first = "", ...again] = shown;
  const spans = again.reduce((text, span) => `${text}, again ${span}`, `${first} tokens a month`);
  return rest > 0 ? `${spans}, and in ${rest} more intervals` : spans;
}

/** The finding over the volume chart. */
export function volumeTitle(breakEven: VolumeBreakEven, names: Names): string {
  const [a, b] = [names(breakEven.a), names(breakEven.b)];
  const bound = `${quantity(breakEven.searchedUpToTokens)} tokens`;
  const [first] = breakEven.intervals;
  switch (breakEven.verdict) {
    case "unranked":
      return `At what volume? ${a} and ${b} cannot be compared yet`;
    case "never":
      return `At what volume? ${a} never ${agreed(a, "beats")} ${b}`;
    case "notVerified":
      return `At what volume? no volume up to ${bound} a month makes ${a} cheaper than ${b}`;
    case "always":
      return `At what volume? ${does(a, "beats")} ${b} at every volume up to ${bound} a month`;
    case "once":
      return first && first.low > 0
        ? `At what volume? ${does(a, "beats")} ${b} ${volumeSpan(first)} tokens a month`
        : `At what volume? ${does(a, "beats")} ${b} only ${first ? volumeSpan(first) : ""} tokens a month`;
    case "several":
      return `At what volume? ${does(a, "beats")} ${b} ${times(breakEven.intervals.length)}: one number would mislead`;
  }
}

function times(count: number): string {
  return count === 2 ? "twice" : `${count} times`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
