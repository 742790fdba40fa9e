import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { insertAuditEvent } from "@/lib/data/audit";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { listQuotesOfSupplier } from "@/lib/data/quotes";
import { listRfqs } from "@/lib/data/rfqs";
import {
  findSupplier,
  insertSupplier,
  isSupplierNameTaken,
  listSuppliers as list,
  lockSupplier,
  updateSupplier,
} from "@/lib/data/suppliers";
import { decimalsOf } from "@/lib/engine";
import { AppError } from "@/lib/errors";
import type { ListedQuote } from "@/lib/schemas/quote";
import type { ListedSupplier, SaveSupplier, Supplier } from "@/lib/schemas/quote-inputs";
import type { ListedRfq } from "@/lib/schemas/rfq";
import { withoutHiddenQuotes } from "./hidden-prices";
import { idOr } from "./ids";
import { isSame } from "./in-plan";

/** The same words for a supplier that never was and one of another organization. */
const noSuchSupplier = () => new AppError("NOT_FOUND", "There is no such supplier.");

export async function listSuppliers(ctx: Context): Promise<readonly ListedSupplier[]> {
  authorize(ctx, "quote:read");
  return withOrganization(ctx.orgId, (tx) => list(tx, ctx.orgId));
}

export type SupplierPage = {
  readonly supplier: Supplier;
  /** Those that ask this supplier. */
  readonly rfqs: readonly ListedRfq[];
  readonly quotes: readonly ListedQuote[];
};

export async function getSupplier(
  ctx: Context,
  { supplierId }: { readonly supplierId: string },
): Promise<SupplierPage> {
  authorize(ctx, "quote:read");
  const id = idOr(supplierId, noSuchSupplier);
  return withOrganization(ctx.orgId, async (tx) => {
    const supplier = await findSupplier(tx, ctx.orgId, id);
    if (!supplier) throw noSuchSupplier();
    const quotes = await listQuotesOfSupplier(tx, ctx.orgId, { decimalsOf, supplierId: id });
    const rfqs = await listRfqs(tx, ctx.orgId, { supplierId: id });
    return { supplier, rfqs, quotes: await withoutHiddenQuotes(tx, ctx, quotes) };
  });
}

/** New, or over the version that was read; the id is the client's, so that a form sent twice makes one. */
export async function saveSupplier(
  ctx: Context,
  { id: asked, expectedVersion, details }: SaveSupplier,
): Promise<{ readonly id: string; readonly version: number }> {
  authorize(ctx, "quote:write");
  const id = idOr(asked, noSuchSupplier);
  return withOrganization(ctx.orgId, async (tx) => {
    if (expectedVersion !== null && !(await lockSupplier(tx, ctx.orgId, id)))
      throw noSuchSupplier();
    const held = await findSupplier(tx, ctx.orgId, id);
    if (held && isSame(details, detailsOf(held))) return { id, version: held.version };
    if (held && held.version !== expectedVersion)
      throw new AppError(
        "CONFLICT",
        `${held.name} changed since you opened it. Reload to see it; your entries are kept here until then.`,
        { currentVersion: held.version },
      );
    const write = { ...details, id };
    if (held) {
      await refuseTakenName(tx, ctx, write);
      if (!(await updateSupplier(tx, ctx.orgId, write))) throw nameTaken(details.name);
    } else if (!(await insertSupplier(tx, ctx.orgId, write))) {
      const twin = await findSupplier(tx, ctx.orgId, id);
      if (twin && isSame(details, detailsOf(twin))) return { id, version: twin.version };
      throw nameTaken(details.name);
    }
    await insertAuditEvent(tx, ctx, {
      action: held ? "save" : "create",
      subject: "supplier",
      subjectId: id,
      detail: { name: details.name },
    });
    return { id, version: (held?.version ?? 0) + 1 };
  });
}

/** In the order of the schema, so that equal details have equal text. */
function detailsOf({ name, contactName, email, phone, note }: Supplier) {
  return { name, contactName, email, phone, note };
}

const nameTaken = (name: string) => {
  const message = `There is a supplier called \u201c${name}\u201d already. Open that one, or choose another name.`;
  return new AppError("CONFLICT", message, { fields: { name: message } });
};

async function refuseTakenName(
  tx: Transaction,
  ctx: Context,
  asked: { readonly id: string; readonly name: string },
): Promise<void> {
  if (await isSupplierNameTaken(tx, ctx.orgId, asked)) throw nameTaken(asked.name);
}
