import type { RfqContent, RfqQuestion } from "@/lib/schemas/rfq";

/** What goes on paper to one supplier: of a sent revision alone. */
export type RfqPaper = {
  readonly rfqId: string;
  readonly organizationName: string;
  readonly revision: number;
  readonly sentAt: string;
  readonly isSealed: boolean;
  readonly content: RfqContent;
  readonly supplier: { readonly id: string; readonly name: string; readonly contactName: string };
  readonly questions: readonly RfqQuestion[];
};

/** Plain letters alone: the name goes into a header. */
const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 50);

export const rfqFileName = (
  { content, supplier, revision }: RfqPaper,
  what: "template" | "letter" | "questions",
  ending: "xlsx" | "pdf",
): string =>
  `${[plain(content.title) || "rfq", plain(supplier.name) || "supplier", what, `r${revision}`].join("-")}.${ending}`;
