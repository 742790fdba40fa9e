import type { PlanFile } from "@/lib/schemas/plan";

/** A plan file as text: indented, so that two versions can be compared line by line. */
export const planFileText = (file: PlanFile): string => `${JSON.stringify(file, null, 2)}\n`;

/** "claims-assistant.loadline.json". */
export function planFileName(planName: string): string {
  const slug = planName
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `${slug || "plan"}.loadline.json`;
}
