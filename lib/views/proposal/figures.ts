import { breakEvenMonth, figureAt, walkAwayPrice } from "@/lib/engine";
import type { OptionProjection } from "@/lib/engine/types";
import { money, moneyDifference, moneyFull, percent, quantity, share } from "@/lib/format";
import type { EvidenceClass } from "@/lib/schemas/figure";
import { budgetYears, fiscalYearName } from "../budget";
import { optionCurrency } from "../currency";
import { optionEvidence } from "../evidence";
import { horizonText, monthAt, monthNumber } from "../months";
import { optionName } from "../names";
import { completeOptions, optionProjection, type Results } from "../results";
import { walkAwayBaseline } from "../walk-away-baseline";
import { lacksDemand } from "./lacks-demand";
import { type ProposalMaterial, rivalOf } from "./material";

/** A figure that prose may name: its key stays the same when its value moves. */
export type ProposalFigure = {
  readonly key: string;
  /** Under which heading it is offered: an option's name, or "The plan". */
  readonly group: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly evidence?: EvidenceClass;
};

const planGroup = "The plan";

/** Every figure that a sentence of the proposal may have in it, by key. */
export function proposalFigures(material: ProposalMaterial): ReadonlyMap<string, ProposalFigure> {
  const { results } = material;
  const found = [
    ...planFigures(results),
    ...completeOptions(results.projection).flatMap((option) => optionFigures(results, option)),
    ...comparedFigures(material),
  ];
  return new Map(found.map((figure) => [figure.key, figure]));
}

function planFigures({ plan, projection }: Results): readonly ProposalFigure[] {
  const rate = figureAt(plan, "assumptions.discountRatePerYearFraction");
  const tokens = projection.servedTokens.reduce((sum, one) => sum + one, 0);
  const of = (key: string, label: string, value: string): ProposalFigure => ({
    ...{ key, group: planGroup, label, value },
  });
  return [
    of("horizon", "Horizon", horizonText(projection.months)),
    of("firstMonth", "First month", monthAt(projection.startMonth, 0)),
    of("lastMonth", "Last month", monthAt(projection.startMonth, projection.months - 1)),
    ...(lacksDemand(projection)
      ? []
      : [of("servedTokens", "Tokens served", `${quantity(tokens)} tokens`)]),
    ...(rate?.value == null
      ? []
      : [{ ...of("discountRate", "Discount rate", percent(rate.value)), evidence: rate.evidence }]),
  ];
}

function optionFigures(results: Results, option: OptionProjection): readonly ProposalFigure[] {
  const { plan } = results;
  const { optionId, summary } = option;
  const group = optionName(plan, optionId);
  const evidence = optionEvidence(plan, option, "cash");
  const of = (measure: string, label: string, value: string, note?: string): ProposalFigure => ({
    ...{ key: `${measure}:${optionId}`, group, label, value },
    ...(note && { note }),
    ...(evidence && { evidence }),
  });
  const { costPerMillionTokens: perMillion, inference, training } = summary;
  return [
    of(
      "total",
      `Total over ${horizonText(plan.horizonMonths)}`,
      money(summary.cash, plan.currency),
      "paid",
    ),
    of("consumed", "Total as consumed", money(summary.accrual, plan.currency), "consumed"),
    of("netPresentCost", "Net present cost", money(summary.netPresentCost, plan.currency)),
    ...(perMillion === null
      ? []
      : [of("perMillionTokens", "Per million tokens", money(perMillion, plan.currency))]),
    ...(inference + training > 0 && inference >= 0 && training >= 0
      ? [
          of(
            "inferenceShare",
            "Inference\u2019s share of the cost",
            share(inference / (inference + training)),
          ),
        ]
      : []),
    ...yearFigures(results, optionId, of),
  ];
}

type Of = (measure: string, label: string, value: string, note?: string) => ProposalFigure;

function yearFigures(results: Results, optionId: string, of: Of): readonly ProposalFigure[] {
  const { currency } = results.plan;
  return (budgetYears(results, optionId) ?? []).flatMap(({ fiscalYear, cash, difference }) => {
    const name = fiscalYearName(fiscalYear.year);
    return [
      of(`cash-${fiscalYear.year}`, `Paid in ${name}`, money(cash.all, currency)),
      ...(difference === null
        ? []
        : [
            of(
              `budget-${fiscalYear.year}`,
              `${name} against the budget`,
              moneyDifference(difference, currency),
            ),
          ]),
    ];
  });
}

/** What sets the proposed option apart from each other one. */
function comparedFigures(material: ProposalMaterial): readonly ProposalFigure[] {
  const { results, proposedId } = material;
  const { plan, projection } = results;
  const proposed = optionProjection(projection, proposedId ?? undefined);
  if (!proposed) return [];
  const group = optionName(plan, proposed.optionId);
  const others = completeOptions(projection).filter(({ optionId }) => optionId !== proposedId);
  const against = others.flatMap(({ optionId, summary }): readonly ProposalFigure[] => {
    const name = optionName(plan, optionId);
    const month = breakEvenMonth(projection, proposed.optionId, optionId, {
      ...{ view: "cash", discountRatePerYearFraction: null },
    }).forGoodFrom;
    return [
      savedFigure(
        { results, group, key: `saved:${proposed.optionId}:${optionId}` },
        { name, saved: summary.cash - proposed.summary.cash },
      ),
      ...(month === null
        ? []
        : [
            {
              ...{ key: `cheaperFrom:${proposed.optionId}:${optionId}`, group },
              label: `Cheaper than ${name} for good from`,
              value: monthNumber(month),
              note: monthAt(projection.startMonth, month),
            },
          ]),
    ];
  });
  return [...against, ...walkAwayFigures(material)];
}

/** Said as an amount, less or more: which it is stands in its label. */
const savedFigure = (
  {
    results,
    group,
    key,
  }: { readonly results: Results; readonly group: string; readonly key: string },
  { name, saved }: { readonly name: string; readonly saved: number },
): ProposalFigure => ({
  ...{ key, group, note: "paid" },
  label: `${saved < 0 ? "More" : "Less"} than ${name}`,
  value: money(Math.abs(saved), results.plan.currency),
});

function walkAwayFigures(material: ProposalMaterial): readonly ProposalFigure[] {
  const { results, proposedId } = material;
  const { plan, projection } = results;
  const option = optionProjection(projection, proposedId ?? undefined);
  const rivalId = walkAwayBaseline(results, proposedId ?? undefined) ?? rivalOf(material);
  if (option?.kind !== "on-premises" || !rivalId) return [];
  const { verdict, serverPrice } = walkAwayPrice(plan, option.optionId, rivalId, projection);
  if (verdict !== "price" || serverPrice === null) return [];
  return [
    {
      key: `walkAway:${option.optionId}`,
      group: optionName(plan, option.optionId),
      label: `Walk away above, against ${optionName(plan, rivalId)}`,
      value: moneyFull(serverPrice, optionCurrency(plan, option.optionId)),
      note: "a server",
    },
  ];
}
