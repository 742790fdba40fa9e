import type { Projection } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import type { FileFormat } from "@/lib/schemas/proposal-file";
import { type TrailOf, withApproval } from "@/lib/views/proposal/approval-section";
import type { ProposalDocument } from "@/lib/views/proposal/document";
import { paperRefusal, workbookRefusal } from "@/lib/views/proposal/too-large";
import { proposalCsv } from "./proposal-csv";
import { proposalDeck } from "./proposal-deck/proposal-deck";
import { proposalJson } from "./proposal-json";
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

/** An issue as it was frozen, and behind it how it was approved until now. */
export const withTrail = (source: ProposalSource, trail: TrailOf): ProposalSource => ({
  ...source,
  document: withApproval(source.document, trail),
});

type Maker = {
  readonly mediaType: string;
  /** Of the file, without its dot. */
  readonly extension: string;
  /** Why none is made in the memory of a worker, and what to do instead. */
  readonly refusal?: (of: ProposalSource) => string | null;
  readonly make: (of: ProposalSource) => Promise<Uint8Array<ArrayBuffer>>;
};

/** How each format is made, for the worker and the command line alike. */
export const fileMakers: Readonly<Record<FileFormat, Maker>> = {
  pdf: {
    ...{ mediaType: "application/pdf", extension: "pdf" },
    refusal: ({ document }) => paperRefusal(document),
    make: ({ document }) => proposalPdf(document),
  },
  xlsx: {
    ...{
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      extension: "xlsx",
    },
    refusal: ({ plan }) => workbookRefusal(plan),
    make: async ({ document, plan, projection }) =>
      planBookFile(plan, projection, documentFront(document)),
  },
  pptx: {
    mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    extension: "pptx",
    make: ({ document }) => proposalDeck(document),
  },
  csv: {
    ...{ mediaType: "application/zip", extension: "zip" },
    make: async (of) => proposalCsv(of),
  },
  json: {
    ...{ mediaType: "application/json", extension: "json" },
    make: async (of) => proposalJson(of),
  },
};
