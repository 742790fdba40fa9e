"use server";

import { action } from "@/lib/adapters/action";
import { jobNamedInput } from "@/lib/schemas/job";
import { undoLinesImportInput } from "@/lib/schemas/lines-import";
import { getJob } from "@/lib/services/jobs";
import { undoLinesImport } from "@/lib/services/lines-import-undo";

export const getImportJobAction = action(jobNamedInput, getJob);
export const undoLinesImportAction = action(undoLinesImportInput, undoLinesImport, {
  revalidate: "/quotes",
});
