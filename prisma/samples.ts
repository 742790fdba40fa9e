import claimsAssistant from "@/docs/examples/claims-assistant.json";
import documentArchiveBatch from "@/docs/examples/document-archive-batch.json";
import h200AgainstGb300 from "@/docs/examples/h200-against-gb300.json";
import { checkPlanFile } from "@/lib/schemas/check";
import type { Plan } from "@/lib/schemas/plan";

export const sampleOrganization = {
  id: "b5f3c0de-6a1e-4c59-9d1b-2f0a7e8c4d10",
  name: "Halden Mutual",
  visitorId: "b5f3c0de-6a1e-4c59-9d1b-2f0a7e8c4d11",
  visitorName: "Visitor",
} as const;

/** The sample organization's plans, the one to open first at the end: lists are newest first. */
export const samplePlans: readonly { readonly id: string; readonly plan: Plan }[] = [
  { id: "b5f3c0de-6a1e-4c59-9d1b-2f0a7e8c4d23", plan: planOf(documentArchiveBatch) },
  { id: "b5f3c0de-6a1e-4c59-9d1b-2f0a7e8c4d22", plan: planOf(h200AgainstGb300) },
  { id: "b5f3c0de-6a1e-4c59-9d1b-2f0a7e8c4d21", plan: planOf(claimsAssistant) },
];

function planOf(file: unknown): Plan {
  const checked = checkPlanFile(file);
  if (checked.ok) return checked.value.plan;
  throw new Error(checked.issues.map(({ path, message }) => `${path}: ${message}`).join("\n"));
}
