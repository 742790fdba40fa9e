import type { RichText } from "@/lib/schemas/rich-text";
import { does } from "../agree";
import { cumulativeCostChart } from "../cumulative-cost";
import { leadOf } from "../lead";
import { optionName } from "../names";
import { optionProjection } from "../results";
import { leadSentence } from "../sentences";
import type { Figure } from "../types";
import { cashByYear } from "./cash-by-year";
import type { DocumentBlock } from "./document";
import { type ProposalMaterial, rivalOf } from "./material";
import { mindText } from "./mind-text";
import { type Figures, isParagraph, plainText, proseOf, written } from "./prose";
import { askText } from "./recommendation-section";

const mostMinds = 3;

/** What the first page says before anything else: what, for how much, and how much less. */
export function summaryText(material: ProposalMaterial, figures: Figures): RichText {
  const { results, proposedId } = material;
  const { plan, projection } = results;
  if (proposedId === null)
    return plainText("No option has all its figures yet, so nothing is proposed.");
  const name = optionName(plan, proposedId);
  const rivalId = rivalOf(material);
  const costs = [
    `${does(name, "costs")} `,
    { figure: `total:${proposedId}` },
    " over ",
    { figure: "horizon" },
  ];
  if (rivalId === undefined) return [written(figures, [...costs, "."])].filter(isParagraph);
  const basis = { view: "cash", discountRatePerYearFraction: null } as const;
  const lead = leadOf(projection, proposedId, projection.ranking, basis);
  const names = (id: string) => optionName(plan, id);
  const paid = (id: string) => optionProjection(projection, id)?.summary.cash ?? 0;
  const isLess = paid(proposedId) <= paid(rivalId);
  const sentence = leadSentence(lead, { months: projection.months, names, before: [] });
  return [
    written(figures, [
      ...costs,
      ", ",
      { figure: `saved:${proposedId}:${rivalId}` },
      ` ${isLess ? "less" : "more"} than ${optionName(plan, rivalId)}. ${sentence}`,
    ]),
  ].filter(isParagraph);
}

/** One page that stands alone: ask, money, when, and what would change our mind. */
export function summaryBlocks(
  material: ProposalMaterial,
  figures: Figures,
): readonly DocumentBlock[] {
  const { results, minds, proposedId } = material;
  const chart = cumulativeCostChart(results);
  const cash = cashByYear(results, proposedId);
  const sentences = (minds?.minds ?? []).slice(0, mostMinds).map(mindText);
  return [
    { kind: "figures", figures: headFigures(material, figures) },
    ...(chart ? [{ kind: "chart", chart } as const] : []),
    ...(cash ? [{ kind: "table", title: "Cash by fiscal year", table: cash } as const] : []),
    ...(proposedId === null
      ? []
      : [
          {
            kind: "columns",
            columns: [
              {
                title: "We ask you to approve",
                paragraphs: proseOf(askText(material, figures), figures),
              },
              ...(sentences.length > 0
                ? [
                    {
                      title: "What would change our mind",
                      paragraphs: proseOf(plainText(...sentences), figures),
                    },
                  ]
                : []),
            ],
          } as const,
        ]),
  ];
}

/** Four figures of the proposed option, in the order in which they are asked for. */
function headFigures(material: ProposalMaterial, figures: Figures): readonly Figure[] {
  const { proposedId } = material;
  const rivalId = rivalOf(material);
  const keys = [
    `total:${proposedId}`,
    `perMillionTokens:${proposedId}`,
    `cheaperFrom:${proposedId}:${rivalId}`,
    `saved:${proposedId}:${rivalId}`,
    `walkAway:${proposedId}`,
    `netPresentCost:${proposedId}`,
  ];
  return keys
    .flatMap((key) => figures.get(key) ?? [])
    .slice(0, 4)
    .map(({ key, label, value, note, evidence }) => ({
      ...{ id: key, label, value },
      ...(note && { note }),
      ...(evidence && { evidence }),
    }));
}
