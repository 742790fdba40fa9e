import { AppError } from "@/lib/errors";
import { tooLongWords, type Unissuable } from "@/lib/exporters/proposal-issue";
import type { JobTools } from "./organization-export";

const reportEveryMs = 100;
/** Well within the hour after which the queue takes a job for lost. */
const mostComputingMinutes = 20;
const mostMs = mostComputingMinutes * 60_000;
/** So long the first steps may take before the rest is judged by them. */
const judgedAfterMs = 15_000;

/**
 * Runs what yields how much of it is done, saying so now and then; gives what it came to, or throws why not.
 * What would go on for too long is refused as soon as that can be seen.
 */
export async function inSteps<T extends object>(
  steps: Generator<number, T | Unissuable>,
  tools: Pick<JobTools, "report" | "signal">,
  now: () => number = () => performance.now(),
): Promise<T> {
  const began = now();
  let saidAt = began;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      if ("refusal" in step.value) throw new AppError("INVALID", step.value.refusal);
      return step.value;
    }
    const at = now();
    if (at - began > judgedAfterMs && at - began > mostMs * step.value)
      throw new AppError("INVALID", tooLongWords(mostComputingMinutes));
    if (at - saidAt < reportEveryMs) continue;
    saidAt = at;
    tools.signal.throwIfAborted();
    await tools.report(0.05 + step.value * 0.8, "computing");
  }
}
