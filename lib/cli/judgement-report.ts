import type { Errors } from "@/lib/engine";
import { counted, percent } from "@/lib/format";
import type { PointIssue } from "@/lib/importers/point-cells";
import { groupsOf } from "./groups";
import type { ErrorTables, Judgement, NamedErrors } from "./judge-estimates";
import { type TextColumn, textTable } from "./text-table";

/** A judgement as text for a terminal: errors overall and by group, then what was not judged and why. */
export function judgementReport(judgement: Judgement): string {
  const { rows, judged, timePerOutputToken, timeToFirstToken, issues, mended } = judgement;
  const head = `${counted(judged, "point")} of ${counted(rows, "row")} judged. Errors are absolute and relative to what was measured.`;
  const parts = [
    head,
    errorTable("Time per output token", timePerOutputToken),
    errorTable("Time to first token", timeToFirstToken),
    listOf("Not judged", issues),
    listOf("Labels read as something else", mended),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const columns: readonly TextColumn[] = [
  { head: "", align: "left" },
  { head: "Points", align: "right" },
  { head: "Median", align: "right" },
  { head: "p90", align: "right" },
  { head: "Leaning", align: "right" },
];

function errorTable(title: string, tables: ErrorTables): string {
  if (tables.overall === null) return "";
  const groups: readonly NamedErrors[] = [
    { name: "All", ...tables.overall },
    ...tables.byMode,
    ...tables.byMachine,
    ...tables.byModel,
    ...tables.byModelAndMachine,
  ];
  return `${title}\n${textTable(
    columns,
    groups.map((group) => [group.name, ...cells(group)]),
  )}`;
}

const cells = (errors: Errors): readonly string[] => [
  String(errors.points),
  percent(errors.medianFraction),
  percent(errors.ninthDecileFraction),
  percent(errors.leaningFraction),
];

/** Rows that need the same, together, with the first of them. */
function listOf(title: string, issues: readonly PointIssue[]): string {
  if (issues.length === 0) return "";
  const wordsOf = ({ column, value, mend }: PointIssue) =>
    `${column} ${value === "" ? "is empty" : `is "${value}"`}. ${mend}`;
  const lines = groupsOf(issues, wordsOf).map(([words, group]) => {
    const places = group.slice(0, 3).map(({ row }) => row);
    const more = group.length > places.length ? ` and ${group.length - places.length} more` : "";
    return `  row ${places.join(", ")}${more}: ${words}`;
  });
  return [`${title}:`, ...lines].join("\n");
}
