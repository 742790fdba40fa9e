import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import type { SaveView } from "@/lib/schemas/saved-view";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { listSavedViews, removeView, saveView } from "./saved-views";

const tableId = "monthly-cost" as const;
const view = (name: string, more: Partial<SaveView> = {}): SaveView => ({
  id: randomUUID(),
  tableId,
  name,
  arrangement: {
    hidden: ["api.training"],
    order: ["cloud.inference"],
    sort: [{ id: "month", desc: true }],
    find: "2028",
  },
  isDefault: false,
  ...more,
});

let ctx: Context;
beforeEach(async () => {
  ctx = as(await newOrganization(), "viewer");
});
const list = () => listSavedViews(ctx, { tableId });
const kept = ({ tableId: _, ...saved }: SaveView) => saved;

it("keeps an arrangement as it was, once for twenty parallel requests", async () => {
  const input = view("Board");
  await Promise.all(Array.from({ length: 20 }, () => saveView(ctx, input)));
  expect(await list()).toEqual([kept(input)]);
  expect(await listSavedViews(ctx, { tableId: "plans" })).toEqual([]);
});

it("renames, has one default, and takes no name twice", async () => {
  const [one, other] = [view("One", { isDefault: true }), view("Other")];
  await saveView(ctx, one);
  await saveView(ctx, other);
  await saveView(ctx, { ...other, name: "Another", isDefault: true });
  expect((await list()).map(({ name, isDefault }) => [name, isDefault])).toEqual([
    ["Another", true],
    ["One", false],
  ]);
  await expect(saveView(ctx, view("One"))).rejects.toMatchObject({
    code: "INVALID",
    fields: { name: "You have a view called \u201cOne\u201d here. Choose another name." },
  });
});

it("is deleted, twice is once, and comes back by saving it again", async () => {
  const input = view("Board", { isDefault: true });
  await saveView(ctx, input);
  await removeView(ctx, { viewId: input.id });
  await removeView(ctx, { viewId: input.id });
  expect(await list()).toEqual([]);
  await saveView(ctx, input);
  expect(await list()).toEqual([kept(input)]);
});

it("is a member's own: others neither see, change nor delete it", async () => {
  const input = view("Mine");
  await saveView(ctx, input);
  const colleague = { ...ctx, userId: (await newOrganization()).userId };
  const stranger = await newOrganization();
  for (const other of [colleague, stranger]) {
    expect(await listSavedViews(other, { tableId })).toEqual([]);
    await removeView(other, { viewId: input.id });
  }
  await expect(saveView(colleague, { ...input, name: "Taken" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await list()).toEqual([kept(input)]);
});

it("leaves out what no longer fits, and lets it be", async () => {
  await saveView(ctx, view("Fits"));
  const broken = view("Broken");
  await saveView(ctx, broken);
  await byOwner(ctx.orgId, "update saved_view set state = '{}' where id = $1", [broken.id]);
  expect((await list()).map(({ name }) => name)).toEqual(["Fits"]);
});

it("are at most 50 for a table", async () => {
  for (let n = 0; n < 50; n += 1) await saveView(ctx, view(`View ${n}`));
  await expect(saveView(ctx, view("One more"))).rejects.toMatchObject({ code: "INVALID" });
});
