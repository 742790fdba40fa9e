import { textCell } from "../table";
import type { TableView } from "../types";
import type { ProposalDocument } from "./document";
import { notIssuedText } from "./proposal-names";

/** What a reader of a proposal's files needs to know which one they are of. */
export function aboutTable(document: ProposalDocument): TableView {
  const { title, name, subject, house, issued } = document;
  const rows: readonly (readonly [string, string])[] = [
    ["Title", title],
    ["Subject", subject],
    ["Proposal", name],
    ["From", house.organizationName],
    ["Issued", issued?.date ?? notIssuedText],
    ...(issued
      ? ([
          ["Snapshot", issued.snapshot],
          ["Versions", issued.versions],
        ] as const)
      : []),
    ["Confidentiality", house.confidentiality],
  ];
  return {
    id: "about",
    caption: "What these files are of",
    columns: [
      { id: "what", label: "What", align: "left" },
      { id: "value", label: "Value", align: "left" },
    ],
    rows: rows
      .filter(([, value]) => value !== "")
      .map(([what, value]) => ({ id: what, cells: [textCell(what), textCell(value)] })),
  };
}

export type ListedFile = {
  readonly file: string;
  readonly section: string;
  readonly caption: string;
  readonly rows: number;
};

/** What each file of an archive holds. */
export const contentsTable = (files: readonly ListedFile[]): TableView => ({
  id: "contents",
  caption: "What each file holds",
  columns: [
    { id: "file", label: "File", align: "left" },
    { id: "section", label: "Section", align: "left" },
    { id: "what", label: "What", align: "left" },
    { id: "rows", label: "Rows", align: "right" },
  ],
  rows: files.map(({ file, section, caption, rows }) => ({
    id: file,
    cells: [
      textCell(file),
      textCell(section),
      textCell(caption),
      { text: String(rows), sort: rows },
    ],
  })),
});
