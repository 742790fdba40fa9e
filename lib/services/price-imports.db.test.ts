import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import { setSucceeded } from "@/lib/data/jobs";
import { insertFile } from "@/lib/data/stored-files";
import { readLitellm } from "@/lib/importers/prices/litellm";
import type { PriceSource } from "@/lib/schemas/catalog-origin";
import { newOrganization } from "@/lib/testing/organization";
import {
  findImportedRecords,
  getCatalogRecord,
  listRecordsNamed,
  removeCatalogRecord,
} from "./catalog-entries";
import { importPrices } from "./price-import-job";
import { getPriceImport, listPriceImports, requestPriceImport, takePrices } from "./price-imports";
import { findPriceSpreads } from "./price-spreads";

type Model = readonly [input: number, output: number];
const perToken = (perMillion: number) => perMillion / 1e6;
const litellm = (models: Readonly<Record<string, Model>>) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(models).map(([key, [input, output]]) => [
        key,
        {
          ...{ litellm_provider: key.split("/")[0], mode: "chat" },
          ...{ input_cost_per_token: perToken(input), output_cost_per_token: perToken(output) },
        },
      ]),
    ),
  );

let ctx: Context;
beforeEach(async () => {
  ctx = await newOrganization();
});

/** Asks, and does the job's work as the worker would. */
async function imported(text: string, observedOn: string, source: PriceSource = "litellm") {
  const id = randomUUID();
  const file = { name: `${source}.json`, bytes: new Uint8Array(Buffer.from(text)) };
  await requestPriceImport(ctx, { id, source, observedOn, provider: "", file });
  const steps: string[] = [];
  const outcome = await importPrices(ctx, {
    ...{ jobId: id, signal: new AbortController().signal },
    report: async (_, step) => {
      steps.push(step);
    },
  });
  await withOrganization(ctx.orgId, async (tx) => {
    await outcome.write?.(tx);
    if (!outcome.file) return;
    const kept = { purpose: "job-output", jobId: id, createdByUserId: ctx.userId } as const;
    const expiresAt = new Date(Date.now() + 3_600_000);
    await insertFile(tx, ctx.orgId, { ...outcome.file, ...kept, expiresAt });
    await setSucceeded(tx, { orgId: ctx.orgId, jobId: id }, { claimNumber: 0, counts: {} });
  });
  expect(steps).toEqual(["reading-prices", "writing-prices"]);
  return { id, counts: outcome.counts };
}

const asked = { words: [], kind: null, vendor: null, provider: null, offset: 0, limit: 50 };
const records = async (more: Partial<Parameters<typeof findImportedRecords>[1]> = {}) =>
  (await findImportedRecords(ctx, { ...asked, ...more })).records;
const counts = { added: 0, changed: 0, confirmed: 0, unchanged: 0, suspicious: 0, refused: 0 };

describe("a file of prices", () => {
  const first = litellm({ "openai/one": [1, 4], "azure/two": [2, 8], "wandb/dear": [5000, 9000] });

  it("becomes entries of the organization; what is suspicious waits for a person", async () => {
    const { id, counts: said } = await imported(first, "2026-06-01");
    expect(said).toEqual({ ...counts, added: 2, suspicious: 1 });
    const [two, one] = await records();
    expect([two?.record.label, one?.record.label]).toEqual(["one, OpenAI", "two, Azure"]);
    expect(await records({ words: ["two"] })).toHaveLength(1);

    const { report, taken } = await getPriceImport(ctx, { jobId: id });
    expect(report).toMatchObject({ source: "litellm", accepted: 2 });
    const [doubtful] = report?.suspicious ?? [];
    expect(doubtful).toMatchObject({ key: "wandb/dear", reason: expect.stringMatching(/\w/) });
    expect(taken).toEqual([]);
    const recordIds = [doubtful?.id ?? ""];
    expect(await takePrices(ctx, { jobId: id, recordIds })).toEqual({ taken: 1 });
    expect(await takePrices(ctx, { jobId: id, recordIds })).toEqual({ taken: 0 });
    expect((await getPriceImport(ctx, { jobId: id })).taken).toEqual(recordIds);
    expect(await records()).toHaveLength(3);
  });

  it("changes nothing when it comes again, and a changed price keeps the former one", async () => {
    await imported(first, "2026-06-01");
    const before = await records();
    const again = await imported(first, "2026-06-01");
    expect(again.counts).toEqual({ ...counts, unchanged: 2, suspicious: 1 });
    expect(await records()).toEqual(before);

    const cheaper = litellm({ "openai/one": [1, 3], "azure/two": [2, 8] });
    const later = await imported(cheaper, "2026-09-01");
    expect(later.counts).toEqual({ ...counts, changed: 1, confirmed: 1 });
    const past = litellm({ "openai/one": [1, 5] });
    expect((await imported(past, "2026-03-01")).counts).toEqual({ ...counts, confirmed: 1 });
    expect((await imported(past, "2026-03-01")).counts).toEqual({ ...counts, unchanged: 1 });

    const [one] = await records({ words: ["one,"] });
    expect(one?.record).toMatchObject({
      date: "2026-09-01",
      figures: { outputPrice: { value: 3 } },
    });
    const { versions } = await getCatalogRecord(ctx, { recordId: one?.record.id ?? "" });
    expect(versions.map(({ record }) => [record.date, record.figures.outputPrice?.value])).toEqual([
      ["2026-03-01", 5],
      ["2026-09-01", 3],
      ["2026-06-01", 4],
    ]);
  });

  it("leaves away what somebody removed", async () => {
    await imported(first, "2026-06-01");
    const [one] = await records({ words: ["one,"] });
    await removeCatalogRecord(ctx, { recordId: one?.record.id ?? "" });
    const { counts: said } = await imported(litellm({ "openai/one": [1, 2] }), "2026-09-01");
    expect(said).toEqual({ ...counts, unchanged: 1 });
    expect(await records({ words: ["one,"] })).toEqual([]);
  });

  it("is seen by no other organization, which may import the same", async () => {
    const { id } = await imported(first, "2026-06-01");
    const ours = await records();
    const mine = ctx;
    ctx = await newOrganization();
    expect(await records()).toEqual([]);
    const recordIds = ours.map(({ record }) => record.id);
    expect(await listRecordsNamed(ctx, { recordIds })).toEqual([]);
    expect(await listPriceImports(ctx)).toEqual([]);
    await expect(getPriceImport(ctx, { jobId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await imported(litellm({ "openai/one": [9, 9] }), "2026-07-01");
    ctx = mine;
    expect(await records()).toEqual(ours);
  });

  it("shows where two sources ask otherwise for the same model", async () => {
    await imported(litellm({ "openai/gpt-x": [1, 4], "azure/gpt-x": [1, 4] }), "2026-06-01");
    expect(await findPriceSpreads(ctx, { limit: 5 })).toEqual({ count: 0, widest: [] });
    const model = { id: "openai/gpt-x", pricing: { prompt: "0.0000005", completion: "0.000004" } };
    await imported(JSON.stringify({ data: [model] }), "2026-06-01", "openrouter");
    const { count, widest } = await findPriceSpreads(ctx, { limit: 5 });
    expect(count).toBe(1);
    expect(widest[0]).toMatchObject({
      ...{ model: "openai/gpt-x", field: "inputPrice", low: 0.5, high: 1, ratio: 2 },
    });
    expect(widest[0]?.prices).toHaveLength(3);
  });

  it("is refused as a whole where it is something else", async () => {
    await expect(imported("InstanceType,Price", "2026-06-01")).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringMatching(/not JSON/),
    });
    await expect(imported(first, "2199-06-01")).rejects.toMatchObject({ code: "INVALID" });
    expect(await records()).toEqual([]);
  });
});

const wholeMap = fileURLToPath(
  new URL("../../bench/data/litellm_model_prices.json", import.meta.url),
);
const sampleMap = fileURLToPath(new URL("../testing/prices/litellm-rows.json", import.meta.url));

describe("LiteLLM's map", () => {
  it("is taken in once, whole, and found a page at a time", async () => {
    const text = readFileSync(existsSync(wholeMap) ? wholeMap : sampleMap, "utf8");
    const read = readLitellm(text, "2026-08-01");
    if (!read.ok) throw new Error(read.message);
    const { accepted, suspicious, refused } = read.value;
    const rest = { ...counts, suspicious: suspicious.length, refused: refused.length };
    const once = await imported(text, "2026-08-01");
    expect(once.counts).toEqual({ ...rest, added: accepted.length });
    const twice = await imported(text, "2026-08-01");
    expect(twice.counts).toEqual({ ...rest, unchanged: accepted.length });
    const offset = accepted.length - 9;
    const page = await findImportedRecords(ctx, { ...asked, offset, limit: 60 });
    expect(page).toMatchObject({ count: accepted.length });
    expect(page.records).toHaveLength(9);
  });
});
