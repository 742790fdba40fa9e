import * as z from "zod/mini";
import type { ListedApproval } from "./approval";
import { rowId } from "./figure";
import { formats } from "./formats";
import type { HouseStyle } from "./house-style";
import type { JobState } from "./job";
import type { Plan } from "./plan";
import type { PlanQuote } from "./plan-quotes";
import { richText } from "./rich-text";
import { storableText, text } from "./text";
import { unrepeated } from "./unrepeated";
import { uuid } from "./uuid";

/** In the order of a new proposal. Only `text` may stand more than once. */
export const sectionKinds = [
  "summary",
  "need",
  "options",
  "projection",
  "break-even",
  "sensitivity",
  "recommendation",
  "schedule",
  "assumptions",
  "lines",
  "method",
  "text",
] as const;
export type SectionKind = (typeof sectionKinds)[number];

export const maxSections = 40;

export const proposalSection = z.strictObject({
  id: rowId,
  kind: z.enum(sectionKinds),
  /** Null is the section's usual title. */
  title: z.nullable(text(120)),
  isShown: z.boolean(),
  /** Null is the text that Loadline writes from the figures. */
  body: z.nullable(richText),
});
export type ProposalSection = z.infer<typeof proposalSection>;

/** What a draft says; what it shows comes from the plan. */
export const proposalContent = z.strictObject({
  title: z
    .string()
    .check(z.trim(), z.minLength(1, "Give the proposal a title."), z.maxLength(120), storableText),
  /** "For decision by the investment committee"; may be empty. */
  audience: text(200),
  /** The option it asks for; null follows the cheapest. */
  optionId: z.nullable(rowId),
  /** Null is the plan as it stands, without a scenario. */
  scenarioId: z.nullable(rowId),
  /** How numbers, dates and currencies read; absent as the house style says. */
  formats: z.optional(formats),
  sections: z.array(proposalSection).check(
    z.maxLength(maxSections, `A proposal may have ${maxSections} sections.`),
    unrepeated<ProposalSection>(
      ({ id }) => id,
      () => "Two sections have one id.",
    ),
  ),
});
export type ProposalContent = z.infer<typeof proposalContent>;

export const proposalVersion = z.int().check(z.gte(1), z.lte(2_000_000_000));
export const issueNumber = z.int().check(z.gte(1), z.lte(100_000));

export const createProposalInput = z.strictObject({
  /** The client's, so that a form sent twice makes one. */
  id: uuid,
  planId: uuid,
  content: proposalContent,
});
export type CreateProposal = z.infer<typeof createProposalInput>;

export const saveProposalInput = z.strictObject({
  proposalId: uuid,
  expectedVersion: proposalVersion,
  content: proposalContent,
});
export type SaveProposal = z.infer<typeof saveProposalInput>;

export const proposalNamed = z.strictObject({ proposalId: uuid });
export type ProposalNamed = z.infer<typeof proposalNamed>;

/** A draft as it is stored. */
export type Proposal = {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly content: ProposalContent;
  readonly version: number;
  readonly createdByName: string | null;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
};

export type ListedProposal = Pick<
  Proposal,
  "id" | "planId" | "number" | "version" | "updatedAt"
> & {
  readonly title: string;
  /** Null where the plan was deleted since. */
  readonly planName: string | null;
  /** The newest one; null while there is none. */
  readonly issue: Pick<ProposalIssue, "issue" | "issuedAt" | "sha256"> | null;
  /** Of that issue. */
  readonly approval: ListedApproval;
  /** Share links of any of its issues that open now. */
  readonly openLinks: number;
};

/** What was frozen, and by which hash anybody knows it again. */
export type ProposalIssue = {
  readonly issue: number;
  readonly sha256: string;
  readonly planVersion: number;
  readonly engineVersion: string;
  readonly catalogVersion: string;
  readonly issuedAt: string;
  readonly issuedByName: string | null;
};

export const requestIssueInput = z.strictObject({
  /** The job's, and the client's, so that a form sent twice issues once. */
  id: uuid,
  proposalId: uuid,
  /** Of the proposal and of its plan: what was on screen is what is issued. */
  expectedVersion: proposalVersion,
  expectedPlanVersion: proposalVersion,
});
export type RequestIssue = z.infer<typeof requestIssueInput>;

export const issueNamed = z.strictObject({
  proposalId: uuid,
  issue: issueNumber,
});
export type IssueNamed = z.infer<typeof issueNamed>;

export const deleteProposalInput = z.strictObject({
  proposalId: uuid,
  /** Of one that was issued, typed by whoever deletes it. */
  title: text(120),
});
export type DeleteProposal = z.infer<typeof deleteProposalInput>;

/** An issue that is being made, or could not be. */
export type IssueJob = {
  readonly jobId: string;
  readonly state: JobState;
  readonly error: string | null;
  readonly progressFraction: number | null;
};

/** A draft with all that it is computed from. */
export type OpenedProposal = Proposal & {
  readonly house: HouseStyle;
  /** As it stands; null where it was deleted since. */
  readonly plan: Plan | null;
  readonly planVersion: number;
  readonly quotes: readonly PlanQuote[];
  readonly issues: readonly ProposalIssue[];
  readonly issueJob: IssueJob | null;
  readonly canEdit: boolean;
};
