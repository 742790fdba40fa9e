import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import type { Transaction } from "@/lib/data/client";
import {
  sendRfqRevision,
  touchRfq,
  updateDeclined,
  updateRfq,
  writeQuestion,
} from "@/lib/data/rfq-writes";
import type { HeldRfq } from "@/lib/data/rfqs";
import { AppError } from "@/lib/errors";
import {
  type Decline,
  type EndRfq,
  isClosedToEyes,
  maxRfqQuestions,
  type RfqAtVersion,
  type RfqRevision,
  type SaveQuestion,
} from "@/lib/schemas/rfq";
import { idOr } from "./ids";
import {
  changeRfq,
  newestRfq,
  noSuchRfq,
  type RfqSaved,
  recordRfq,
  refuseStaleRfq,
  savedRfq,
} from "./in-rfq";
import { refuseDeadline, refuseEnded } from "./rfqs";

/**
 * The newest revision is as suppliers get it, and stays so. Nothing leaves the product: the member sends the
 * files. Sent twice it is sent once.
 */
export async function sendRfq(
  ctx: Context,
  input: RfqAtVersion,
  now = new Date(),
): Promise<RfqSaved> {
  authorize(ctx, "quote:write");
  return changeRfq(ctx, input.rfqId, async (tx, held) => {
    const newest = newestRfq(held);
    if (newest.sentAt !== null) return savedRfq(held);
    refuseStaleRfq(held, input.expectedVersion);
    refuseEnded(held);
    const deadlineAt = await sendableDeadline(tx, held, newest, now);
    const { revision, title } = newest;
    await sendRfqRevision(tx, ctx.orgId, { rfqId: held.id, revision, sentAt: now });
    const version = await updateRfq(tx, ctx.orgId, {
      ...{ id: held.id, status: "sent", sentRevision: revision, deadlineAt },
    });
    await recordRfq(tx, ctx, { id: held.id, title }, { action: "send", revision });
    return { id: held.id, version, revision };
  });
}

async function sendableDeadline(
  tx: Transaction,
  held: HeldRfq,
  newest: RfqRevision,
  now: Date,
): Promise<Date> {
  const refuse = (field: string, message: string) =>
    new AppError("INVALID", message, { fields: { [field]: message } });
  if (newest.items.length === 0) throw refuse("content.items", "Add an item first.");
  if (held.suppliers.length === 0) throw refuse("suppliers", "Choose a supplier to ask first.");
  const deadline = await refuseDeadline(tx, newest);
  const lack = "Enter until when suppliers can answer.";
  if (!deadline) throw refuse("content.deadlineLocal", lack);
  if (deadline <= now)
    throw refuse("content.deadlineLocal", "The deadline is over already. Enter a later one.");
  // An earlier deadline would open what was promised to stay closed until the later one.
  if (isClosedToEyes(held) && held.deadlineAt !== null && deadline < new Date(held.deadlineAt))
    throw refuse(
      "content.deadlineLocal",
      "Answers are sealed until the deadline that suppliers were given: it can become later, not earlier.",
    );
  return deadline;
}

/** No answer is taken in any more; `cancelled` says that nothing will be bought by it. */
export async function endRfq(ctx: Context, input: EndRfq): Promise<RfqSaved> {
  authorize(ctx, "quote:write");
  return changeRfq(ctx, input.rfqId, async (tx, held) => {
    const { status } = input;
    if (held.status === status) return savedRfq(held);
    refuseStaleRfq(held, input.expectedVersion);
    refuseEnded(held);
    if (held.status === "draft" && status === "closed")
      throw new AppError("INVALID", "This RFQ was never sent. Cancel it instead.");
    const version = await updateRfq(tx, ctx.orgId, { id: held.id, status });
    const { revision, title } = newestRfq(held);
    const action = status === "closed" ? "close" : "cancel";
    await recordRfq(tx, ctx, { id: held.id, title }, { action, revision });
    return { id: held.id, version, revision };
  });
}

/** A supplier's question, and what is answered to all of them. */
export async function saveRfqQuestion(ctx: Context, input: SaveQuestion): Promise<RfqSaved> {
  authorize(ctx, "quote:write");
  const id = idOr(input.id, noSuchRfq);
  return changeRfq(ctx, input.rfqId, async (tx, held) => {
    refuseEnded(held);
    const before = held.questions.find((one) => one.id === id);
    const { question, answer, supplierId } = input;
    if (before && before.question === question && before.answer === answer) return savedRfq(held);
    if (!before && held.questions.length >= maxRfqQuestions)
      throw new AppError("INVALID", `An RFQ has at most ${maxRfqQuestions} questions.`);
    if (supplierId !== null) askedOf(held, supplierId);
    await writeQuestion(tx, ctx.orgId, { ...input, id, rfqId: held.id });
    await touchRfq(tx, ctx.orgId, held.id);
    const { revision, title } = newestRfq(held);
    const action = answer.trim() === "" ? "ask" : "reply";
    await recordRfq(tx, ctx, { id: held.id, title }, { action, revision });
    return savedRfq(held);
  });
}

/** Of whom this RFQ asks. */
export function askedOf({ suppliers }: HeldRfq, supplierId: string): HeldRfq["suppliers"][number] {
  const asked = suppliers.find((one) => one.supplierId === supplierId.toLowerCase());
  if (asked) return asked;
  throw new AppError("NOT_FOUND", "This RFQ does not ask that supplier.");
}

/** That a supplier will not answer, or that this was an error. */
export async function declineRfq(ctx: Context, input: Decline): Promise<RfqSaved> {
  authorize(ctx, "quote:write");
  return changeRfq(ctx, input.rfqId, async (tx, held) => {
    const { supplierId, name, declinedAt } = askedOf(held, input.supplierId);
    if ((declinedAt !== null) === input.declined) return savedRfq(held);
    refuseEnded(held);
    await updateDeclined(tx, ctx.orgId, { ...input, rfqId: held.id, supplierId });
    await touchRfq(tx, ctx.orgId, held.id);
    const { revision, title } = newestRfq(held);
    const action = input.declined ? "decline" : "undecline";
    await recordRfq(tx, ctx, { id: held.id, title }, { action, revision, supplierName: name });
    return savedRfq(held);
  });
}
