import type { ProposalDocument } from "@/lib/views/proposal/document";
import type { BookFront } from "./summary-cells";

/** What a workbook says of the proposal that it belongs to. */
export function documentFront({
  title,
  subject,
  name,
  issued,
  house,
}: ProposalDocument): BookFront {
  const state = issued
    ? `${name}, issued ${issued.date}, snapshot ${issued.snapshot}, ${issued.versions}`
    : `${name}, draft: not issued`;
  const whose = [house.organizationName, house.confidentiality].filter(Boolean).join(". ");
  return { title, lines: [subject, state, whose].filter((line) => line !== "") };
}
