import { starterPlan } from "@/lib/catalog/starter-plan";
import type { SupplyOption } from "@/lib/schemas/option";
import { type Plan, type PlanFile, planSchemaVersion } from "@/lib/schemas/plan";
import type { Scenario } from "@/lib/schemas/scenario";
import type { Workload } from "@/lib/schemas/workload";

const { workloads, options, ...settings } = starterPlan({
  templateId: "support-chatbot",
  name: "Support chatbot",
  startMonth: "2027-01",
});
const [workload] = workloads as [Workload];
const option = options.find(({ kind }) => kind === "api") as SupplyOption;

const scenario: Scenario = {
  id: "double-demand",
  name: "Double demand",
  changes: [{ path: "assumptions.discountRatePerYearFraction", value: 0.1 }],
};

const plan: Plan = { ...settings, scenarios: [], workloads: [workload], options: [option] };
const file: PlanFile = { loadline: "plan", schemaVersion: planSchemaVersion, plan };
const { workloads: _, options: __, scenarios: ___, ...settingsAlone } = plan;

/** Bodies that can be sent as they are: the reference page shows them, and its test sends them. */
export const examples = {
  file,
  newPlan: { templateId: "support-chatbot", name: "Support chatbot", startMonth: "2027-01" },
  settings: settingsAlone,
  workload: { ...workload, id: "second-chatbot", name: "Second chatbot" },
  option: { ...option, id: "second-api", name: "Second API" },
  scenario: { ...scenario, id: "dearer-money", name: "Dearer money" },
} as const;
