import { exactSum, isServerLine, lineNetText, sumOfQuantities } from "@/lib/engine";
import type {
  CategoryOutline,
  QuoteContent,
  QuoteLine,
  RevisionOutline,
} from "@/lib/schemas/quote";

/** What the database makes of a revision's lines for the list, made by the engine. */
export function outlineOf(
  { lines, ...terms }: QuoteContent & Pick<RevisionOutline, "revision" | "receivedAt">,
  currency: string,
): RevisionOutline {
  const { revision, receivedAt, validUntil, leadTimeWeeks } = terms;
  const { incoterm, freight, duty, unrecoverableVat } = terms;
  const categories = [...new Set(lines.map(({ category }) => category))];
  return {
    ...{ revision, receivedAt, validUntil, leadTimeWeeks },
    ...{ incoterm, freight, duty, unrecoverableVat },
    categories: categories.map((category) => categoryOf(lines, category, currency)),
  };
}

function categoryOf(
  lines: readonly QuoteLine[],
  category: QuoteLine["category"],
  currency: string,
): CategoryOutline {
  const placeOf = (is: (line: QuoteLine) => boolean) =>
    lines.findIndex((line) => line.category === category && is(line)) + 1 || null;
  const line = placeOf(() => true) ?? 0;
  const own = lines.filter((one) => one.category === category);
  const servers = own.filter(isServerLine);
  return {
    ...{ category, line },
    description: own[0]?.description ?? "",
    quantity: servers.length > 0 ? sumOfQuantities(servers) : (own[0]?.quantity ?? null),
    isAlike: new Set(servers.map(({ description }) => description)).size <= 1,
    net: exactSum(own.flatMap((one) => lineNetText(one, currency) ?? [])),
    unpricedLine: placeOf(({ unitPrice }) => unitPrice === null),
    quantityLine: placeOf(({ unitPrice, quantity }) => unitPrice !== null && quantity === null),
    monthsLine: placeOf(
      ({ unitPrice, quantity, recurrence, months }) =>
        unitPrice !== null && quantity !== null && recurrence !== "one-off" && months === null,
    ),
  };
}
