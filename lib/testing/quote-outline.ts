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
  const keyOf = (line: QuoteLine) => `${line.category} ${isServerLine(line)}`;
  const keys = [...new Set(lines.map(keyOf))];
  return {
    ...{ revision, receivedAt, validUntil, leadTimeWeeks },
    ...{ incoterm, freight, duty, unrecoverableVat },
    categories: keys.map((key) => categoryOf(lines, (line) => keyOf(line) === key, currency)),
  };
}

function categoryOf(
  lines: readonly QuoteLine[],
  isOwn: (line: QuoteLine) => boolean,
  currency: string,
): CategoryOutline {
  const placeOf = (is: (line: QuoteLine) => boolean) =>
    lines.findIndex((line) => isOwn(line) && is(line)) + 1 || null;
  const line = placeOf(() => true) ?? 0;
  const own = lines.filter(isOwn);
  const [first] = own;
  const isServers = first !== undefined && isServerLine(first);
  return {
    ...{ category: first?.category ?? "other", line, isServers },
    description: first?.description ?? "",
    quantity: isServers ? sumOfQuantities(own) : (first?.quantity ?? null),
    isAlike: !isServers || own.every(({ description }) => description === first.description),
    net: exactSum(own.flatMap((one) => lineNetText(one, currency) ?? [])),
    unpricedLine: placeOf(({ unitPrice }) => unitPrice === null),
    quantityLine: placeOf(({ unitPrice, quantity }) => unitPrice !== null && quantity === null),
    monthsLine: placeOf(
      ({ unitPrice, quantity, recurrence, months }) =>
        unitPrice !== null && quantity !== null && recurrence !== "one-off" && months === null,
    ),
  };
}
