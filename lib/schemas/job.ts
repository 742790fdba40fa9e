import * as z from "zod/mini";
import { uuid } from "./uuid";

/** What the worker can do. */
export const jobKinds = [
  "organization-export",
  "price-import",
  "rfq-answer",
  "quote-lines-import",
  "proposal-issue",
  "proposal-file",
] as const;
export type JobKind = (typeof jobKinds)[number];

export const jobStates = ["queued", "running", "succeeded", "failed", "cancelled"] as const;
export type JobState = (typeof jobStates)[number];

/** As the check on the table. */
export const maxFileBytes = 32 * 1024 * 1024;
export const maxFilesBytes = 256 * 1024 * 1024;
/** How long a made file can be downloaded. */
export const fileKeptDays = 7;
/** How long a job that has finished stays in the list. */
export const jobKeptDays = 30;
/** An attempt that ends by no fault of the input is made again, up to this many in all. */
export const maxAttempts = 5;
/** Of one organization, waiting or running. */
export const maxOpenJobs = 10;

export const requestExportInput = z.strictObject({
  /** The client's, so that a form sent twice makes one job. */
  id: uuid,
});

export const jobNamedInput = z.strictObject({ jobId: uuid });
export type JobNamed = z.infer<typeof jobNamedInput>;

/** What a job has made or read, to be downloaded while it is kept. */
export type JobFile = {
  readonly name: string;
  readonly sizeBytes: number;
  /** ISO 8601, UTC. */
  readonly expiresAt: string | null;
};

/** What a running job is at. */
export type JobStep =
  | "reading"
  | "writing"
  | "reading-prices"
  | "writing-prices"
  | "reading-file"
  | "taking-in"
  | "reading-lines"
  | "writing-lines"
  | "computing"
  | "freezing"
  | "laying-out";

/** What a job did, in counts by name. */
export type JobCounts = Readonly<Record<string, number>>;

/** A job in a list. */
export type JobSummary = {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly progressFraction: number | null;
  readonly progressStep: string | null;
  readonly counts: JobCounts;
  /** Why it failed, and what to do about it. */
  readonly error: string | null;
  readonly attempt: number;
  readonly requestedByName: string | null;
  readonly isOwn: boolean;
  /** ISO 8601, UTC, as the two below. */
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly file: JobFile | null;
};
