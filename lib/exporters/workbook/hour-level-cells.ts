import type { InferenceWorkload } from "@/lib/schemas/workload";
import { type SheetWriter, sumOf } from "./cells";
import type { Inputs } from "./input-cells";

/** Levels over the mean in each class of hours, as formulas: of what cannot wait, and of all work. */
export type HourLevelCells = {
  readonly urgent: (hour: number) => string;
  readonly work: (hour: number) => string;
};

/** Hours of a week in which a class of "Load shape" lies: five for a weekday's, two for the weekend's. */
const hoursOfClass = (hour: number) => (hour < 24 ? 5 : 2);
const classes = Array.from({ length: 48 }, (_, hour) => hour);
export const allHours = 168;

/** The 48 levels of a workload that says how its work lies over the hours. */
export function shapeOf({ loadShape }: InferenceWorkload): readonly number[] | undefined {
  return loadShape && [...loadShape.weekday, ...loadShape.weekend];
}

export function classesBy<Key>(keyOf: (hour: number) => Key): Map<Key, number[]> {
  const groups = new Map<Key, number[]>();
  for (const hour of classes) groups.set(keyOf(hour), [...(groups.get(keyOf(hour)) ?? []), hour]);
  return groups;
}

export const hoursIn = (hours: readonly number[]): number =>
  hours.reduce((sum, hour) => sum + hoursOfClass(hour), 0);

/** What may wait fills the emptiest hours to one level, such that the mean stays. docs/model.md, "Batchable". */
export function hourLevelCells(
  { inputs, sheet }: { readonly inputs: Inputs; readonly sheet: SheetWriter },
  { workload, batchable }: { readonly workload: InferenceWorkload; readonly batchable: string },
): HourLevelCells {
  const waits = (cell: string) => (batchable === "0" ? cell : `(1-${batchable})*${cell}`);
  const shape = shapeOf(workload);
  if (!shape) {
    const peak = () => waits(inputs.figure(`workloads.${workload.id}.peakToMeanRatio`));
    return { urgent: peak, work: () => "1" };
  }
  const levels = [...classesBy((hour) => shape[hour] ?? 0)]
    .toSorted(([a], [b]) => a - b)
    .map(([level, hours]) => ({
      hours: hoursIn(hours),
      level,
      cell: inputs.given(`${workload.name}: a level of its shape`, "ratio", level),
    }));
  const cellOf = (hour: number) => levels.find(({ level }) => level === shape[hour])?.cell ?? "1";
  if (batchable === "0") return { urgent: cellOf, work: cellOf };
  let above = "0";
  const fills = levels.toReversed().map((one, index, descending) => {
    const filled = hoursOf(descending.slice(index));
    const fill = `(1-${above})/(${filled}/${allHours})`;
    above = sheet.value(
      "Work of the hours above a level",
      "ratio",
      sumOf([above, `${waits(one.cell)}*${one.hours}/${allHours}`]),
    );
    return sheet.value("Level that the rest would fill", "ratio", fill);
  });
  const fill = sheet.value("Level that what waits fills", "ratio", `MIN(${fills.join(",")})`);
  return {
    urgent: (hour) => waits(cellOf(hour)),
    work: (hour) => `MAX(${waits(cellOf(hour))},${fill})`,
  };
}

const hoursOf = (levels: readonly { readonly hours: number }[]) =>
  levels.reduce((sum, { hours }) => sum + hours, 0);
