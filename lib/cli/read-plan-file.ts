import { readPlanBytes } from "@/lib/importers/plan-file";
import type { InputIssue } from "@/lib/schemas/check";
import type { Plan } from "@/lib/schemas/plan";
import { planFileLimitBytes, planFileTooLarge } from "@/lib/schemas/plan-file";
import { readBytes } from "./read-bytes";
import { Refused } from "./refused";

/** The plan of a plan file; refused with every field that needs mending. */
export function readPlanFile(path: string, folder: string): Plan {
  const tooLarge = (size: number) => (size > planFileLimitBytes ? planFileTooLarge(size) : null);
  const checked = readPlanBytes(readBytes(path, folder, tooLarge));
  if (!checked.ok) throw new Refused(1, mends(path, checked.issues));
  return checked.value.plan;
}

function mends(path: string, issues: readonly InputIssue[]): string {
  const count = issues.length === 1 ? "One thing" : `${issues.length} things`;
  const lines = issues.map((issue) => `  ${issue.message}\n    at ${issue.path}`);
  return [`${path} was not computed. ${count} to mend:`, ...lines].join("\n");
}
