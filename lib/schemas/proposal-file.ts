import * as z from "zod/mini";
import type { JobState } from "./job";
import { issueNumber, proposalVersion } from "./proposal";
import { uuid } from "./uuid";

/** In the order in which they are offered. */
export const fileFormats = ["pdf", "xlsx", "pptx", "csv", "json"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** What a file is of: an issue, or a draft as it was on screen. */
export const fileSubject = z.union([
  z.strictObject({ issue: issueNumber }),
  z.strictObject({ version: proposalVersion, planVersion: proposalVersion }),
]);
export type FileSubject = z.infer<typeof fileSubject>;

export const proposalFilesOf = z.strictObject({ proposalId: uuid, of: fileSubject });
export type ProposalFilesOf = z.infer<typeof proposalFilesOf>;

export const requestFileInput = z.strictObject({
  /** The job's, and the client's, so that a press sent twice makes one file. */
  id: uuid,
  format: z.enum(fileFormats),
  ...proposalFilesOf.shape,
});
export type RequestFile = z.infer<typeof requestFileInput>;

/** A file of a proposal, made or in the making. */
export type ProposalFile = {
  readonly format: FileFormat;
  readonly jobId: string;
  readonly state: JobState;
  readonly error: string | null;
  readonly progressFraction: number | null;
  /** Null while it is not made, and once it is deleted. */
  readonly fileName: string | null;
};

export const fileNamed = z.strictObject({ proposalId: uuid, jobId: uuid });
export type FileNamed = z.infer<typeof fileNamed>;
