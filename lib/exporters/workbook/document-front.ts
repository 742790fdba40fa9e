import { approvalId } from "@/lib/views/proposal/approval-section";
import { wordsOf } from "@/lib/views/proposal/deck-words";
import type { DocumentBlock, ProposalDocument } from "@/lib/views/proposal/document";
import type { BookFront } from "./summary-cells";

/** What a workbook says of the proposal that it belongs to. */
export function documentFront({
  title,
  subject,
  name,
  issued,
  house,
  sections,
}: ProposalDocument): BookFront {
  const state = issued
    ? `${name}, issued ${issued.date}, snapshot ${issued.snapshot}, ${issued.versions}`
    : `${name}, draft: not issued`;
  const whose = [house.organizationName, house.confidentiality].filter(Boolean).join(". ");
  const approval = sections.find(({ id }) => id === approvalId)?.blocks.flatMap(linesOf) ?? [];
  return { title, lines: [subject, state, whose, ...approval].filter((line) => line !== "") };
}

/** The trail, a step to a line. */
function linesOf(block: DocumentBlock): readonly string[] {
  if (block.kind === "prose") return block.paragraphs.map(wordsOf);
  if (block.kind !== "table") return [];
  return block.table.rows.map(({ cells }) =>
    cells
      .map(({ text }) => text)
      .filter((text) => text !== "")
      .join(", "),
  );
}
