import type { BudgetVariance, FiscalYear } from "@/lib/engine/types";
import { dateText, exactAmount } from "@/lib/format";
import type { RichText } from "@/lib/schemas/rich-text";
import { does } from "../agree";
import { budgetYears, coverage, fiscalYearName } from "../budget";
import { kindNames, optionName } from "../names";
import { optionProjection } from "../results";
import type { ProposalMaterial, ProposalOffer } from "./material";
import { rivalOf } from "./material";
import { type Figures, isParagraph, type Phrase, plainText, written } from "./prose";

/** What somebody signs for, in a few lines. */
export function askText(material: ProposalMaterial, figures: Figures): RichText {
  const { results, proposedId, offers } = material;
  if (proposedId === null) return [];
  const { plan } = results;
  const years = askedYears(budgetYears(results, proposedId) ?? []);
  const ask: readonly Phrase[] =
    years.length === 0
      ? [`${optionName(plan, proposedId)}: `, { figure: `total:${proposedId}` }, " in all."]
      : [
          `${optionName(plan, proposedId)}: `,
          ...years.flatMap((year): readonly Phrase[] => [
            { figure: `cash-${year.year}:${proposedId}` },
            ` in ${yearText(year)}, `,
          ]),
          { figure: `total:${proposedId}` },
          " over ",
          { figure: "horizon" },
          ".",
        ];
  const own = offers.filter(({ optionId }) => optionId === proposedId);
  return [
    written(figures, ask),
    ...own.map((offer) => written(figures, [offerText(offer)])),
  ].filter(isParagraph);
}

/** The first year, and where the plan has only a part of it the next one too: that is when most is paid. */
function askedYears(years: readonly BudgetVariance[]): readonly FiscalYear[] {
  const [first, second] = years.map(({ fiscalYear }) => fiscalYear);
  if (!first) return [];
  return second && coverage(first) ? [first, second] : [first];
}

/** "FY2027", "FY2026 (1 of 12 months)". */
function yearText(year: FiscalYear): string {
  const part = coverage(year);
  return part ? `${fiscalYearName(year.year)} (${part})` : fiscalYearName(year.year);
}

/** "Fennmark, quote Q-17 revision 3 of 4 Nov 2026: 636,800.00 USD, valid until 18 Dec 2026." */
export function offerText(offer: ProposalOffer): string {
  const { supplierName, number, revision, quotedOn, validUntil, currency, cost } = offer;
  const amount = cost === null ? "not all of it priced" : `${exactAmount(cost)} ${currency}`;
  const until = validUntil === null ? "" : `, valid until ${dateText(validUntil)}`;
  return `${supplierName}, quote ${number} revision ${revision} of ${dateText(quotedOn)}: ${amount}${until}.`;
}

/** Why this one: what it costs against the next, and what it takes. */
export function recommendationText(material: ProposalMaterial, figures: Figures): RichText {
  const { results, proposedId } = material;
  const { plan, projection } = results;
  const option = optionProjection(projection, proposedId ?? undefined);
  if (!option) return plainText("No option has all its figures yet, so nothing is recommended.");
  const name = optionName(plan, option.optionId);
  const rivalId = rivalOf(material);
  const isCheapest = projection.ranking[0] === option.optionId;
  const kind = kindNames[option.kind].toLowerCase();
  return [
    written(figures, [
      `We recommend ${name} (${kind}). In net present cost ${isCheapest ? `${does(name, "costs")} least` : `${does(name, "comes")} to`}${isCheapest ? ": " : " "}`,
      { figure: `netPresentCost:${option.optionId}` },
      rivalId === undefined ? "." : ", against ",
      ...(rivalId === undefined
        ? []
        : [{ figure: `netPresentCost:${rivalId}` }, ` for ${optionName(plan, rivalId)}.`]),
    ]),
    written(figures, [
      "The highest price of a server at which this still holds is ",
      { figure: `walkAway:${option.optionId}` },
      ".",
    ]),
    ...askText(material, figures),
  ].filter(isParagraph);
}
