import { dateText } from "@/lib/format";
import type { Proposal, ProposalIssue } from "@/lib/schemas/proposal";
import type { ProposalDocument } from "./document";

/** "Proposal 3", "Proposal 3, issue 2". */
export const proposalName = ({ number }: Pick<Proposal, "number">, issue = 1): string =>
  issue > 1 ? `Proposal ${number}, issue ${issue}` : `Proposal ${number}`;

/** "7f3a 91c2": as much of a hash as people compare. */
export const shortHash = (sha256: string): string => `${sha256.slice(0, 4)} ${sha256.slice(4, 8)}`;

/** "engine 1.0, catalog 2026-11-21". */
export const versionsText = (versions: {
  readonly engineVersion: string;
  readonly catalogVersion: string;
}): string => `engine ${versions.engineVersion}, catalog ${versions.catalogVersion.split(".")[0]}`;

/** "20 Nov 2026". */
export const issuedText = (issuedAt: string): string => dateText(issuedAt.slice(0, 10));

/** "Issue 2, 20 Nov 2026, snapshot 7f3a 91c2". */
export const issueText = ({
  issue,
  issuedAt,
  sha256,
}: Pick<ProposalIssue, "issue" | "issuedAt" | "sha256">): string =>
  `Issue ${issue}, ${issuedText(issuedAt)}, snapshot ${shortHash(sha256)}`;

/** "Proposal 3, issued 20 Nov 2026", "Proposal 3, draft". */
export const statusText = ({ name, issued }: Pick<ProposalDocument, "name" | "issued">): string =>
  issued ? `${name}, issued ${issued.date}` : `${name}, draft`;

export const notIssuedText = "Draft, not issued";

/** "Snapshot 7f3a 91c2, engine 1.0, catalog 2026-11". */
export const originText = ({ issued }: Pick<ProposalDocument, "issued">): string =>
  issued ? `Snapshot ${issued.snapshot}, ${issued.versions}` : notIssuedText;
