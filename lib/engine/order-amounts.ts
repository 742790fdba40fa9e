import type { QuoteCategory, QuoteContent, QuoteLine } from "@/lib/schemas/quote";
import { exactOf, exactText, rounded } from "./exact";
import { decimalsOf, exactSum, lineNetText, type QuoteLack, quoteTotals } from "./quote-totals";
import { isServerLine } from "./quoted-servers";

export type OrderPart = {
  readonly kind: QuoteCategory | "freight" | "duty" | "unrecoverableVat";
  /** As exact text in the quote's currency. */
  readonly amount: string;
};

export type OrderAmounts = {
  /** Of the whole offer: lines, freight, duty and tax that does not come back. At least, while something is missing. */
  readonly total: string;
  readonly parts: readonly OrderPart[];
  readonly lacks: readonly QuoteLack[];
  /** Null where the whole offer is ordered; `unclear` where the quote does not say what fewer servers cost. */
  readonly split: "unclear" | OrderSplit | null;
};

export type OrderSplit = {
  /** Lines that go by servers, for the servers that are ordered. */
  readonly scaled: readonly OrderPart[];
  readonly scaledTotal: string;
  /** What the quote says for the whole order alone, whole. */
  readonly whole: readonly OrderPart[];
  readonly wholeTotal: string;
  /** Both. */
  readonly total: string;
};

type Order = {
  /** How many servers the whole quote is for. */
  readonly offered: number;
  readonly ordered: number;
};

/**
 * What an order of a quote's servers costs, exact, at the quoted unit prices. Lines of servers and accelerators, and lines that are
 * counted in servers, go by servers: quantity x ordered / offered, where that is a whole number. docs/model.md, "Award".
 */
export function orderAmounts(content: QuoteContent, currency: string, order: Order): OrderAmounts {
  const { cost, lacks } = quoteTotals(content, currency);
  const beside = besideParts(content);
  return {
    total: cost,
    parts: [...lineParts(content.lines, currency), ...beside],
    lacks,
    split: order.ordered >= order.offered ? null : splitOf(content, currency, order),
  };
}

function splitOf(content: QuoteContent, currency: string, order: Order): "unclear" | OrderSplit {
  const { lines } = content;
  const main = lines.filter(isMain);
  const [first, ...others] = lines.filter(isServerLine);
  const isOneKind = others.every(
    (one) => one.description === first?.description && one.unitPrice === first.unitPrice,
  );
  if (main.length === 0 || !isOneKind) return "unclear";
  const made = lines.map((line) => ({ line, quantity: quantityOf(line, order) }));
  if (made.some(({ line, quantity }) => isMain(line) && quantity === null)) return "unclear";
  const scaled = made.flatMap(({ line, quantity }) =>
    quantity === null ? [] : [{ ...line, quantity }],
  );
  const whole = made.flatMap(({ line, quantity }) => (quantity === null ? [line] : []));
  const parts = {
    scaled: lineParts(scaled, currency),
    whole: [...lineParts(whole, currency), ...besideParts(content)],
  };
  return {
    ...parts,
    scaledTotal: sumOf(parts.scaled, currency),
    wholeTotal: sumOf(parts.whole, currency),
    total: sumOf([...parts.scaled, ...parts.whole], currency),
  };
}

const isMain = ({ category }: QuoteLine) => category === "server" || category === "accelerator";
const isPerServer = (line: QuoteLine) => isMain(line) || /^servers?$/i.test(line.unit.trim());

/** Of a line that goes by servers, for those that are ordered; null where it does not, or not in whole numbers. */
function quantityOf(line: QuoteLine, { offered, ordered }: Order): string | null {
  if (!isPerServer(line) || line.quantity === null) return null;
  const { units, scale } = exactOf(line.quantity);
  const [over, under] = [units * BigInt(ordered), BigInt(offered) * 10n ** BigInt(scale)];
  return over % under === 0n ? String(over / under) : null;
}

/** By category, in the order of their first lines. */
function lineParts(lines: readonly QuoteLine[], currency: string): readonly OrderPart[] {
  return [...new Set(lines.map(({ category }) => category))].flatMap((kind) => {
    const nets = lines.flatMap((line) => {
      const net = line.category === kind ? lineNetText(line, currency) : null;
      return net === null ? [] : [net];
    });
    return nets.length === 0 ? [] : [{ kind, amount: exactSum(nets) }];
  });
}

const besideParts = (content: QuoteContent): readonly OrderPart[] =>
  (["freight", "duty", "unrecoverableVat"] as const).flatMap((kind) => {
    const amount = content[kind];
    return amount === null ? [] : [{ kind, amount }];
  });

const sumOf = (parts: readonly OrderPart[], currency: string): string =>
  exactText(rounded(exactOf(exactSum(parts.map(({ amount }) => amount))), decimalsOf(currency)));
