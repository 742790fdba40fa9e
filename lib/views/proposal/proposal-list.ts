import { counted, dateText, instantText } from "@/lib/format";
import type { ListedProposal } from "@/lib/schemas/proposal";
import { stateNames, stateTones, type Tone } from "./approval-words";
import { issuedText, proposalName, shortHash } from "./proposal-names";

/** In the order in which a proposal goes through them. */
export const proposalStatuses = ["draft", "issued", "in-review", "rejected", "approved"] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

export const statusNames: Readonly<Record<ProposalStatus, string>> = {
  draft: "draft",
  issued: "issued",
  ...stateNames,
};
export const statusTones: Readonly<Record<ProposalStatus, Tone>> = {
  ...{ draft: "plain", issued: "accent" },
  ...stateTones,
};

export type ProposalRow = {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly number: number;
  readonly plan: { readonly name: string; readonly href: string } | null;
  readonly status: ProposalStatus;
  /** "issue 2, 20 Nov 2026, 7f3a 91c2, shared by 2 links", with what sorts it. */
  readonly issued: { readonly text: string; readonly href: string | null; readonly at: string };
  readonly changed: { readonly text: string; readonly at: string };
  /** What the reader is asked; null where nothing waits for them. */
  readonly waits: { readonly href: string; readonly text: string; readonly note: string } | null;
};

const sharedText = (links: number) => (links > 0 ? `, shared by ${counted(links, "link")}` : "");

export function proposalRow(listed: ListedProposal): ProposalRow {
  const { id, title, number, planId, planName, issue, approval, openLinks, updatedAt } = listed;
  const href = issue && `/proposals/${id}/issues/${issue.issue}`;
  const { asked } = approval;
  return {
    ...{ id, title, number, name: proposalName({ number }, issue?.issue) },
    plan: planName === null ? null : { name: planName, href: `/plans/${planId}/projection` },
    status: issue ? (approval.state ?? "issued") : "draft",
    issued: {
      ...{ href, at: issue?.issuedAt ?? "" },
      text: issue
        ? `issue ${issue.issue}, ${issuedText(issue.issuedAt)}, ${shortHash(issue.sha256)}${sharedText(openLinks)}`
        : "not issued",
    },
    changed: { text: instantText(updatedAt), at: updatedAt },
    waits: href && asked ? { href, note: asked.note, text: askedText(asked) } : null,
  };
}

/** "Ada Planner asked on 28 Nov 2026 for an answer by 4 Dec 2026" */
const askedText = (asked: NonNullable<ListedProposal["approval"]["asked"]>): string =>
  [
    `${asked.byName} asked on ${issuedText(asked.at)}`,
    ...(asked.dueOn ? [`for an answer by ${dateText(asked.dueOn)}`] : []),
  ].join(" ");
