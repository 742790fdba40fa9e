import { counted, instantText } from "@/lib/format";
import type { ListedProposal } from "@/lib/schemas/proposal";
import { issuedText, proposalName, shortHash } from "./proposal-names";

export type ProposalRow = {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly plan: { readonly name: string; readonly href: string } | null;
  readonly status: "draft" | "issued";
  /** "issued 20 Nov 2026, 7f3a 91c2". */
  readonly issued: string;
  /** "shared by 2 links"; null where no link opens it. */
  readonly shared: string | null;
  readonly changed: string;
};

export const proposalRow = ({
  id,
  title,
  planId,
  planName,
  issue,
  updatedAt,
  openLinks,
  ...of
}: ListedProposal): ProposalRow => ({
  ...{ id, title, name: proposalName(of, issue?.issue) },
  plan: planName === null ? null : { name: planName, href: `/plans/${planId}/projection` },
  status: issue ? "issued" : "draft",
  issued: issue ? `issued ${issuedText(issue.issuedAt)}, ${shortHash(issue.sha256)}` : "not issued",
  shared: openLinks > 0 ? `shared by ${counted(openLinks, "link")}` : null,
  changed: instantText(updatedAt),
});
