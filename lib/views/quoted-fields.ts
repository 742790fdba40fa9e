import { conversionOf, lineNetText, quotedFields } from "@/lib/engine";
import { columnFigureText, counted, exactAmount, listed } from "@/lib/format";
import type { Unit } from "@/lib/schemas/figure";
import type { PlanForQuote } from "@/lib/schemas/plan-for-quote";
import type { QuoteContent } from "@/lib/schemas/quote";
import {
  type NewerRevision,
  type QuotedField,
  quotedFieldNames,
} from "@/lib/schemas/quote-in-plan";
import { ratesText } from "./currency";

const fields: Readonly<Record<QuotedField, readonly [string, Unit]>> = {
  serverPrice: ["Server price", "moneyPerServer"],
  networkPrice: ["Network, a server", "moneyPerServer"],
  installationPrice: ["Installation, a server", "moneyPerServer"],
  leadTimeMonths: ["Lead time", "months"],
  serverPower: ["Power, a server", "kilowatts"],
  supportPerYearFraction: ["Support, a year", "fractionPerYear"],
  supportFee: ["Support fee, a server and year", "moneyPerServerYear"],
  warrantyMonths: ["Warranty", "months"],
};

export const quotedFieldName = (name: QuotedField): string => fields[name][0];

/** "281,966.50 USD/server", "4 months": null is unpriced, or missing. */
export const quotedFieldText = (
  name: QuotedField,
  value: number | null,
  currency: string,
): string => columnFigureText(value, fields[name][1], currency);

/** What waits for an option that uses a quote. */
export function newerRevisionText({ revision, newest, rates, changes }: NewerRevision): string {
  const came = newest > revision ? `; revision ${newest} was received` : "";
  const rate =
    rates === null ? "" : `; it was converted at another rate, the plan\u2019s is ${rates}`;
  const read = isReadOtherwise({ revision, newest, rates })
    ? "; the quote now gives other figures than this option holds"
    : "";
  const same = changes.length === 0 ? " What it says of a server is the same." : "";
  return `${came}${rate}${read}.${same}`;
}

/** "Server price: the quote now gives 825.00 USD/server, this option holds 100.00 USD/server". */
export function newerChangeText(
  one: NewerRevision,
  { name, from, to }: NewerRevision["changes"][number],
): string {
  const [held, given] = [from, to].map((value) =>
    value === null && isSilent.has(name) ? "none" : quotedFieldText(name, value, one.currency),
  );
  const label = quotedFieldName(name);
  return isReadOtherwise(one)
    ? `${label}: the quote now gives ${given}, this option holds ${held}`
    : `${label}: ${held} \u2192 ${given}`;
}

/** What the press that takes it says. */
export const newerTakeText = (one: NewerRevision): string =>
  isReadOtherwise(one)
    ? "Take what the quote gives"
    : one.newest > one.revision
      ? `Update to revision ${one.newest}`
      : "Update to the rate";

const isReadOtherwise = ({
  revision,
  newest,
  rates,
}: Pick<NewerRevision, "revision" | "newest" | "rates">): boolean =>
  newest === revision && rates === null;

export type QuotedPreview = {
  readonly rows: readonly { readonly name: string; readonly text: string }[];
  /** "At 1 EUR = 1.1412 USD (ECB, 19 Nov 2026)": null where nothing is converted. */
  readonly rates: string | null;
  /** Why it cannot be used here; null where it can. */
  readonly refusal: string | null;
  /** Services and software that are paid once, and where they are; null where there are none. */
  readonly paidOnce: string | null;
  /** Which lines set nothing, with their amounts, and why; null where all do. */
  readonly leftOut: string | null;
};

/** What a quote would set in an option, before it does. */
export function quotedPreview(
  plan: PlanForQuote,
  optionId: string,
  quote: { readonly content: QuoteContent; readonly currency: string; readonly servers: number },
): QuotedPreview | null {
  const option = plan.options.find(({ id }) => id === optionId);
  if (!option) return null;
  const { content, servers, currency: from } = quote;
  const to = option.currency ?? plan.currency;
  const conversion =
    from === to
      ? null
      : conversionOf({ currency: to, exchangeRates: [...plan.exchangeRates] }, from);
  if (conversion?.factor === null) {
    const refusal = `The quote is in ${from} and the option in ${to}, and the plan has no rate that joins them.`;
    return { rows: [], rates: null, refusal, paidOnce: null, leftOut: null };
  }
  const factor = conversion?.factor ?? 1;
  const { values, leftOut } = quotedFields(option, content, { currency: from, servers, factor });
  const rows = quotedFieldNames.flatMap((name) => {
    const value = values[name];
    if (value !== undefined)
      return [{ name: quotedFieldName(name), text: quotedFieldText(name, value, to) }];
    return isSilent.has(name) ? [] : [{ name: quotedFieldName(name), text: "stays as it is" }];
  });
  const rates =
    conversion && `At ${ratesText({ exchangeRates: [...plan.exchangeRates] }, conversion)}.`;
  return {
    ...{ rows, rates, refusal: null },
    paidOnce: paidOnceText(content, from, leftOut),
    leftOut: leftOutText(content, from, leftOut),
  };
}

/** Not named where the quote says nothing of them: an option may be without. */
const isSilent: ReadonlySet<QuotedField> = new Set(["warrantyMonths", "supportFee"]);

/** Where services and software went, so that nobody enters them again. */
function paidOnceText(
  { lines }: QuoteContent,
  currency: string,
  left: readonly number[],
): string | null {
  const some = lines.filter(
    ({ category, recurrence }, index) =>
      recurrence === "one-off" &&
      (category === "service" || category === "software") &&
      !left.includes(index + 1),
  );
  if (some.length === 0) return null;
  const isInstalled = lines.some(
    ({ category, recurrence }) => category === "installation" && recurrence === "one-off",
  );
  const where = isInstalled ? "installation" : "first price above";
  const own = some.some(({ category }) => category === "software")
    ? " The option\u2019s own software licences stay beside it."
    : "";
  return `Paid once, in the ${where}: ${names(some, currency)}.${own}`;
}

function leftOutText(
  { lines }: QuoteContent,
  currency: string,
  places: readonly number[],
): string | null {
  const left = places.flatMap((place) => lines[place - 1] ?? []);
  const once = left.filter(({ recurrence }) => recurrence === "one-off");
  const reasons = [
    [left.filter(({ recurrence }) => recurrence !== "one-off"), "line", ofItsOwn],
    [once.filter(({ category }) => category === "support"), "line paid once", byTheYear],
    [once.filter(({ category }) => category !== "support"), "line paid once", nothingToGoWith],
  ] as const;
  const texts = reasons.flatMap(([some, one, why]) =>
    some.length === 0
      ? []
      : [`${countedLines(some.length, one)} left out (${names(some, currency)}): ${why}`],
  );
  return texts.length === 0 ? null : texts.join(" ");
}

const ofItsOwn = "the option has figures of its own for software and what else recurs.";
const byTheYear =
  "the option has support by the year, and no figure for support that is paid once. Its cost is without it.";
const nothingToGoWith =
  "the quote has no price of servers, network or installation for it to go with. Its cost is without it.";

const countedLines = (count: number, one: "line" | "line paid once") =>
  counted(count, one, one.replace("line", "lines"));

/** "Training, EUR 4,000.00": a line without a price by its name alone. */
const names = (lines: QuoteContent["lines"], currency: string) =>
  listed(
    lines.map((line) => {
      const net = lineNetText(line, currency);
      return net === null
        ? line.description
        : `${line.description}, ${currency} ${exactAmount(net)}`;
    }),
  );
