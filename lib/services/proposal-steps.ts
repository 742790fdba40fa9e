import { AppError } from "@/lib/errors";
import type { Unissuable } from "@/lib/exporters/proposal-issue";
import type { JobTools } from "./organization-export";

const reportEverySteps = 8;

/** Runs what yields how much of it is done, saying so now and then; gives what it came to, or throws why not. */
export async function inSteps<T extends object>(
  steps: Generator<number, T | Unissuable>,
  tools: Pick<JobTools, "report" | "signal">,
): Promise<T> {
  for (let at = 0; ; at += 1) {
    const step = steps.next();
    if (step.done) {
      if ("refusal" in step.value) throw new AppError("INVALID", step.value.refusal);
      return step.value;
    }
    if (at % reportEverySteps !== 0) continue;
    tools.signal.throwIfAborted();
    await tools.report(0.05 + step.value * 0.8, "computing");
  }
}
