import type { CloudOption } from "@/lib/schemas/cloud-option";
import { sumOf } from "./cells";
import type { CellLoad } from "./demand-cells";
import type { OptionScope } from "./option-scope";
import { type PeakHour, shapeOf } from "./peak-cells";

type Work = CellLoad["inference"][number];

/** A class of hours that autoscaling follows: the level of each workload, and its share of all hours. */
export type ScaledHour = { readonly levels: PeakHour; readonly share: string };

/** Hours of a week in which a class of "Load shape" lies: five for a weekday's, two for the weekend's. */
const hoursOfClass = (hour: number) => (hour < 24 ? 5 : 2);
const classes = Array.from({ length: 48 }, (_, hour) => hour);
const allHours = 168;

/** docs/model.md, "Autoscaled". */
export function scaledHourCells(
  scope: OptionScope<CloudOption>,
  load: CellLoad["inference"],
): readonly ScaledHour[] {
  const buffer = scope.option.scalingBufferFraction
    ? `(1+${scope.figure("scalingBufferFraction")})`
    : "1";
  const levelsOf = load.map((one) => hourLevels(scope, one));
  const alike = classesBy((hour) =>
    load.map(({ workload }) => shapeOf(workload)?.[hour] ?? 1).join(),
  );
  return [...alike.values()].map((hours) => ({
    levels: levelsOf.map((level) => `(${level(hours[0] ?? 0)}*${buffer})`),
    share: `${hoursIn(hours)}/${allHours}`,
  }));
}

function classesBy<Key>(keyOf: (hour: number) => Key): Map<Key, number[]> {
  const groups = new Map<Key, number[]>();
  for (const hour of classes) groups.set(keyOf(hour), [...(groups.get(keyOf(hour)) ?? []), hour]);
  return groups;
}

const hoursIn = (hours: readonly number[]) =>
  hours.reduce((sum, hour) => sum + hoursOfClass(hour), 0);

/** What may wait fills the emptiest hours to one level, such that the mean stays. docs/model.md, "Batchable". */
function hourLevels(
  { inputs, sheet }: OptionScope<CloudOption>,
  { workload, batchable }: Work,
): (hour: number) => string {
  const shape = shapeOf(workload);
  if (!shape) return () => "1";
  const levels = [...classesBy((hour) => shape[hour] ?? 0)]
    .toSorted(([a], [b]) => a - b)
    .map(([level, hours]) => ({
      hours: hoursIn(hours),
      level,
      cell: inputs.given(`${workload.name}: a level of its shape`, "ratio", level),
    }));
  const cellOf = (hour: number) => levels.find(({ level }) => level === shape[hour])?.cell ?? "1";
  if (batchable === "0") return cellOf;
  const waits = (cell: string) => `(1-${batchable})*${cell}`;
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
  return (hour) => `MAX(${waits(cellOf(hour))},${fill})`;
}

const hoursOf = (levels: readonly { readonly hours: number }[]) =>
  levels.reduce((sum, { hours }) => sum + hours, 0);
