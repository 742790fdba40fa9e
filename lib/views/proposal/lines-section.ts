import { byFiscalYear, total } from "@/lib/engine";
import type { FiscalYear, FiscalYearSpend } from "@/lib/engine/types";
import { fiscalYearName } from "../budget";
import { horizonText } from "../months";
import { lineNames, optionName } from "../names";
import type { Results } from "../results";
import { amountCells, textCell } from "../table";
import type { TableView } from "../types";
import type { DocumentBlock } from "./document";
import type { ProposalMaterial } from "./material";

/** Every cost line of every option by fiscal year, as it is paid: what the totals are made of. */
export function linesBlocks({ results }: ProposalMaterial): readonly DocumentBlock[] {
  const { plan, projection } = results;
  const { years, options } = byFiscalYear(projection, plan.fiscalYearStartMonth ?? 1);
  return options.map((option) => ({
    kind: "table",
    title: optionName(plan, option.optionId),
    table: linesTable(results, years, option),
  }));
}

function linesTable(
  { plan, projection }: Results,
  years: readonly FiscalYear[],
  { optionId, lines, cash }: FiscalYearSpend,
): TableView {
  const amount = amountCells([...lines.flatMap((line) => line.cash), ...cash.cumulative]);
  const cells = (yearly: readonly number[], inAll: number | undefined) => [
    ...yearly.map((sum) => amount(sum)),
    amount(inAll),
  ];
  return {
    id: "cost-lines",
    about: optionName(plan, optionId),
    caption: `${optionName(plan, optionId)}: every cost line by fiscal year, ${plan.currency} as paid`,
    columns: [
      { id: "line", label: "Line", align: "left" },
      { id: "use", label: "For", align: "left" },
      ...years.map(({ year }) => ({
        ...{ id: String(year), label: fiscalYearName(year), align: "right" as const },
      })),
      { id: "total", label: horizonText(projection.months), align: "right" },
    ],
    rows: lines.map((line) => ({
      id: `${line.id}:${line.use}`,
      cells: [
        textCell(lineNames[line.id]),
        textCell(line.use),
        ...cells(line.cash, total(line.cash)),
      ],
    })),
    totals: [textCell("All"), textCell(""), ...cells(cash.all, cash.cumulative.at(-1))],
  };
}
