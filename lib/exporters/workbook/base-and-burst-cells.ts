import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import { type Row, type SheetWriter, sumOf } from "./cells";
import type { CellLoad } from "./demand-cells";
import {
  allHours,
  classesBy,
  type HourLevelCells,
  hourLevelCells,
  hoursIn,
  shapeOf,
} from "./hour-level-cells";
import type { WorkbookScope } from "./option-scope";

type Work = CellLoad["inference"][number];

/** In each hour the base takes what lies below its level, and the burst the rest. docs/model.md, "Portfolios". */
export function baseAndBurstLoads(
  scope: WorkbookScope,
  option: PortfolioOption,
  sheet: SheetWriter,
): { readonly first: CellLoad; readonly second: CellLoad } {
  const { load } = scope.demand;
  const base = scope.inputs.figure(`options.${option.id}.baseLevelRatio`);
  const levelsOf = load.inference.map((one) => hourLevelCells({ ...scope, sheet }, one));
  const part = (label: string, cut: (level: string) => string) =>
    load.inference.flatMap((one, index) => {
      const levels = levelsOf[index];
      return levels ? [partOf(sheet, `${label}, ${one.workload.name}`, { one, levels, cut })] : [];
    });
  const first = part("Base", (level) => `MIN(${level},${base})`);
  const second = part("Burst", (level) => `MAX(0,${level}-${base})`);
  const workOf = (rows: readonly Row[]) =>
    sheet.value("Work of a part", "requests or hours", sumOf(rows.map((row) => `SUM(${row.all})`)));
  const ofBurst = workOf(second.map(({ requests }) => requests));
  const ofBase = workOf([
    ...first.map(({ requests }) => requests),
    ...load.training.map(({ hours }) => hours),
  ]);
  return {
    first: {
      inference: first,
      training: load.training,
      inUse: () => `OR(${ofBase}>0,${ofBurst}=0)`,
    },
    second: { inference: second, training: [], inUse: () => `${ofBurst}>0` },
  };
}

/** One workload's work below the base level or above it: its share, its hours, and what of it waits. */
function partOf(
  sheet: SheetWriter,
  label: string,
  {
    one,
    levels,
    cut,
  }: {
    readonly one: Work;
    readonly levels: HourLevelCells;
    readonly cut: (level: string) => string;
  },
): Work {
  const shape = shapeOf(one.workload);
  const classOf = (hour: number) => shape?.[hour] ?? 1;
  const alike = classesBy(classOf);
  const cellsOf = (kind: "urgent" | "work") => {
    const cells = new Map(
      [...alike].map(([level, hours]) => [
        level,
        sheet.value(`${label}: ${kind} of an hour`, "ratio", cut(levels[kind](hours[0] ?? 0))),
      ]),
    );
    const terms = [...alike].map(
      ([level, hours]) => `${cells.get(level)}*${hoursIn(hours)}/${allHours}`,
    );
    return { at: (hour: number) => cells.get(classOf(hour)) ?? "0", mean: sumOf(terms) };
  };
  const [urgent, work] = [cellsOf("urgent"), cellsOf("work")];
  const share = sheet.value(`${label}: share`, "fraction", work.mean);
  const overMean = (cell: string) => `IF(${share}>0,${cell}/${share},1)`;
  const row = (name: string, whole: Row) =>
    sheet.series(`${label}: ${name}`, "of the workload", (t) => `${whole.at(t)}*${share}`);
  return {
    workload: one.workload,
    uncached: row("uncached", one.uncached),
    cached: row("cached", one.cached),
    output: row("output", one.output),
    requests: row("requests", one.requests),
    batchable: sheet.value(
      `${label}: batchable share`,
      "fraction",
      `IF(${share}>0,MAX(0,1-(${urgent.mean})/${share}),0)`,
    ),
    levels: {
      urgent: (hour) => overMean(urgent.at(hour)),
      work: (hour) => overMean(work.at(hour)),
    },
  };
}
