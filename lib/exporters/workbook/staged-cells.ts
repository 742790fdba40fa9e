import type { Use } from "@/lib/engine/types";
import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import { type SheetWriter, sumOf } from "./cells";
import type { CellLoad } from "./demand-cells";
import { type LineCells, uses } from "./line-cells";
import type { WorkbookScope } from "./option-scope";
import { shareOfLoad } from "./share-of-load";

type Part = { readonly lines: readonly LineCells[]; readonly remainingBookValue: string };

/** The first option serves everything in the months before the switch, the second from it on. docs/model.md, "Portfolios". */
export function stagedCells(
  scope: WorkbookScope,
  option: PortfolioOption,
  sheet: SheetWriter,
  partCells: (optionId: string | null, load: CellLoad) => Part,
): Part {
  const switchMonth = `(${scope.inputs.figure(`options.${option.id}.switchMonth`)}-1)`;
  const stage = (label: string, test: "<" | ">=") => {
    const isOn = sheet.series(
      label,
      "fraction",
      (t) => `IF(${sheet.month.at(t)}${test}${switchMonth},1,0)`,
    );
    return shareOfLoad(sheet, scope.demand.load, { inference: isOn, training: isOn });
  };
  const parts = [
    partCells(option.firstOptionId, stage("First stage", "<")),
    partCells(option.secondOptionId, stage("Second stage", ">=")),
  ];
  return {
    lines: addedLines(
      sheet,
      parts.flatMap(({ lines }) => lines),
    ),
    remainingBookValue: sheet.value(
      "Remaining book value of both",
      "money",
      sumOf(parts.map((part) => part.remainingBookValue)),
    ),
  };
}

/** Lines of one name are one line. */
function addedLines(sheet: SheetWriter, lines: readonly LineCells[]): LineCells[] {
  const ids = new Set(lines.map(({ id }) => id));
  return [...ids].flatMap((id) =>
    uses.map((use: Use): LineCells => {
      const same = lines.filter((line) => line.id === id && line.use === use);
      const sum = (view: "cash" | "accrual") =>
        sheet.series(`${id}, ${use}, both, ${view}`, "money", (t) =>
          sumOf(same.map((line) => line[view].at(t))),
        );
      return { id, use, cash: sum("cash"), accrual: sum("accrual") };
    }),
  );
}
