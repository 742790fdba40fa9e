import { at } from "./series";
import type { OptionProjection, Series, Use } from "./types";

/**
 * The energy of an option's machines divided between its uses, kWh a month: the one place where it is,
 * as their cost is ("Shared machines"). null where none is known. docs/model.md, "Energy".
 */
export function energyByUse({
  capacity,
  inferenceEnergy,
}: Pick<OptionProjection, "capacity" | "inferenceEnergy">): Readonly<Record<Use, Series>> | null {
  if (inferenceEnergy === null) return null;
  const inference = inferenceEnergy.energyKwh;
  return {
    inference,
    training: capacity.energyKwh.map((all, month) => Math.max(0, all - at(inference, month))),
  };
}
