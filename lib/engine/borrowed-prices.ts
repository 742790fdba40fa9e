import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import type { QuoteContent } from "@/lib/schemas/quote";
import { optionConversion } from "./convert-plan";
import { rateInto } from "./exchange-rates";
import { applyChanges } from "./paths";
import { quotedFields } from "./quoted-fields";

/** An option that has its prices from a quote, with what the revision it uses says. */
export type OptionQuote = {
  readonly optionId: string;
  readonly content: QuoteContent;
  readonly currency: string;
  readonly servers: number;
};

/** A price that is unpriced in its quote, and what stands in its place for an estimate. */
export type BorrowedPrice = {
  readonly optionId: string;
  readonly name: "serverPrice" | "networkPrice" | "installationPrice";
  /** Whose price it is; null where it is the quote's own without its freight. */
  readonly fromOptionId: string | null;
};

const names = ["serverPrice", "networkPrice", "installationPrice"] as const;

/**
 * The plan with an estimate where a compared offer is unpriced: its own price without the freight that is
 * missing, else the dearest of the other offers, so that what is missing never flatters. A server price is
 * never another's. docs/model.md, "Comparison of quotes".
 */
export function withBorrowedPrices(
  plan: Plan,
  offers: readonly OnPremisesOption[],
  quotes: readonly OptionQuote[],
): { readonly plan: Plan; readonly borrowed: readonly BorrowedPrice[] } {
  const found = offers.flatMap((offer) =>
    names
      .filter((name) => offer.quote[name].value === null)
      .flatMap((name) => borrowed(plan, { offer, name, offers, quotes })),
  );
  const changes = found.map(({ optionId, name, value }) => ({
    path: `options.${optionId}.quote.${name}`,
    value,
  }));
  return {
    plan: changes.length > 0 ? applyChanges(plan, changes) : plan,
    borrowed: found.map(({ value: _, ...rest }) => rest),
  };
}

type Asked = {
  readonly offer: OnPremisesOption;
  readonly name: (typeof names)[number];
  readonly offers: readonly OnPremisesOption[];
  readonly quotes: readonly OptionQuote[];
};

function borrowed(
  plan: Plan,
  { offer, name, offers, quotes }: Asked,
): readonly (BorrowedPrice & { readonly value: number })[] {
  const quote = quotes.find(({ optionId }) => optionId === offer.id);
  const own = quote && withoutFreight(plan, offer, quote)[name];
  if (typeof own === "number") {
    return [{ optionId: offer.id, name, fromOptionId: null, value: own }];
  }
  if (name === "serverPrice") return [];
  const others = offers.flatMap((other) => {
    const { value } = other.quote[name];
    const rate = value === null ? null : factorOf(plan, other.id);
    return value === null || rate === null ? [] : [{ id: other.id, value: value * rate }];
  });
  const dearest = others.toSorted((a, b) => b.value - a.value)[0];
  const into = factorOf(plan, offer.id);
  if (!dearest || into === null) return [];
  return [{ optionId: offer.id, name, fromOptionId: dearest.id, value: dearest.value / into }];
}

/** What one of the option's currency is worth in the plan's; null without a rate. */
export const factorOf = (plan: Plan, optionId: string): number | null => {
  const conversion = optionConversion(plan, optionId);
  return conversion === null ? 1 : conversion.factor;
};

function withoutFreight(plan: Plan, offer: OnPremisesOption, quote: OptionQuote) {
  const { content, currency, servers } = quote;
  if (content.freight !== null) return {};
  const factor = rateInto(plan, offer, currency);
  if (factor === null) return {};
  const free = { ...content, freight: "0" };
  return quotedFields(offer, free, { currency, servers, factor }).values;
}
