import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import { lineNames, viewWords } from "@/lib/views/names";
import { baseAndBurstLoads } from "./base-and-burst-cells";
import { type SheetWriter, sumOf } from "./cells";
import type { CellLoad } from "./demand-cells";
import { type LineCells, uses } from "./line-cells";
import { addedTiming, type TaxTimingCells } from "./macrs-cells";
import type { WorkbookScope } from "./option-scope";
import { shareOfLoad } from "./share-of-load";

/** The lines of an option, and what stands beside them. */
export type PartCells = {
  readonly lines: readonly LineCells[];
  readonly remainingBookValue: string;
  /** What MACRS deducts before the books do. */
  readonly timing?: TaxTimingCells | undefined;
};

/** Two options that share the work, each on its part of it. docs/model.md, "Portfolios". */
export function portfolioCells(
  scope: WorkbookScope,
  option: PortfolioOption,
  sheet: SheetWriter,
  partCells: (optionId: string | null, load: CellLoad) => PartCells,
): PartCells {
  const loads = loadsBy[option.mode](scope, option, sheet);
  const parts = [
    partCells(option.firstOptionId, loads.first),
    partCells(option.secondOptionId, loads.second),
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
    timing: addedTiming(parts.flatMap(({ timing }) => timing ?? [])),
  };
}

/** Every workload's requests divided alike; training runs on the second option. */
function sharedLoads(scope: WorkbookScope, option: PortfolioOption, sheet: SheetWriter) {
  const { load } = scope.demand;
  const ofFirst = scope.inputs.figure(`options.${option.id}.requestsFraction`);
  const share = (label: string, amount: string) => sheet.series(label, "fraction", () => amount);
  const training = sumOf(load.training.map(({ hours }) => `SUM(${hours.all})`));
  const first = {
    inference: share("Requests on the first option", ofFirst),
    training: share("Training on the first option", "0"),
  };
  const second = {
    inference: share("Requests on the second option", `1-${ofFirst}`),
    training: share("Training on the second option", `IF(${training}>0,1,0)`),
  };
  return {
    first: { ...shareOfLoad(sheet, load, first), training: [] },
    second: shareOfLoad(sheet, load, second),
  };
}

/** The first option serves everything in the months before the switch, the second from it on. */
function stagedLoads(scope: WorkbookScope, option: PortfolioOption, sheet: SheetWriter) {
  const switchMonth = `(${scope.inputs.figure(`options.${option.id}.switchMonth`)}-1)`;
  const stage = (label: string, test: "<" | ">=") => {
    const isOn = sheet.series(
      label,
      "fraction",
      (t) => `IF(${sheet.month.at(t)}${test}${switchMonth},1,0)`,
    );
    return shareOfLoad(sheet, scope.demand.load, { inference: isOn, training: isOn });
  };
  return { first: stage("First stage", "<"), second: stage("Second stage", ">=") };
}

const loadsBy = {
  "base-and-burst": baseAndBurstLoads,
  "by-share": sharedLoads,
  staged: stagedLoads,
};

/** Lines of one name are one line. */
function addedLines(sheet: SheetWriter, lines: readonly LineCells[]): LineCells[] {
  const ids = new Set(lines.map(({ id }) => id));
  return [...ids].flatMap((id) =>
    uses.map((use): LineCells => {
      const same = lines.filter((line) => line.id === id && line.use === use);
      const sum = (view: "cash" | "accrual") =>
        sheet.series(`${lineNames[id]}, ${use}, both, ${viewWords[view].adjective}`, "money", (t) =>
          sumOf(same.map((line) => line[view].at(t))),
        );
      return { id, use, cash: sum("cash"), accrual: sum("accrual") };
    }),
  );
}
