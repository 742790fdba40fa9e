import { percent } from "@/lib/format";
import type { FileFormat, ProposalFile } from "@/lib/schemas/proposal-file";

export const fileNames: Readonly<
  Record<FileFormat, { readonly name: string; readonly what: string }>
> = {
  pdf: { name: "PDF", what: "Laid out for print, A4" },
  xlsx: { name: "Workbook", what: "Excel with live formulas" },
  pptx: { name: "PowerPoint", what: "A board deck: charts that can be edited, and speaker notes" },
  csv: { name: "CSV", what: "Every table, every month’s cost lines and the plan file, in a ZIP" },
  json: { name: "JSON", what: "Tables, results and the plan file, for programs" },
};

/** How far a file is; `what` it is once it is made. */
export function fileStateText(
  { state, progressFraction, fileName }: ProposalFile,
  what: string,
): string {
  if (state === "queued") return "Waits for its turn";
  if (state === "running")
    return progressFraction === null ? "Being made" : `Being made, ${percent(progressFraction)}`;
  if (state === "failed") return "Not made";
  return fileName === null ? "Was deleted after 7 days" : what;
}
