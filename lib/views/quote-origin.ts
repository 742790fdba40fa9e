import { figureAt, type QuotedTerm, quotedOrigin } from "@/lib/engine";
import { listed, numberFixed } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import type { QuoteContent } from "@/lib/schemas/quote";
import { type QuotedField, quotedFieldNames } from "@/lib/schemas/quote-in-plan";
import { nounOf } from "./links";
import { quotedFieldName } from "./quoted-fields";

type AtRevision = { readonly quoteId: string; readonly revision: number };

/** The address of a quote at one revision, with what a figure is made of marked. */
export function quoteHref({ quoteId, revision }: AtRevision, figure?: QuotedField): string {
  const asked = { revision: String(revision), ...(figure && { figure }) };
  return `/quotes/${quoteId}?${new URLSearchParams(asked)}`;
}

/** Where an input stands in the quote that its option has it from; null where no quote says it. */
export function quoteOriginHref(plan: Plan, path: string): string | null {
  const [, optionId] = path.split(".");
  const option = plan.options.find(({ id }) => id === optionId);
  if (option?.kind !== "on-premises" || !option.quoteUsed) return null;
  const used = option.quoteUsed;
  const name = quotedFieldNames.find((one) =>
    [`options.${option.id}.quote.${one}`, `options.${option.id}.${one}`].includes(path),
  );
  const source = name && figureAt(plan, path)?.source;
  return source && namesRevision(source, used.revision) ? quoteHref(used, name) : null;
}

/** "Fennmark Q-2291 rev 2", and an own entry over it: "Own entry, where Fennmark Q-2291 rev 2 says ...". */
const namesRevision = (source: string, revision: number): boolean =>
  source.endsWith(` rev ${revision}`) || source.includes(` rev ${revision} says `);

const termNames: Readonly<Record<QuotedTerm, string>> = {
  freight: "freight",
  duty: "duty",
  unrecoverableVat: "VAT that does not come back",
  leadTimeWeeks: "lead time",
  powerKilowatts: "power of it all",
  warrantyMonths: "warranty",
};

export type QuoteOriginView = {
  /** "The option's server price comes from line 1, with the quote's freight, marked below." */
  readonly text: string;
  /** Numbers of lines, from 1. */
  readonly lines: readonly number[];
  readonly terms: readonly QuotedTerm[];
};

/** What a figure of an option took from a revision, to be marked there. */
export function quoteOrigin(content: QuoteContent, name: QuotedField): QuoteOriginView {
  const { lines, terms } = quotedOrigin(content, name);
  const parts = [
    ...(lines.length > 0 ? [placesText(lines)] : []),
    ...(terms.length > 0 ? [`the quote’s ${listed(terms.map((term) => termNames[term]))}`] : []),
  ];
  const made =
    parts.length > 0
      ? `comes from ${parts.join(", with ")}, marked below`
      : "is not in what this revision says";
  return { text: `The option’s ${nounOf(quotedFieldName(name))} ${made}.`, lines, terms };
}

/** "line 3", "lines 1 to 4 and 7": what follows on is said as a run. */
function placesText(places: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last && last.to === place - 1) last.to = place;
    else runs.push({ from: place, to: place });
  }
  const text = ({ from, to }: { from: number; to: number }) => {
    const [first, end] = [numberFixed(from, 0), numberFixed(to, 0)];
    if (from === to) return first;
    return to === from + 1 ? `${first} and ${end}` : `${first} to ${end}`;
  };
  return `${places.length === 1 ? "line" : "lines"} ${runs.map(text).join(", ")}`;
}
