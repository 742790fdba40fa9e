import * as z from "zod/mini";
import { rfqContent, rfqOrigin, rfqStatuses } from "./rfq";

const uuid = z.uuid();
const instant = z.iso.datetime();
const count = z.int().check(z.gte(0));
const positive = z.int().check(z.gte(1));

const head = {
  id: uuid,
  /** The plan and the option that it was begun from. */
  origin: rfqOrigin,
  status: z.enum(rfqStatuses),
  /** Answers stay closed until the deadline. */
  isSealed: z.boolean(),
  deadlineAt: z.nullable(instant),
  /** The newest that suppliers have. */
  sentRevision: z.nullable(positive),
  openedAt: z.nullable(instant),
  version: positive,
  updatedAt: instant,
};

const rfqSummary = z.strictObject({
  ...head,
  title: z.string(),
  revision: positive,
  items: count,
  suppliersAsked: count,
  suppliersAnswered: count,
});

export const rfqList = z.strictObject({ items: z.array(rfqSummary) });

const answer = z.strictObject({
  id: uuid,
  number: z.string(),
  rfqRevision: positive,
  receivedAt: instant,
  /** Null while it is sealed. */
  quote: z.nullable(z.strictObject({ id: uuid, revision: positive, currency: z.string() })),
});

export const rfqResource = z.strictObject({
  ...head,
  openedReason: z.string(),
  /** Newest first. */
  revisions: z.array(
    z.strictObject({ ...rfqContent.shape, revision: positive, sentAt: z.nullable(instant) }),
  ),
  suppliers: z.array(
    z.strictObject({
      supplierId: uuid,
      name: z.string(),
      declinedAt: z.nullable(instant),
      declinedReason: z.string(),
      /** The last first. */
      answers: z.array(answer),
    }),
  ),
  questions: z.array(
    z.strictObject({
      id: uuid,
      supplierId: z.nullable(uuid),
      question: z.string(),
      /** Empty while there is none. */
      answer: z.string(),
      answeredAt: z.nullable(instant),
      createdAt: instant,
    }),
  ),
});
