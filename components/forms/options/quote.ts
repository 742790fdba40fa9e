import { hasQuote } from "@/lib/schemas/has-quote";
import type { ServerQuote } from "@/lib/schemas/server-quote";
import { type DraftFigure, typedOver } from "../provenance";

export type QuoteHead = Pick<ServerQuote, "supplierName" | "number" | "quotedOn">;

function sourceOf({ supplierName, number }: QuoteHead): string | undefined {
  return [supplierName.trim(), number.trim()].filter(Boolean).join(" ") || undefined;
}

function asQuoted(figure: DraftFigure, head: QuoteHead): DraftFigure {
  const { source: _source, url: _url, date: _date, ...rest } = figure;
  const source = sourceOf(head);
  return {
    ...rest,
    evidence: "quoted",
    ...(source && { source }),
    ...(head.quotedOn && { date: head.quotedOn }),
  };
}

/** A price typed into a quote is the supplier's word, unless there is no supplier yet. */
export function quotedOver(
  before: DraftFigure,
  value: number | string | null,
  head: QuoteHead,
): DraftFigure {
  const typed = typedOver(before, value);
  if (typed === before || typeof value !== "number") return typed;
  return hasQuote(head) ? asQuoted(typed, head) : typed;
}

const ownEntry = "Own entry, where ";

/**
 * The same where the option uses a quote that is kept: what it says is known, so another number is the user's own.
 * The source says what the quote says, and keeps it over the next number too.
 */
export function enteredOver(
  before: DraftFigure,
  value: number | string | null,
  textOf: (value: number) => string,
): DraftFigure {
  const typed = typedOver(before, value);
  if (typed === before || typeof value !== "number") return typed;
  const source = ownSource(before, textOf);
  return source === null ? typed : { ...typed, source };
}

function ownSource(
  { evidence, source, value }: DraftFigure,
  textOf: (value: number) => string,
): string | null {
  if (source?.startsWith(ownEntry)) return source;
  if (evidence !== "quoted" || !source || typeof value !== "number") return null;
  const said = ` says ${textOf(value)}`;
  return `${ownEntry}${source.slice(0, longestSource - ownEntry.length - said.length)}${said}`;
}
const longestSource = 300;

/** A price of this quote follows when supplier, number or date are corrected. */
export function requoted(figure: DraftFigure, was: QuoteHead, now: QuoteHead): DraftFigure {
  const isOfQuote = figure.evidence === "quoted" && figure.source === sourceOf(was);
  return isOfQuote ? asQuoted(figure, now) : figure;
}
