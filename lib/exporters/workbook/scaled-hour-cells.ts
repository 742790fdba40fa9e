import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { CellLoad } from "./demand-cells";
import { allHours, classesBy, hourLevelCells, hoursIn, shapeOf } from "./hour-level-cells";
import type { OptionScope } from "./option-scope";
import type { PeakHour } from "./peak-cells";

/** A class of hours that autoscaling follows: the level of each workload, and its share of all hours. */
export type ScaledHour = { readonly levels: PeakHour; readonly share: string };

/** docs/model.md, "Autoscaled". */
export function scaledHourCells(
  scope: OptionScope<CloudOption>,
  load: CellLoad["inference"],
): readonly ScaledHour[] {
  const buffer = scope.option.scalingBufferFraction
    ? `(1+${scope.figure("scalingBufferFraction")})`
    : "1";
  const levelsOf = load.map((one) => (one.levels ?? hourLevelCells(scope, one)).work);
  const alike = classesBy((hour) =>
    load.map(({ workload }) => shapeOf(workload)?.[hour] ?? 1).join(),
  );
  return [...alike.values()].map((hours) => ({
    levels: levelsOf.map((level) => `(${level(hours[0] ?? 0)}*${buffer})`),
    share: `${hoursIn(hours)}/${allHours}`,
  }));
}
