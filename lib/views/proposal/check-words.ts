import { counted, numberFull } from "@/lib/format";
import type { CheckDifference, IssueCheck } from "@/lib/schemas/issue-check";
import { textCell } from "../table";
import type { TableView } from "../types";

type Named = { readonly id: string; readonly name: string };
/** What the rows of a plan are called. */
export type PlanNames = {
  readonly options: readonly Named[];
  readonly workloads: readonly Named[];
};

export type CheckView = {
  readonly isGood: boolean;
  readonly figures: string;
  readonly hash: string;
  /** Null where every figure is the same. */
  readonly table: TableView | null;
};

/** What came of computing an issue again. */
export function checkView(check: IssueCheck, plan: PlanNames): CheckView {
  const { isHashRight, engineThen, engineNow, differences, count } = check;
  return {
    isGood: isHashRight && count === 0,
    figures:
      count === 0
        ? `Same figures, to the last digit, by engine ${engineNow}.`
        : `${counted(count, "figure")} ${count === 1 ? "differs" : "differ"}: issued by engine ${engineThen}, computed again by engine ${engineNow}. What was issued stays as it is.`,
    hash: isHashRight
      ? "The hash is that of the snapshot as it is stored."
      : "The hash is not that of the stored snapshot: it was changed behind Loadline. Tell whoever runs it, and trust a downloaded copy whose SHA-256 agrees.",
    table: count === 0 ? null : differencesTable(differences, count, plan),
  };
}

const differencesTable = (
  differences: readonly CheckDifference[],
  count: number,
  plan: PlanNames,
): TableView => ({
  id: "check-differences",
  caption:
    count > differences.length
      ? `The first ${differences.length} of ${count} figures that differ`
      : "Figures that differ",
  columns: [
    { id: "figure", label: "Figure", align: "left" },
    { id: "issued", label: "As issued", align: "right" },
    { id: "again", label: "Computed again", align: "right" },
  ],
  rows: differences.map(({ path, issued, again }) => ({
    id: path.join("."),
    cells: [textCell(pathText(path, plan)), valueCell(issued), valueCell(again)],
  })),
});

const valueCell = (value: CheckDifference["issued"]) =>
  value === null
    ? { text: "none", sort: null }
    : { text: typeof value === "number" ? numberFull(value, 12) : value, sort: value };

/** "On-premises, summary, cash"; a place in a series of months counts from 1. */
function pathText(path: readonly string[], plan: PlanNames): string {
  const names = new Map(
    [...plan.options, ...plan.workloads].map(({ id, name }) => [id, name] as const),
  );
  const words = (part: string) =>
    /^\d+$/.test(part)
      ? `month ${Number(part) + 1}`
      : part.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  const [list, ...rest] = path;
  const shown = list === "options" || list === "demand" ? rest : path;
  return shown.map((part) => names.get(part) ?? words(part)).join(", ");
}
