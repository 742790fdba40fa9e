import type { Context } from "@/lib/auth/context";
import { insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { findQuoteOutline, lockQuote, type QuoteOutline } from "@/lib/data/quotes";
import { AppError } from "@/lib/errors";
import type { QuoteHead, QuoteStatus } from "@/lib/schemas/quote";
import { refuseHiddenQuote } from "./hidden-prices";
import { idOr } from "./ids";

/** The same words for a quote that never was and one of another organization. */
export const noSuchQuote = () => new AppError("NOT_FOUND", "There is no such quote.");

export const quoteIdOf = (id: string): string => idOr(id, noSuchQuote);

export type QuoteSaved = {
  readonly id: string;
  readonly version: number;
  /** The newest revision. */
  readonly revision: number;
};

export const savedOf = ({ id, version, revision }: QuoteOutline): QuoteSaved => ({
  id,
  version,
  revision,
});

export const staleQuote = ({ number, version }: QuoteOutline, expectedVersion: number) =>
  new AppError(
    "CONFLICT",
    `${number} changed since you opened it (version ${version}, yours was ${expectedVersion}). Reload to see it; your entries are kept here until then.`,
    { currentVersion: version },
  );

export function numberTaken({ supplierName, number }: QuoteHead): AppError {
  const message = `${supplierName} has a quote ${number} already. Open that one, or correct the number.`;
  return new AppError("CONFLICT", message, { fields: { "head.number": message } });
}

/** Changes a quote in one transaction, one change at a time for each; its lines are not read for it. */
export function changeQuote<T>(
  ctx: Context,
  quoteId: string,
  change: (tx: Transaction, held: QuoteOutline) => Promise<T>,
): Promise<T> {
  const id = quoteIdOf(quoteId);
  return withOrganization(ctx.orgId, async (tx) => {
    const locked = await lockQuote(tx, ctx.orgId, id);
    const held = locked ? await findQuoteOutline(tx, ctx.orgId, id) : null;
    if (!held) throw noSuchQuote();
    await refuseHiddenQuote(tx, ctx, id);
    return change(tx, held);
  });
}

export type QuoteAction =
  | "create"
  | "save"
  | "receive"
  | "clarify"
  | "shortlist"
  | "award"
  | "decline"
  | "reopen"
  | "attach"
  | "remove-attachment"
  | "restore-attachment"
  | "remove"
  | "restore"
  | "import-lines"
  | "undo-import";

/** What setting a status is called in a quote's history. */
export const statusActions: Readonly<Record<Exclude<QuoteStatus, "draft">, QuoteAction>> = {
  received: "reopen",
  clarified: "clarify",
  shortlisted: "shortlist",
  awarded: "award",
  declined: "decline",
};

type Named = { readonly id: string; readonly supplierName: string; readonly number: string };

/** Who did what with which revision, in the transaction of the change. */
export const recordQuote = (
  tx: Transaction,
  ctx: Context,
  { id, supplierName, number }: Named,
  {
    action,
    revision,
    file,
  }: { readonly action: QuoteAction; readonly revision: number; readonly file?: string },
): Promise<void> =>
  insertAuditEvent(tx, ctx, {
    action,
    subject: "quote",
    subjectId: id,
    detail: { name: `${supplierName} ${number}`, revision, ...(file !== undefined && { file }) },
  });
