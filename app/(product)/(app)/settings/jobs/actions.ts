"use server";

import { action } from "@/lib/adapters/action";
import { jobNamedInput, requestExportInput } from "@/lib/schemas/job";
import { cancelJob, removeJob, retryJob } from "@/lib/services/jobs";
import { requestExport } from "@/lib/services/organization-export";

const here = { revalidate: "/settings/jobs" } as const;

export const requestExportAction = action(requestExportInput, requestExport, here);
export const cancelJobAction = action(jobNamedInput, cancelJob, here);
export const retryJobAction = action(jobNamedInput, retryJob, here);
export const removeJobAction = action(jobNamedInput, removeJob, here);
