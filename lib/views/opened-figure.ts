import type { Plan } from "@/lib/schemas/plan";
import { type Explanation, explain, measuredLines, viewOf } from "./explain";
import { explainEnergy } from "./explain-energy";
import { explainLine, type LineExplanation } from "./explain-line";
import { explainPair } from "./explain-pair";
import { explainReturn } from "./explain-return";
import { explainWalkAway } from "./explain-walk-away";
import { optionProjection, type Results } from "./results";
import type { FigureRef } from "./types";

/** What a figure of the address shows: its lines, and one of them when it is named. */
export function openedFigure(
  results: Results,
  {
    figure,
    planId,
    basePlan,
  }: { readonly figure: FigureRef; readonly planId: string; readonly basePlan: Plan },
): { readonly explanation: Explanation | null; readonly line: LineExplanation | null } {
  return {
    explanation: explanationOf(results, figure),
    line: lineOf(results, figure, planId, basePlan),
  };
}

function explanationOf(results: Results, figure: FigureRef): Explanation | null {
  if (figure.measure === "walkAwayPrice") return explainWalkAway(results, figure);
  if (figure.measure === "energyPerMillionTokens") return explainEnergy(results, figure);
  if (figure.measure === "internalRate") return explainReturn(results, figure);
  if (figure.againstId !== undefined) return explainPair(results, figure);
  return explain(results, figure);
}

function lineOf(
  results: Results,
  figure: FigureRef,
  planId: string,
  basePlan: Plan,
): LineExplanation | null {
  const option = optionProjection(results.projection, figure.optionId);
  if (figure.lineId === undefined || option?.status !== "complete") return null;
  const measured = measuredLines(results, option, figure).find(
    ({ line }) => `${line.id}.${line.use}` === figure.lineId,
  );
  if (!measured) return null;
  const { line, amount } = measured;
  return explainLine({
    planId,
    plan: results.plan,
    basePlan,
    option,
    line,
    view: viewOf(figure),
    amount,
  });
}
