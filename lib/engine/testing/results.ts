import type { Plan } from "@/lib/schemas/plan";
import { project } from "../project";
import type { CostLine, LineId, OptionProjection, Use } from "../types";

/** The projection of one option of a plan. */
export function projected(plan: Plan, optionId: string): OptionProjection {
  const option = project(plan).options.find((one) => one.optionId === optionId);
  if (option === undefined) throw new Error(`The plan has no option ${optionId}`);
  return option;
}

/** A line that must be there. */
export function lineOf(option: OptionProjection, id: LineId, use: Use = "inference"): CostLine {
  const line = option.lines.find((one) => one.id === id && one.use === use);
  if (line === undefined) throw new Error(`${option.optionId} has no line ${id} for ${use}`);
  return line;
}

export function lineIds(option: OptionProjection): string[] {
  return option.lines.map((line) => `${line.id} ${line.use}`);
}
