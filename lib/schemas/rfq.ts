import * as z from "zod/mini";
import { currencyCode } from "./currency-code";
import { decimalText } from "./decimal-text";
import { isoDate, rowId } from "./figure";
import type { JobState } from "./job";
import {
  incoterms,
  quoteCategories,
  quoteContent,
  quoteHead,
  recurrences,
  supplierName,
} from "./quote";
import { storableText, text } from "./text";
import { unrepeated } from "./unrepeated";
import { uuid } from "./uuid";

export const rfqStatuses = ["draft", "sent", "closed", "cancelled"] as const;
export type RfqStatus = (typeof rfqStatuses)[number];

export const maxRfqSuppliers = 50;
export const maxRfqQuestions = 200;
/** Each is a row that a supplier fills in by hand. */
export const maxRfqItems = 500;
export const tooManyItems = `An RFQ may have ${maxRfqItems} items. Split it into several RFQs.`;

export const rfqItem = z.strictObject({
  /** The same in every revision: an answer names it. */
  itemId: uuid,
  category: z.enum(quoteCategories),
  description: z
    .string()
    .check(z.trim(), z.minLength(1, "Say what is needed."), z.maxLength(300), storableText),
  /** Null is left to the supplier. */
  quantity: z.nullable(decimalText({ whole: 8, decimals: 4 })),
  unit: text(20),
  recurrence: z.enum(recurrences),
  /** How long an item that recurs is wanted. */
  months: z.nullable(z.int().check(z.gte(1), z.lte(240))),
  /** When it is to be in service. */
  neededMonth: z.nullable(
    z.string().check(z.regex(/^2\d{3}-(0[1-9]|1[0-2])$/, "Write the month as YYYY-MM.")),
  ),
  note: text(500),
});
export type RfqItem = z.infer<typeof rfqItem>;

const zone = z
  .string()
  .check(z.regex(/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/, "Choose the zone of the deadline."));

const deadlineWords = "Write the deadline as a date and a time that exist.";
const isLocalTime = (text: string) =>
  /^2\d{3}-\d\d-\d\dT\d\d:\d\d$/.test(text) &&
  new Date(Date.parse(`${text}:00Z`) || 0).toISOString().startsWith(text);

/** What one revision says. The deadline is what a clock on the wall of its zone shows. */
export const rfqContent = z.strictObject({
  title: z
    .string()
    .check(z.trim(), z.minLength(1, "Give it a title."), z.maxLength(120), storableText),
  deadlineLocal: z.nullable(z.string().check(z.refine(isLocalTime, deadlineWords))),
  deadlineZone: zone,
  deliveryPlace: text(300),
  incoterm: z.nullable(z.enum(incoterms)),
  paymentTerms: text(300),
  currency: currencyCode,
  notes: text(4000),
  items: z.array(rfqItem).check(
    z.maxLength(maxRfqItems, tooManyItems),
    unrepeated<{ readonly itemId: string }>(
      ({ itemId }) => itemId,
      () => "Two items have the same id. Remove one and add it again.",
    ),
  ),
});
export type RfqContent = z.infer<typeof rfqContent>;

/** Where in a plan an RFQ was begun. */
export const rfqOrigin = z.nullable(z.strictObject({ planId: uuid, optionId: rowId }));
export type RfqOrigin = z.infer<typeof rfqOrigin>;

export const rfqSuppliers = z.array(supplierName).check(
  z.maxLength(maxRfqSuppliers),
  unrepeated<string>(
    (name) => name,
    (name) => `${name} is chosen twice.`,
  ),
);

const version = z.int().check(z.gte(1), z.lte(2_000_000_000));

export const createRfqInput = z.strictObject({ id: uuid, origin: rfqOrigin, content: rfqContent });
export type CreateRfq = z.infer<typeof createRfqInput>;

export const saveRfqInput = z.strictObject({
  rfqId: uuid,
  expectedVersion: version,
  content: rfqContent,
  isSealed: z.boolean(),
  /** Names: one that is not known yet is made. */
  suppliers: rfqSuppliers,
});
export type SaveRfq = z.infer<typeof saveRfqInput>;

export const rfqAtVersionInput = z.strictObject({ rfqId: uuid, expectedVersion: version });
export type RfqAtVersion = z.infer<typeof rfqAtVersionInput>;
export const endRfqInput = z.strictObject({
  rfqId: uuid,
  expectedVersion: version,
  status: z.enum(["closed", "cancelled"]),
});
export type EndRfq = z.infer<typeof endRfqInput>;

const sentence = (most: number, lack: string) =>
  z.string().check(z.trim(), z.minLength(1, lack), z.maxLength(most), storableText);

export const openEarlyInput = z.strictObject({
  rfqId: uuid,
  expectedVersion: version,
  reason: sentence(500, "Say why the answers are opened before the deadline."),
});
export type OpenEarly = z.infer<typeof openEarlyInput>;

export const saveQuestionInput = z.strictObject({
  rfqId: uuid,
  id: uuid,
  supplierId: z.nullable(uuid),
  question: sentence(2000, "Enter the question."),
  /** Empty while there is none. */
  answer: text(4000),
});
export type SaveQuestion = z.infer<typeof saveQuestionInput>;

export const declineInput = z.strictObject({
  rfqId: uuid,
  supplierId: uuid,
  declined: z.boolean(),
  reason: text(300),
});
export type Decline = z.infer<typeof declineInput>;

/** Bytes of a filled-in template: some hundred rows are a tenth of it. */
export const maxAnswerBytes = 600_000;
/** The number of the open quote that an answer revises, null where it is another one; absent while nobody said. */
const revises = z.optional(z.nullable(quoteHead.shape.number));
export const requestAnswerInput = z.strictObject({
  /** The client's, so that a file sent twice is read once. */
  id: uuid,
  rfqId: uuid,
  supplierId: uuid,
  fileName: text(200),
  revises,
  /** Base64. */
  file: z
    .string()
    .check(
      z.regex(/^[A-Za-z0-9+/]*={0,2}$/, "The file did not arrive whole. Send it again."),
      z.maxLength(
        Math.ceil(maxAnswerBytes / 3) * 4,
        "The file has more than 600 KB. Send the template alone, without pictures.",
      ),
    ),
});
export type RequestAnswer = z.infer<typeof requestAnswerInput>;

/** What a file is that was read and had to be asked about; the id is that of the job that takes it in. */
export const chooseAnswerInput = z.strictObject({
  id: uuid,
  jobId: uuid,
  revises: z.nullable(quoteHead.shape.number),
});
export type ChooseAnswer = z.infer<typeof chooseAnswerInput>;

export const enterAnswerInput = z.strictObject({
  /** The client's, so that a form sent twice makes one answer. */
  id: uuid,
  rfqId: uuid,
  supplierId: uuid,
  number: quoteHead.shape.number,
  currency: currencyCode,
  quotedOn: isoDate,
  revises,
});
export type EnterAnswer = z.infer<typeof enterAnswerInput>;

/** What an answer says: a quote of the supplier that was asked. */
export const sealedAnswer = z.strictObject({
  number: quoteHead.shape.number,
  currency: currencyCode,
  content: quoteContent,
});
export type SealedAnswer = z.infer<typeof sealedAnswer>;

export type RfqRevision = RfqContent & {
  readonly revision: number;
  /** ISO 8601, UTC; null while it is being written. Once sent it never changes. */
  readonly sentAt: string | null;
};

/** What of a revision is its content. */
export function rfqContentOf(revision: RfqRevision): RfqContent {
  const { revision: _number, sentAt, ...content } = revision;
  return content;
}

export type Rfq = {
  readonly id: string;
  readonly origin: RfqOrigin;
  readonly status: RfqStatus;
  readonly isSealed: boolean;
  /** ISO 8601, UTC, of the newest sent revision. */
  readonly deadlineAt: string | null;
  readonly sentRevision: number | null;
  readonly openedAt: string | null;
  readonly openedReason: string;
  readonly version: number;
  readonly updatedAt: string;
};

/** What came from a supplier. While it is sealed nobody reads what it says. */
export type RfqAnswer = {
  readonly id: string;
  readonly number: string;
  /** Of the RFQ, that it answers. */
  readonly rfqRevision: number;
  readonly receivedAt: string;
  /** Null while it is sealed. */
  readonly quote: {
    readonly id: string;
    readonly revision: number;
    readonly currency: string;
  } | null;
};

export type AskedSupplier = {
  readonly supplierId: string;
  readonly name: string;
  readonly email: string;
  readonly declinedAt: string | null;
  readonly declinedReason: string;
  /** The last first. */
  readonly answers: readonly RfqAnswer[];
};

export type RfqQuestion = {
  readonly id: string;
  readonly supplierId: string | null;
  readonly question: string;
  readonly answer: string;
  readonly answeredAt: string | null;
  readonly createdAt: string;
};

export type ListedRfq = Rfq & {
  readonly newest: RfqRevision;
  readonly asked: number;
  readonly answered: number;
};

/** Whether answers are closed at a moment, by their RFQ alone. */
export const isClosedToEyes = ({ isSealed, openedAt }: Pick<Rfq, "isSealed" | "openedAt">) =>
  isSealed && openedAt === null;

/** A file with an answer that is being read, or was refused. */
/** How a message begins of a file that says what an earlier one did: no failure, and nothing to mend. */
export const nothingChanged = "Nothing changed.";
/** How the refusal of an answer begins, of which nobody said whether it revises another. */
export const chooseFormer = "Choose what this answer is.";

export type RfqImport = {
  readonly jobId: string;
  readonly supplierId: string;
  readonly fileName: string;
  readonly state: JobState;
  /** Why it was refused: a line for each row. */
  readonly error: string | null;
  /** ISO 8601, UTC; null while it is being read. */
  readonly endedAt: string | null;
};

export type RfqEvent = {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly by: string | null;
  readonly revision: number | null;
};

/** As its page reads it: revisions and events with the newest first. */
export type StoredRfq = Rfq & {
  readonly revisions: readonly RfqRevision[];
  readonly suppliers: readonly AskedSupplier[];
  readonly questions: readonly RfqQuestion[];
  readonly events: readonly RfqEvent[];
  /** That did not become answers since the last one of their supplier, the last first. */
  readonly imports: readonly RfqImport[];
  /** Whether the deadline is over, by the server's clock. */
  readonly isOver: boolean;
  readonly canEdit: boolean;
  readonly canOpenEarly: boolean;
};
