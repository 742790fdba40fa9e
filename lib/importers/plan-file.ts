import { type Checked, checkPlanFile } from "@/lib/schemas/check";
import type { PlanFile } from "@/lib/schemas/plan";
import { planFileLimitBytes, planFileTooLarge } from "@/lib/schemas/plan-file";

const refuse = (message: string): Checked<never> => ({
  ok: false,
  issues: [{ path: "file", message }],
});

/** The text of a plan file, as it was read or pasted. */
export function readPlanText(text: string): Checked<PlanFile> {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > planFileLimitBytes) return refuse(planFileTooLarge(bytes));
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return refuse(notJson(text, error));
  }
  return checkPlanFile(content);
}

/** The bytes of a plan file. */
export function readPlanBytes(bytes: Uint8Array): Checked<PlanFile> {
  if (bytes.length > planFileLimitBytes) return refuse(planFileTooLarge(bytes.length));
  try {
    return readPlanText(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refuse(
      "This file is not UTF-8 text. Choose a file exported from a plan, or save it as UTF-8.",
    );
  }
}

function notJson(text: string, error: unknown): string {
  if (text.trim() === "") return "This file is empty. Choose a file exported from a plan.";
  const place = /line \d+ column \d+/.exec(String(error))?.[0].replace(" column", ", column");
  return `This file is not JSON${place ? `: it breaks off at ${place}` : ""}. Mend it there, or choose a file exported from a plan.`;
}
