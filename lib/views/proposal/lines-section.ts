import { fiscalYearsOf } from "@/lib/engine";
import type { CostLine, FiscalYear, OptionProjection } from "@/lib/engine/types";
import { fiscalYearName } from "../budget";
import { horizonText } from "../months";
import { lineNames, optionName } from "../names";
import { completeOptions, type Results } from "../results";
import { amountCells, textCell } from "../table";
import type { TableView } from "../types";
import type { DocumentBlock } from "./document";
import type { ProposalMaterial } from "./material";

/** Every cost line of every option by fiscal year, as it is paid: what the totals are made of. */
export function linesBlocks({ results }: ProposalMaterial): readonly DocumentBlock[] {
  return completeOptions(results.projection).map((option) => ({
    kind: "table",
    title: optionName(results.plan, option.optionId),
    table: linesTable(results, option),
  }));
}

function linesTable({ plan, projection }: Results, option: OptionProjection): TableView {
  const years = fiscalYearsOf(projection, plan.fiscalYearStartMonth ?? 1);
  const rows = option.lines.map((line) => ({ line, ...sumsOf(line, years) }));
  const totals = {
    sums: years.map((year) => sumIn(option.cash.all, year)),
    total: option.summary.cash,
  };
  const amount = amountCells([
    ...rows.flatMap(({ sums, total }) => [...sums, total]),
    ...totals.sums,
  ]);
  return {
    id: "cost-lines",
    about: optionName(plan, option.optionId),
    caption: `${optionName(plan, option.optionId)}: every cost line by fiscal year, ${plan.currency} as paid`,
    columns: [
      { id: "line", label: "Line", align: "left" },
      { id: "use", label: "For", align: "left" },
      ...years.map(({ year }) => ({
        ...{ id: String(year), label: fiscalYearName(year), align: "right" as const },
      })),
      { id: "total", label: horizonText(projection.months), align: "right" },
    ],
    rows: rows.map(({ line, sums, total }) => ({
      id: `${line.id}:${line.use}`,
      cells: [
        textCell(lineNames[line.id]),
        textCell(line.use),
        ...sums.map((sum) => amount(sum)),
        amount(total),
      ],
    })),
    totals: [
      textCell("All"),
      textCell(""),
      ...totals.sums.map((sum) => amount(sum)),
      amount(totals.total),
    ],
  };
}

function sumsOf({ cash }: CostLine, years: readonly FiscalYear[]) {
  return {
    sums: years.map((year) => sumIn(cash, year)),
    total: cash.reduce((sum, one) => sum + one, 0),
  };
}

const sumIn = (series: readonly number[], { fromMonth, toMonth }: FiscalYear) =>
  series.slice(fromMonth, toMonth + 1).reduce((sum, one) => sum + one, 0);
