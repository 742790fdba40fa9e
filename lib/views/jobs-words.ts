import { counted } from "@/lib/format";
import { fileKeptDays, jobKeptDays } from "@/lib/schemas/job";

export const exportDescription =
  "All plans and templates as plan files, suppliers, quotes with every revision and what came with them, RFQs, scores, awards and memos, proposals with their issues, approvals and templates, own catalog entries and the organization's defaults, in one ZIP file. Each plan file imports as it is.";

/** Who sees the jobs of all members is told so. */
export const jobsDescription = (seesAll: boolean): string =>
  `What runs while you do something else: imports and exports ${seesAll ? "of all members" : "of yours"}. Files are kept for ${counted(fileKeptDays, "day")}, jobs for ${counted(jobKeptDays, "day")} after they end.`;

/** Why somebody cannot export everything, and what to do instead. */
export const whyNoExport = (isSample: boolean): string =>
  isSample
    ? "Visitors share the sample organization, so it is not exported as a whole. Download its plans one by one."
    : "You can download the plans one by one. Ask an administrator to export everything.";

export const exportButtonText = (isAsking: boolean): string =>
  isAsking ? "Asking for it" : "Export everything";

export const exportHelp = "It appears below, and you can leave the page while it runs.";

export const noJobs =
  "No job yet. An export shows here at once, with how far it is and then its file.";

/** What became of a press whose answer never came. */
export const notAskedFor = "Nothing was asked for";
export const notChanged = "Nothing was changed";
