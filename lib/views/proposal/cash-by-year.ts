import { budgetYears, fiscalYearHead } from "../budget";
import { horizonText } from "../months";
import { optionName } from "../names";
import { completeOptions, type Results } from "../results";
import { amountCells, textCell } from "../table";
import type { TableView } from "../types";

/** What each option pays in each fiscal year, the proposed one strong; null while none is complete. */
export function cashByYear(results: Results, proposedId: string | null): TableView | null {
  const { plan, projection } = results;
  const rows = completeOptions(projection)
    .flatMap(({ optionId, kind, summary }) => {
      const years = budgetYears(results, optionId);
      return years ? [{ optionId, kind, years, total: summary.cash }] : [];
    })
    .toSorted((a, b) => a.total - b.total);
  const [first] = rows;
  if (!first) return null;
  const amount = amountCells(
    rows.flatMap(({ years, total }) => [...years.map(({ cash }) => cash.all), total]),
    0,
  );
  return {
    id: "cash-by-year",
    caption: `What each option pays in each fiscal year, ${plan.currency}`,
    columns: [
      { id: "option", label: `${plan.currency}, paid`, align: "left" },
      ...first.years.map((year) => ({
        ...{
          id: String(year.fiscalYear.year),
          label: fiscalYearHead(year.fiscalYear),
          align: "right" as const,
        },
      })),
      { id: "total", label: horizonText(projection.months), align: "right" },
    ],
    rows: rows.map(({ optionId, kind, years, total }) => ({
      id: optionId,
      cells: [
        { ...textCell(optionName(plan, optionId)), kind },
        ...years.map(({ cash }) => amount(cash.all)),
        amount(total),
      ].map((cell) => (optionId === proposedId ? { ...cell, isStrong: true } : cell)),
    })),
  };
}
