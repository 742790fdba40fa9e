import { projectFile, runApart } from "@/lib/apart/run-apart";
import type { Context } from "@/lib/auth/context";
import type { ReadWorkbook } from "@/lib/schemas/rfq-template";
import type { JobOutcome, JobTools } from "@/lib/services/organization-export";
import { getRfqAnswerFile, takeRfqAnswer } from "@/lib/services/rfq-imports";

const reader = projectFile("lib/importers/rfq-workbook.ts");
/** A template has some hundred rows: what takes longer is none. */
const limits = { timeMs: 15_000, memoryMegabytes: 256, outputBytes: 16 * 1024 * 1024 };

/** The work of that job: the file is read in a process of its own, then taken in whole or not at all. */
export async function readRfqAnswer(ctx: Context, tools: JobTools): Promise<JobOutcome> {
  const { jobId } = tools;
  const input = await getRfqAnswerFile(ctx, { jobId });
  await tools.report(0.1, "reading-file");
  const read = await runApart({ reader, input, limits, signal: tools.signal });
  await tools.report(0.8, "taking-in");
  return takeRfqAnswer(ctx, { jobId, workbook: read as ReadWorkbook });
}
