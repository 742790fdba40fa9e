import type { OptionProjection, Projection } from "@/lib/engine/types";
import type { SupplyOption } from "@/lib/schemas/option";
import type { Inputs } from "./input-cells";

/** An option of the plan that a workbook leaves out, and why: no sheet may hold a number that is wrong. */
export type Unwritten = { readonly optionId: string } & (
  | {
      /** The plan has no answer for it that a sheet could give. */
      readonly kind: "notComplete";
      readonly status: Exclude<OptionProjection["status"], "complete"> | "unknown";
    }
  /** Its result depends on inputs that no cell of the workbook names. */
  | { readonly kind: "inputsNotNamed"; readonly paths: readonly string[] }
);

/** Why the plan has no answer for an option; null where it has one. */
export function notComplete({ id }: SupplyOption, projection: Projection): Unwritten | null {
  const status = projection.options.find(({ optionId }) => optionId === id)?.status ?? "unknown";
  return status === "complete" ? null : { optionId: id, kind: "notComplete", status };
}

/** The net under the cells: a feature that they do not know reads an input that they do not name. */
export function unnamedInputs(
  optionId: string,
  inputs: Inputs,
  projection: Projection,
): Unwritten | null {
  const lines = projection.options.find((one) => one.optionId === optionId)?.lines ?? [];
  const read = new Set(lines.flatMap((line) => line.inputs));
  const paths = [...read].filter((path) => inputs.isUnnamed(path));
  return paths.length > 0 ? { optionId, kind: "inputsNotNamed", paths } : null;
}
