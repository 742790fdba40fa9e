import type { Plan } from "@/lib/schemas/plan";
import { recordOf } from "./find";
import { starterAssumptions } from "./starter-assumptions";
import { starterOptions } from "./starter-options";
import { starterTemplates } from "./starter-templates";
import type { TemplateId } from "./templates";

/** A plan to start from: complete and ready to project, every figure with source or range. */
export function starterPlan(wanted: {
  readonly templateId: TemplateId;
  readonly name: string;
  /** YYYY-MM */
  readonly startMonth: string;
}): Plan {
  const { templateId, name, startMonth } = wanted;
  const settings = { name, currency: "USD", startMonth, horizonMonths: 60, hoursPerMonth: 730 };
  if (templateId === "blank") {
    return {
      ...settings,
      referenceAccelerator: "NVIDIA H200 SXM",
      assumptions: starterAssumptions(null),
      workloads: [],
      options: [],
      scenarios: [],
    };
  }
  const template = starterTemplates[templateId];
  return {
    ...settings,
    notes: template.notes,
    referenceAccelerator: recordOf(template.rental).subject.accelerator ?? "",
    assumptions: starterAssumptions("api"),
    // A copy: a plan is edited, a template is not.
    workloads: structuredClone([...template.workloads]),
    options: starterOptions(template, startMonth),
    scenarios: [],
  };
}
