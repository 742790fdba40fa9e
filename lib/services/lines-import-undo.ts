import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { withOrganization } from "@/lib/data/client";
import { deleteLinesFrom } from "@/lib/data/line-writes";
import { findLastImport, restoreFormerLines, setUndone } from "@/lib/data/lines-imports";
import { setAttachmentRemoved } from "@/lib/data/quote-attachments";
import { setFreight, setStatedTotal, updateQuote } from "@/lib/data/quote-writes";
import { findQuoteOutline, lockQuote } from "@/lib/data/quotes";
import { AppError } from "@/lib/errors";
import type { LastLinesImport } from "@/lib/schemas/lines-import";
import { refuseHiddenQuote } from "./hidden-prices";
import { noSuchQuote, type QuoteSaved, quoteIdOf, recordQuote } from "./in-quote";

type Named = { readonly quoteId: string };

/** The newest import into a quote while it is the last change of it; null otherwise. */
export async function findUndoableImport(
  ctx: Context,
  { quoteId }: Named,
): Promise<LastLinesImport | null> {
  authorize(ctx, "quote:read");
  const id = quoteIdOf(quoteId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = await findQuoteOutline(tx, ctx.orgId, id);
    if (!held) throw noSuchQuote();
    await refuseHiddenQuote(tx, ctx, id);
    const last = await findLastImport(tx, ctx.orgId, id);
    if (!last || last.undoneAt !== null || last.versionAfter !== held.version || held.isReceived)
      return null;
    const { fileName, lineCount, importedAt, importedBy } = last;
    return {
      id: last.id,
      fileName,
      lineCount,
      importedAt: importedAt.toISOString(),
      importedBy: importedBy?.name ?? null,
    };
  });
}

/** Puts back the lines, the freight and the supplier's total from before it, as a change of its own. Undoing twice is undoing once. */
export async function undoLinesImport(
  ctx: Context,
  { quoteId, importId }: Named & { readonly importId: string },
): Promise<QuoteSaved> {
  authorize(ctx, "quote:write");
  const id = quoteIdOf(quoteId);
  return withOrganization(ctx.orgId, async (tx) => {
    const held = (await lockQuote(tx, ctx.orgId, id))
      ? await findQuoteOutline(tx, ctx.orgId, id)
      : null;
    if (!held) throw noSuchQuote();
    await refuseHiddenQuote(tx, ctx, id);
    const last = await findLastImport(tx, ctx.orgId, id);
    if (!last || last.id !== importId.toLowerCase())
      throw new AppError("NOT_FOUND", "There is no such import to undo. Reload the page.");
    const { version, revision } = held;
    if (last.undoneAt !== null) return { id, version, revision };
    if (last.versionAfter !== version || held.isReceived)
      throw new AppError(
        "CONFLICT",
        `${held.number} changed after this import, so it cannot be undone as a whole. Correct its lines instead.`,
        {
          currentVersion: version,
        },
      );
    const key = { orgId: ctx.orgId, quoteId: id, revision };
    await deleteLinesFrom(tx, key, last.firstPosition);
    await restoreFormerLines(tx, key, last.id);
    await setFreight(tx, ctx.orgId, { ...key, freight: last.formerFreight?.toString() ?? null });
    if (last.formerTotalHadTax !== null) {
      const statedTotal = last.formerTotal?.toString() ?? null;
      const former = { statedTotal, statedTotalHasTax: last.formerTotalHadTax };
      await setStatedTotal(tx, ctx.orgId, { ...key, ...former });
    }
    // The file came with the import, unless it was there before under another id.
    await setAttachmentRemoved(tx, ctx.orgId, { id: last.id, isRemoved: true });
    await setUndone(tx, ctx.orgId, last.id);
    const next = await updateQuote(tx, ctx.orgId, { id });
    await recordQuote(tx, ctx, held, { action: "undo-import", revision });
    return { id, version: next, revision };
  });
}
