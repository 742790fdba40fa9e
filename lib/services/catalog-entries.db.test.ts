import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { recordOf } from "@/lib/catalog/find";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { withOrganization } from "@/lib/data/client";
import { as, newOrganization } from "@/lib/testing/organization";
import { listActivity } from "./activity";
import {
  findImportedRecords,
  getCatalogRecord,
  listOwnRecords,
  listRecordsNamed,
  removeCatalogRecord,
  restoreCatalogRecord,
  saveCatalogRecord,
} from "./catalog-entries";

const shared = recordOf("cloud-h100");
const unit = "moneyPerAcceleratorHour" as const;
const over = (rate: number): CatalogRecord => ({
  ...shared,
  ...{ evidence: "quoted", source: "Our contract", date: "2026-11-01" },
  figures: { ...shared.figures, rate: { unit, value: rate } },
});
const own = (id: string, value: number): CatalogRecord => ({
  ...{ id, kind: "api-price", label: "House model, Baseten" },
  subject: { model: "house", provider: "Baseten" },
  ...{ evidence: "quoted", source: "Our contract", date: "2026-11-01" },
  figures: { outputPrice: { unit: "moneyPerMillionTokens", value } },
});

let ctx: Context;
let other: Context;
beforeAll(async () => {
  [ctx, other] = [await newOrganization(), await newOrganization()];
});

const rateOf = async (whose: Context) =>
  (await listOwnRecords(whose)).map(({ record }) => record.figures.rate?.value);

describe("an organization's own records", () => {
  it("lie over shared ones, keep their history, and go back to the shared value", async () => {
    await saveCatalogRecord(ctx, { expectedVersion: null, record: over(2.1) });
    await saveCatalogRecord(ctx, { expectedVersion: 1, record: over(1.9) });
    const [held] = await listOwnRecords(ctx);
    expect(held).toMatchObject({ version: 2, origin: "entered", authorName: "Owner", shared });
    expect(recordOf("cloud-h100")).toEqual(shared);

    const opened = await getCatalogRecord(ctx, { recordId: "cloud-h100" });
    expect(opened.versions.map(({ record }) => record.figures.rate?.value)).toEqual([1.9, 2.1]);

    await removeCatalogRecord(ctx, { recordId: "cloud-h100" });
    expect(await rateOf(ctx)).toEqual([]);
    expect(await getCatalogRecord(ctx, { recordId: "cloud-h100" })).toMatchObject({
      shared,
      own: { removed: true },
    });
    await restoreCatalogRecord(ctx, { recordId: "cloud-h100" });
    expect(await rateOf(ctx)).toEqual([1.9]);
    await restoreCatalogRecord(ctx, { recordId: "cloud-h100", version: 1 });
    expect(await rateOf(ctx)).toEqual([2.1]);
  });

  it("are seen by no other organization, by no list, name or search", async () => {
    const record = own("own-hidden", 3);
    await saveCatalogRecord(ctx, { expectedVersion: null, record });
    const asked = { words: [], kind: null, vendor: null, provider: null, offset: 0, limit: 50 };
    expect(await listOwnRecords(other)).toEqual([]);
    expect(await listRecordsNamed(other, { recordIds: ["own-hidden", "cloud-h100"] })).toEqual([]);
    expect(await findImportedRecords(other, asked)).toEqual({
      ...{ count: 0, records: [], providers: [] },
    });
    await expect(getCatalogRecord(other, { recordId: "own-hidden" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const change of [removeCatalogRecord, restoreCatalogRecord])
      await expect(change(other, { recordId: "own-hidden" })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    // The same id is another record in another organization.
    await saveCatalogRecord(other, { expectedVersion: null, record: own("own-hidden", 7) });
    const [ours] = await listRecordsNamed(ctx, { recordIds: ["own-hidden"] });
    expect(ours?.record.figures.outputPrice?.value).toBe(3);
    expect(await listRecordsNamed(ctx, { recordIds: [] })).toEqual([]);
  });

  it("refuse a stale version, say who changed what, and count a form sent twice once", async () => {
    const mine = await newOrganization();
    const first = { expectedVersion: null, record: own("own-twice", 1) };
    const saved = await saveCatalogRecord(mine, first);
    expect(await saveCatalogRecord(mine, first)).toEqual(saved);
    await saveCatalogRecord(mine, { expectedVersion: 1, record: own("own-twice", 2) });
    await expect(
      saveCatalogRecord(mine, { expectedVersion: 1, record: own("own-twice", 3) }),
    ).rejects.toMatchObject({ code: "CONFLICT", currentVersion: 2 });
    await expect(
      saveCatalogRecord(mine, { expectedVersion: null, record: own("own-twice", 3) }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const filter = { userId: null, planId: null, kind: "catalog" as const, before: null };
    const { events } = await listActivity(mine, filter);
    expect(events.map(({ action }) => action)).toEqual(["save", "create"]);
  });

  it("are records of the catalog, seen on a day that has been", async () => {
    const refused = (record: CatalogRecord) =>
      expect(saveCatalogRecord(ctx, { expectedVersion: null, record })).rejects.toMatchObject({
        code: "INVALID",
      });
    await refused({ ...over(2), kind: "api-price" });
    await refused(own("litellm-x", 2));
    await refused({ ...own("own-future", 2), date: "2199-01-01" });
    await refused({ ...own("own-empty", 2), figures: {} });
    await refused(own("own-negative", -2));
    await refused({ ...own("own-odd", 2), figures: { rate: { unit, value: 2 } } });
    await expect(
      saveCatalogRecord(as(ctx, "viewer"), { expectedVersion: null, record: own("own-v", 1) }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("keep what they have said: the application cannot change or delete it", async () => {
    for (const change of [
      "update catalog_observation set version = 9",
      "delete from catalog_observation",
    ])
      await expect(
        withOrganization(ctx.orgId, (tx) => tx.$executeRawUnsafe(change)),
      ).rejects.toThrow(/permission denied/);
  });
});
