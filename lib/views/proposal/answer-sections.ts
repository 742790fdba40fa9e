import { figureAt } from "@/lib/engine";
import { breakEvenTimeline } from "../break-even-months";
import { budgetYears, hasBudget } from "../budget";
import { budgetChart } from "../budget-chart";
import { budgetSentences } from "../budget-sentences";
import { budgetTable } from "../budget-table";
import { quarterlySpendChart } from "../quarterly-spend";
import { returnsView } from "../returns";
import { withColumns } from "../table";
import { tokenCostChart } from "../token-cost";
import { cashByYear } from "./cash-by-year";
import type { DocumentBlock } from "./document";
import type { ProposalMaterial } from "./material";
import { mindText } from "./mind-text";

/** Spend of the proposed option, inference against training, and what a token costs with each. */
export function projectionBlocks({
  results,
  proposedId,
}: ProposalMaterial): readonly DocumentBlock[] {
  const charts = [
    proposedId === null ? null : quarterlySpendChart(results, proposedId),
    tokenCostChart(results),
  ];
  return charts.flatMap((chart) => (chart ? [{ kind: "chart", chart } as const] : []));
}

export function breakEvenBlocks({ results }: ProposalMaterial): readonly DocumentBlock[] {
  const timeline = breakEvenTimeline(results, {
    ...{ view: results.view, discountRatePerYearFraction: null },
  });
  const returns = returnsView(results);
  return [
    ...(timeline ? [{ kind: "timeline", timeline } as const] : []),
    ...(returns
      ? [
          { kind: "list", title: returns.title, items: returns.sentences } as const,
          { kind: "table", title: "", table: returns.table } as const,
        ]
      : []),
  ];
}

export function sensitivityBlocks({ tornado, minds }: ProposalMaterial): readonly DocumentBlock[] {
  return [
    ...(minds
      ? [
          {
            kind: "list",
            title: minds.title,
            items: minds.minds.map(mindText),
          } as const,
        ]
      : []),
    ...(tornado ? [{ kind: "tornado", tornado } as const] : []),
  ];
}

/** As many as stand beside each other on a page; the file of the table has all of them. */
const onPaper = ["year", "budget", "basis", "cash", "accrual", "difference", "percent"];

/** What is paid when, and against which budget. */
export function scheduleBlocks({
  results,
  proposedId,
}: ProposalMaterial): readonly DocumentBlock[] {
  const cash = cashByYear(results, proposedId);
  const years = proposedId === null ? null : budgetYears(results, proposedId);
  if (proposedId === null || !years || !hasBudget(results))
    return cash ? [{ kind: "table", title: "Cash by fiscal year", table: cash }] : [];
  const chart = budgetChart(results, proposedId, years);
  const sentences = budgetSentences(results, years).map(({ text }) => text);
  return [
    ...(chart ? [{ kind: "chart", chart } as const] : []),
    ...(sentences.length > 0 ? [{ kind: "list", title: "", items: sentences } as const] : []),
    {
      kind: "table",
      title: "",
      table: withColumns(budgetTable(results, proposedId, years), onPaper),
    },
  ];
}

export const discountRateOf = ({ results }: ProposalMaterial): number | null =>
  figureAt(results.plan, "assumptions.discountRatePerYearFraction")?.value ?? null;
