import type { OptionProjection, Projection } from "@/lib/engine/types";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { SupplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import type { Inputs } from "./input-cells";

/** An option of the plan that a workbook leaves out, and why: no sheet may hold a number that is wrong. */
export type Unwritten = { readonly optionId: string } & (
  | {
      /** The plan has no answer for it that a sheet could give. */
      readonly kind: "notComplete";
      readonly status: Exclude<OptionProjection["status"], "complete"> | "unknown";
    }
  | { readonly kind: "noCells"; readonly feature: UnwrittenFeature }
  /** Its result depends on inputs that no cell of the workbook names. */
  | { readonly kind: "inputsNotNamed"; readonly paths: readonly string[] }
);

/** What docs/model.md describes and the workbook has no cells for: shared requests, several owned estates. */
export type UnwrittenFeature = "by-share" | "estates";

export function notWritable(
  plan: Plan,
  option: SupplyOption,
  projection: Projection,
): Unwritten | null {
  const optionId = option.id;
  const status = projection.options.find((one) => one.optionId === optionId)?.status ?? "unknown";
  if (status !== "complete") return { optionId, kind: "notComplete", status };
  const feature = featureWithoutCells(plan, option);
  return feature ? { optionId, kind: "noCells", feature } : null;
}

function featureWithoutCells(plan: Plan, option: SupplyOption): UnwrittenFeature | null {
  if (option.kind === "portfolio") {
    if (option.mode === "by-share") return option.mode;
    const parts = plan.options.filter(
      ({ id, kind }) =>
        kind !== "portfolio" && [option.firstOptionId, option.secondOptionId].includes(id),
    );
    return parts.map((part) => featureWithoutCells(plan, part)).find((one) => one !== null) ?? null;
  }
  return option.kind === "on-premises" && hasEstates(option) ? "estates" : null;
}

/** Owned servers of several ages, or whose lease or contract runs and ends. */
function hasEstates({ owned, furtherOwned }: OnPremisesOption): boolean {
  if (furtherOwned && furtherOwned.length > 0) return true;
  return Boolean(owned?.leaveAfterMonths ?? owned?.exitFee ?? owned?.leasePayment);
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
