import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { type Transaction, withOrganization } from "@/lib/data/client";
import {
  clearOtherDefaults,
  deleteView,
  insertView,
  listViews,
  lockViews,
  updateView,
} from "@/lib/data/saved-views";
import { AppError } from "@/lib/errors";
import type { ArrangedTable, SavedView, SaveView } from "@/lib/schemas/saved-view";
import { idOr } from "./ids";

const maxViews = 50;

const noSuchView = () =>
  new AppError("NOT_FOUND", "There is no such view. It may have been deleted.");

/** The caller's own views of a table. */
export async function listSavedViews(
  ctx: Context,
  { tableId }: { readonly tableId: ArrangedTable },
): Promise<readonly SavedView[]> {
  authorize(ctx, "view:own");
  return withOrganization(ctx.orgId, (tx) => listViews(tx, ctx, tableId));
}

/** New, or over the one of that id; the id is the client's, so that a form sent twice keeps one. */
export async function saveView(ctx: Context, input: SaveView): Promise<SavedView> {
  authorize(ctx, "view:own");
  const view = { ...input, id: idOr(input.id, noSuchView) };
  return withOrganization(ctx.orgId, async (tx) => {
    await lockViews(tx, ctx, view.tableId);
    await refuse(tx, ctx, view);
    const written = (await updateView(tx, ctx, view)) || (await insertView(tx, ctx, view));
    if (!written) throw noSuchView();
    if (view.isDefault) await clearOtherDefaults(tx, ctx, view);
    const { tableId, ...saved } = view;
    return saved;
  });
}

async function refuse(tx: Transaction, ctx: Context, view: SaveView): Promise<void> {
  const others = (await listViews(tx, ctx, view.tableId)).filter(({ id }) => id !== view.id);
  if (others.some(({ name }) => name === view.name)) {
    const message = `You have a view called \u201c${view.name}\u201d here. Choose another name.`;
    throw new AppError("INVALID", message, { fields: { name: message } });
  }
  if (others.length >= maxViews)
    throw new AppError("INVALID", `A table has at most ${maxViews} views. Delete one first.`);
}

/** Saving it again under its id is the undo. Deleting twice is deleting once. */
export async function removeView(
  ctx: Context,
  { viewId }: { readonly viewId: string },
): Promise<{ readonly id: string }> {
  authorize(ctx, "view:own");
  const id = idOr(viewId, noSuchView);
  return withOrganization(ctx.orgId, async (tx) => {
    await deleteView(tx, ctx, id);
    return { id };
  });
}
