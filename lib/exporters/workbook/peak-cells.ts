import type { InferenceWorkload } from "@/lib/schemas/workload";
import type { CellLoad } from "./demand-cells";
import { shapeOf } from "./hour-level-cells";
import type { Inputs } from "./input-cells";

/** The level of each workload in one hour, as a formula. */
export type PeakHour = readonly string[];

/**
 * Hours that can be a fleet's highest, and the mean work, which is never left out where something
 * has a shape or may wait. docs/model.md, "Load shape" and "Batchable".
 */
export function peakHourCells(
  load: CellLoad["inference"],
  inputs: Inputs,
  hoursShare: string,
): readonly PeakHour[] {
  const plain = ({ id }: InferenceWorkload) => inputs.figure(`workloads.${id}.peakToMeanRatio`);
  const isPlain = load.every(
    ({ workload, levels }) => !levels && !workload.loadShape && !workload.batchableFraction,
  );
  if (isPlain) return [load.map(({ workload }) => `MAX(${plain(workload)},1/${hoursShare})`)];
  const minimum = `IF(${hoursShare}<1,1/${hoursShare},0)`;
  const hours = highestHours(load.map(({ workload }) => shapeOf(workload))).map((hour) =>
    load.map(({ workload, batchable, levels }) => {
      if (levels) return `MAX(${levels.urgent(hour)},${minimum})`;
      const factor = shapeOf(workload)?.[hour];
      const level =
        factor === undefined
          ? plain(workload)
          : inputs.given(`${workload.name}: load shape, class ${hour + 1}`, "ratio", factor);
      return `MAX(${level}*(1-${batchable}),${minimum})`;
    }),
  );
  return [...hours, load.map(() => `1/${hoursShare}`)];
}

/** Those in which no other hour has as much of every shape; the first of equal ones. */
function highestHours(all: readonly (readonly number[] | undefined)[]): readonly number[] {
  const shapes = all.filter((shape) => shape !== undefined);
  const hours = Array.from({ length: 48 }, (_, hour) => hour);
  const isCovered = (hour: number) =>
    hours.some((other) => {
      const differences = shapes.map((shape) => (shape[other] ?? 0) - (shape[hour] ?? 0));
      if (other === hour || differences.some((more) => more < 0)) return false;
      return differences.some((more) => more > 0) || other < hour;
    });
  return hours.filter((hour) => !isCovered(hour));
}
