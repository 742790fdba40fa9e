import type { WorkloadDemand } from "@/lib/engine/types";
import { counted, quantity } from "@/lib/format";
import type { RichText } from "@/lib/schemas/rich-text";
import { horizonText } from "../months";
import { textCell } from "../table";
import type { Cell, TableView } from "../types";
import type { DocumentBlock } from "./document";
import { lacksDemand } from "./lacks-demand";
import type { ProposalMaterial } from "./material";
import { type Figures, isParagraph, plainText, written } from "./prose";

const monthsInYear = 12;
const sumOf = (series: readonly number[]) => series.reduce((sum, one) => sum + one, 0);

/** What the plan is for, in its own words where it has some. */
export function needText({ results }: ProposalMaterial, figures: Figures): RichText {
  const { plan, projection } = results;
  const own = plainText(...(plan.notes ?? "").split(/\n+/).map((text) => text.trim()));
  if (lacksDemand(projection))
    return [
      ...own,
      ...plainText(`How much ${plan.name} serves is missing: give its workloads their figures.`),
    ];
  return [
    ...own,
    written(figures, [
      `${plan.name} serves `,
      { figure: "servedTokens" },
      " over ",
      { figure: "horizon" },
      ", from ",
      { figure: "firstMonth" },
      " to ",
      { figure: "lastMonth" },
      ".",
    ]),
  ].filter(isParagraph);
}

export function needBlocks({ results }: ProposalMaterial): readonly DocumentBlock[] {
  const { plan, projection } = results;
  if (projection.demand.length === 0) return [];
  const name = (id: string) => plan.workloads.find((one) => one.id === id)?.name ?? id;
  const span = Math.min(monthsInYear, projection.months);
  const table: TableView = {
    id: "workloads",
    caption: `What is asked for over ${horizonText(projection.months)}`,
    columns: [
      { id: "workload", label: "Workload", align: "left" },
      { id: "kind", label: "Kind", align: "left" },
      { id: "first", label: `First ${counted(span, "month")}`, align: "right" },
      { id: "last", label: `Last ${counted(span, "month")}`, align: "right" },
      { id: "all", label: "In all", align: "right" },
    ],
    rows: projection.demand.map((demand) => ({
      id: demand.workloadId,
      cells: [
        textCell(name(demand.workloadId)),
        ...demandCells(demand, span, lacksDemand(projection, `${demand.workloadId}.`)),
      ],
    })),
  };
  return [{ kind: "table", title: "Workloads", table }];
}

function demandCells(demand: WorkloadDemand, span: number, isMissing: boolean): readonly Cell[] {
  const series = demand.kind === "inference" ? demand.servedTokens : demand.acceleratorHours;
  const unit = demand.kind === "inference" ? "tokens" : "accelerator-hours";
  const cell = (value: number): Cell =>
    isMissing
      ? { text: "missing", sort: null }
      : { text: `${quantity(value)} ${unit}`, sort: value };
  return [
    textCell(demand.kind === "inference" ? "Inference" : "Training"),
    cell(sumOf(series.slice(0, span))),
    cell(sumOf(series.slice(-span))),
    cell(sumOf(series)),
  ];
}
