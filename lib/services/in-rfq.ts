import type { Context } from "@/lib/auth/context";
import { insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { findRfq, type HeldRfq, lockRfq } from "@/lib/data/rfqs";
import { AppError } from "@/lib/errors";
import type { RfqRevision } from "@/lib/schemas/rfq";
import { idOr } from "./ids";

/** The same words for an RFQ that never was and one of another organization. */
export const noSuchRfq = () => new AppError("NOT_FOUND", "There is no such RFQ.");

export const rfqIdOf = (id: string): string => idOr(id, noSuchRfq);

export type RfqSaved = {
  readonly id: string;
  readonly version: number;
  /** The newest revision. */
  readonly revision: number;
};

export const newestRfq = ({ revisions }: HeldRfq): RfqRevision => {
  const [newest] = revisions;
  if (!newest) throw new Error("an RFQ without a revision");
  return newest;
};

export const savedRfq = (held: HeldRfq): RfqSaved => ({
  id: held.id,
  version: held.version,
  revision: newestRfq(held).revision,
});

export function refuseStaleRfq(held: HeldRfq, expectedVersion: number): void {
  if (held.version === expectedVersion) return;
  throw new AppError(
    "CONFLICT",
    `${newestRfq(held).title} changed since you opened it (version ${held.version}, yours was ${expectedVersion}). Reload to see it; your entries are kept here until then.`,
    { currentVersion: held.version },
  );
}

/** Holds the RFQ until the transaction ends, so that two changes of it follow each other. */
export async function heldRfq(
  tx: Transaction,
  { orgId }: Context,
  rfqId: string,
): Promise<HeldRfq> {
  const id = rfqIdOf(rfqId);
  const held = (await lockRfq(tx, orgId, id)) ? await findRfq(tx, orgId, id) : null;
  if (!held) throw noSuchRfq();
  return held;
}

/** Changes an RFQ in one transaction, one change at a time for each. */
export function changeRfq<T>(
  ctx: Context,
  rfqId: string,
  change: (tx: Transaction, held: HeldRfq) => Promise<T>,
): Promise<T> {
  const id = rfqIdOf(rfqId);
  return withOrganization(ctx.orgId, async (tx) => change(tx, await heldRfq(tx, ctx, id)));
}

export type RfqAction =
  | "create"
  | "save"
  | "send"
  | "close"
  | "cancel"
  | "ask"
  | "reply"
  | "decline"
  | "undecline"
  | "take-answer"
  | "open"
  | "open-early";

type Named = { readonly id: string; readonly title: string };

/** Who did what with which revision, in the transaction of the change. Says no price. */
export const recordRfq = (
  tx: Transaction,
  ctx: Context,
  { id, title }: Named,
  {
    action,
    revision,
    ...detail
  }: {
    readonly action: RfqAction;
    readonly revision: number;
    readonly supplierName?: string;
    readonly reason?: string;
  },
): Promise<void> =>
  insertAuditEvent(tx, ctx, {
    action,
    subject: "rfq",
    subjectId: id,
    detail: { name: title, revision, ...detail },
  });
