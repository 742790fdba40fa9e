import { instantText, withFormats } from "@/lib/format";
import type { ApprovalStep } from "@/lib/schemas/approval";
import { textCell } from "../table";
import type { TableView } from "../types";
import { stateSentence, trailLines } from "./approval-words";
import type { DocumentSection, ProposalDocument } from "./document";
import { shortHash } from "./proposal-names";
import { plainText, proseOf } from "./prose";

export type TrailOf = {
  readonly steps: readonly ApprovalStep[];
  readonly sha256: string;
  /** When the file is made, ISO 8601, UTC: a trail goes on after it. */
  readonly exportedAt: string;
};

export const approvalId = "approval";

/** The document with the trail of its approval as its last section: no part of what was frozen. */
export function withApproval(document: ProposalDocument, trail: TrailOf): ProposalDocument {
  if (trail.steps.length === 0) return document;
  return {
    ...document,
    sections: [...document.sections, withFormats(document.formats, () => approvalSection(trail))],
  };
}

function approvalSection({ steps, sha256, exportedAt }: TrailOf): DocumentSection {
  return {
    ...{ id: approvalId, title: "Approval" },
    blocks: [
      {
        kind: "prose",
        paragraphs: proseOf(
          plainText(
            stateSentence(steps),
            `Each answer was given for the snapshot ${shortHash(sha256)}, SHA-256 ${inGroups(sha256)}. The trail as it stood on ${instantText(exportedAt)}; it is kept beside the issue and is no part of the snapshot.`,
          ),
          new Map(),
        ),
      },
      { kind: "table", title: "Trail", table: trailTable(steps) },
    ],
  };
}

/** Paper breaks a long word with a hyphen, which is no part of a hash. */
const inGroups = (sha256: string): string => sha256.replaceAll(/.{8}(?=.)/g, "$& ");

const trailTable = (steps: readonly ApprovalStep[]): TableView => ({
  ...{ id: "approval-trail", caption: "Who was asked to approve this issue, and what they said" },
  columns: [
    { id: "at", label: "When", align: "left" },
    { id: "who", label: "Who", align: "left" },
    { id: "what", label: "Did what", align: "left" },
    { id: "note", label: "In their words", align: "left" },
  ],
  rows: trailLines(steps).map(({ number, at, who, what, note }) => ({
    id: String(number),
    cells: [textCell(at, number), textCell(who), textCell(what), textCell(note)],
  })),
});
