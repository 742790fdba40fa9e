import { createHash } from "node:crypto";
import type { Projection } from "@/lib/engine/types";
import { withFormats } from "@/lib/format";
import type { HouseStyle } from "@/lib/schemas/house-style";
import type { Plan } from "@/lib/schemas/plan";
import { planSchemaVersion } from "@/lib/schemas/plan";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import type { Proposal } from "@/lib/schemas/proposal";
import { proposalAnalyses } from "@/lib/views/proposal/analyses";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import type { ProposalMaterial } from "@/lib/views/proposal/material";
import { computedMaterial } from "@/lib/views/proposal/material";
import { formatsOf, goneFiguresOf, proposalDocument } from "@/lib/views/proposal/proposal-document";
import { issuedText, proposalName, versionsText } from "@/lib/views/proposal/proposal-names";
import { tooLongText } from "@/lib/views/proposal/too-large";

export type IssueOf = {
  readonly proposal: Proposal;
  readonly issue: number;
  readonly plan: Plan;
  readonly planVersion: number;
  readonly quotes: readonly PlanQuote[];
  readonly house: HouseStyle;
  readonly engineVersion: string;
  readonly catalogVersion: string;
  /** ISO 8601, UTC. */
  readonly issuedAt: string;
};

export type FrozenIssue = {
  readonly snapshot: string;
  readonly document: string;
  readonly sha256: string;
};

export type Unissuable = { readonly refusal: string };

/** Why it was given up where it would take longer than so many minutes. */
export const tooLongWords = tooLongText;

/** What the figures of an issue come from, and what they came to: what a later run must give again. */
export type IssueSnapshot = {
  readonly loadline: "proposal-issue";
  readonly schemaVersion: typeof planSchemaVersion;
  readonly proposal: Pick<Proposal, "id" | "number" | "content"> & { readonly issue: number };
  readonly issuedAt: string;
  readonly engineVersion: string;
  readonly catalogVersion: string;
  readonly planVersion: number;
  readonly plan: Plan;
  readonly quotes: readonly PlanQuote[];
  readonly results: Projection;
  readonly document: ProposalDocument;
};

/** Freezes a proposal: yields how much is done, from 0 to 1, and ends with the issue or why there is none. */
export function* freezeIssue(of: IssueOf): Generator<number, FrozenIssue | Unissuable> {
  const material = yield* proposalMaterial(of, whyNot);
  return "refusal" in material ? material : frozen(of, material);
}

export type DraftOf = Pick<IssueOf, "proposal" | "plan" | "quotes" | "house">;

/** A draft as it reads now, with all that was computed for it. */
export function* computeDraft(
  of: DraftOf & { readonly nextIssue: number },
): Generator<number, ComputedDraft | Unissuable> {
  const material = yield* proposalMaterial(of, () => null);
  if ("refusal" in material) return material;
  const { proposal, house } = of;
  const name = proposalName(proposal, of.nextIssue);
  const document = proposalDocument({
    ...{ content: proposal.content, material, house, name, issued: null },
  });
  return { document, material };
}

export type ComputedDraft = {
  readonly document: ProposalDocument;
  readonly material: ProposalMaterial;
};

function* proposalMaterial(
  { proposal, plan, quotes, house }: DraftOf,
  refuse: (proposal: Proposal, material: ProposalMaterial) => string | null,
): Generator<number, ProposalMaterial | Unissuable> {
  const computed = computedMaterial({ plan, content: proposal.content, quotes });
  if (!computed)
    return {
      refusal:
        "The scenario that this proposal shows is no longer in the plan. Choose another one first.",
    };
  const refusal = refuse(proposal, computed);
  if (refusal !== null) return { refusal };
  const { results, proposedId } = computed;
  const formats = formatsOf(proposal.content, house);
  const { sections } = proposal.content;
  const analysed = { results, proposedId, planId: proposal.planId, formats, sections };
  const analyses = yield* proposalAnalyses(analysed);
  return { ...computed, ...analyses };
}

function whyNot({ content }: Proposal, material: ProposalMaterial): string | null {
  if (material.proposedId === null)
    return "No option of the plan has all its figures yet, so there is nothing to propose. Fill in what the plan\u2019s Options page marks as missing.";
  if (content.optionId !== null && material.proposedId !== content.optionId)
    return "The option that this proposal asks for is gone from the plan, or has a figure missing. Choose another one, or complete it.";
  const [gone] = goneFiguresOf(content, material);
  return gone
    ? `\u201c${gone.title}\u201d names figures that are no longer in the plan: ${gone.labels.join("; ")}. Take them out or choose others.`
    : null;
}

function frozen(of: IssueOf, material: ProposalMaterial): FrozenIssue {
  const { proposal, issue, house, issuedAt } = of;
  const { id, number, content } = proposal;
  const date = withFormats(formatsOf(content, house), () => issuedText(issuedAt));
  const bare = (snapshot: string) =>
    proposalDocument({
      ...{ content, material, house, name: proposalName(proposal, issue) },
      issued: { date, snapshot, versions: versionsText(of) },
    });
  const body: IssueSnapshot = {
    ...{ loadline: "proposal-issue", schemaVersion: planSchemaVersion, issuedAt },
    proposal: { id, number, issue, content },
    ...{ engineVersion: of.engineVersion, catalogVersion: of.catalogVersion },
    ...{ planVersion: of.planVersion, plan: of.plan, quotes: of.quotes },
    results: material.results.projection,
    // A text cannot hold its own hash: the document of the snapshot leaves it open.
    document: bare(""),
  };
  const snapshot = JSON.stringify(body);
  const sha256 = createHash("sha256").update(snapshot).digest("hex");
  return {
    snapshot,
    sha256,
    document: JSON.stringify(bare(`${sha256.slice(0, 4)} ${sha256.slice(4, 8)}`)),
  };
}
