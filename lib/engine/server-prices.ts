import type { QuoteCategory, QuoteContent, QuoteLine } from "@/lib/schemas/quote";
import { type Exact, exactOf, exactText, plus, rounded, zero } from "./exact";
import { lacksFreight, lineNet } from "./quote-totals";

/** Where each kind of line goes in an on-premises option; the others have figures of their own there. */
const groups = {
  serverPrice: ["server", "accelerator", "storage", "rack"],
  networkPrice: ["network"],
  installationPrice: ["installation"],
} as const satisfies Record<string, readonly QuoteCategory[]>;
export type ServerPriceName = keyof typeof groups;

/** Prices for one server, to the fourth decimal: null is unpriced, absent is that the quote says nothing of it. */
export type ServerPrices = {
  readonly [name in ServerPriceName]?: number | null;
} & {
  /** Numbers of the lines that are in none of the three prices. */
  readonly leftOut: readonly number[];
};

const priceDecimals = 4;

/**
 * One-off hardware of the quote over its servers; freight, duty, unrecoverable VAT and one-off lines of no kind go with
 * the first of the three prices that the quote has, which is unpriced while one of them is; one-off services and
 * software with the installation, and where the quote has none, with that first price too. Rounded half-up once, at the
 * end.
 */
export function serverPrices(
  content: QuoteContent,
  { currency, servers }: { readonly currency: string; readonly servers: number },
): ServerPrices {
  const { counted, carrier } = linesOfPrices(content);
  const priceOf = (
    name: ServerPriceName,
  ): { readonly [key in ServerPriceName]?: number | null } => {
    const lines = content.lines.filter((_, index) => counted[index] === name);
    if (lines.length === 0) return {};
    const nets = lines.map((line) => lineNet(line, currency));
    if (nets.includes(null) || (name === carrier && lacksFreight(content))) return { [name]: null };
    const extras = name === carrier ? extrasOf(content) : [];
    const total = [...(nets as Exact[]), ...extras].reduce(plus, zero);
    return { [name]: Number(exactText(rounded(total, priceDecimals, servers))) };
  };
  return {
    ...priceOf("serverPrice"),
    ...priceOf("networkPrice"),
    ...priceOf("installationPrice"),
    leftOut: counted.flatMap((name, index) => (name ? [] : [index + 1])),
  };
}

/** The price that each line is in, if in any, and the one that freight, duty and VAT go with. */
export function linesOfPrices({ lines }: QuoteContent): {
  readonly counted: readonly (ServerPriceName | false)[];
  readonly carrier: ServerPriceName | false;
} {
  const named = lines.map((line) => line.recurrence === "one-off" && groupOf(line.category));
  const carrier =
    (Object.keys(groups) as ServerPriceName[]).find((name) => named.includes(name)) ?? false;
  const work = named.includes("installationPrice") ? "installationPrice" : carrier;
  const counted = lines.map((line, index) => {
    if (isOfNoKind(line)) return carrier;
    return isWorkPaidOnce(line) ? work : (named[index] ?? false);
  });
  return { counted, carrier };
}

/** "Rail kit and PDU", paid once: in no figure of its own of an option. */
const isOfNoKind = ({ category, recurrence }: QuoteLine) =>
  category === "other" && recurrence === "one-off";

/** "Deployment", "cluster software": they come with the servers, once, and bring nothing back. */
const isWorkPaidOnce = ({ category, recurrence }: QuoteLine) =>
  recurrence === "one-off" && (category === "service" || category === "software");

const groupOf = (category: QuoteCategory): ServerPriceName | false =>
  (Object.keys(groups) as ServerPriceName[]).find((name) =>
    (groups[name] as readonly QuoteCategory[]).includes(category),
  ) ?? false;

const extrasOf = ({ freight, duty, unrecoverableVat }: QuoteContent) =>
  [freight, duty, unrecoverableVat].filter((amount) => amount !== null).map(exactOf);
