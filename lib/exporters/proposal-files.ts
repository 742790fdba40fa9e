import type { Projection } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import type { FileFormat } from "@/lib/schemas/proposal-file";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { proposalPdf } from "./proposal-pdf/proposal-pdf";
import { documentFront } from "./workbook/document-front";
import { planBookFile } from "./workbook/plan-book";

/** What every file of a proposal is made from: computed, frozen if it was issued. */
export type ProposalSource = {
  readonly document: ProposalDocument;
  /** As the document shows it, with its scenario. */
  readonly plan: Plan;
  readonly projection: Projection;
};

type Maker = {
  readonly mediaType: string;
  readonly make: (of: ProposalSource) => Promise<Uint8Array<ArrayBuffer>>;
};

/** How each format is made, for the worker and the command line alike. */
export const fileMakers: Readonly<Record<FileFormat, Maker>> = {
  pdf: { mediaType: "application/pdf", make: ({ document }) => proposalPdf(document) },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    make: async ({ document, plan, projection }) =>
      planBookFile(plan, projection, documentFront(document)),
  },
};
