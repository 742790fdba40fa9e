import { readFileSync } from "node:fs";
import { applyChanges, project } from "@/lib/engine";
import type { View } from "@/lib/engine/types";
import { type Plan, planFile } from "@/lib/schemas/plan";
import type { Change } from "@/lib/schemas/scenario";
import type { Results } from "@/lib/views/results";

export type ExampleName = "claims-assistant" | "h200-against-gb300" | "document-archive-batch";

/** A plan that ships with the product. */
export function examplePlan(name: ExampleName): Plan {
  const file = new URL(`../../../docs/examples/${name}.json`, import.meta.url);
  return planFile.parse(JSON.parse(readFileSync(file, "utf8"))).plan;
}

/** The engine's results of a plan, after changes. */
export function resultsOf(
  plan: Plan,
  { changes = [], view = "cash" }: { changes?: readonly Change[]; view?: View } = {},
): Results {
  const changed = applyChanges(plan, changes);
  return { plan: changed, projection: project(changed), view };
}

/** Every text of a view, however deep. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsOf);
  return [];
}
