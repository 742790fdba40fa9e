import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogRecord } from "@/lib/catalog/schema";
import { readLitellm } from "./litellm";
import type { PriceImport } from "./price-import";

const checkout = resolve(import.meta.dirname, "../../..");
/** Rows of the file of 2026-08-01 as they are: everything odd in it, and some of the rest. */
const sample = readFileSync(resolve(checkout, "lib/testing/prices/litellm-rows.json"), "utf8");
/** The whole file, where somebody has put it: docs/catalog.md. */
const whole = resolve(checkout, "bench/data/litellm_model_prices.json");
const observedOn = "2026-08-01";

function read(text: string): PriceImport {
  const reading = readLitellm(text, observedOn);
  if (!reading.ok) throw new Error(reading.message);
  return reading.value;
}
const rowOf = (row: unknown, key = "maker/model") => read(JSON.stringify({ ...plain, [key]: row }));
const good = {
  litellm_provider: "maker",
  mode: "chat",
  input_cost_per_token: 1e-6,
  output_cost_per_token: 2e-6,
};
const plain = { "maker/other": good };

describe("LiteLLM's price map", () => {
  const file = read(existsSync(whole) ? readFileSync(whole, "utf8") : sample);
  const suspects = (words: string) =>
    file.suspicious.filter(({ reason }) => reason.includes(words));
  const usable = new Set(file.accepted.map(({ key }) => key));

  it("keeps back the rows that slipped their decimal point, and no others", () => {
    const dear = suspects("dearer than any model").map(({ key }) => key);
    expect(dear.filter((key) => key.startsWith("wandb/"))).toHaveLength(13);
    expect(dear.filter((key) => !key.startsWith("wandb/"))).toEqual([
      "azure_ai/jais-30b-chat",
      "watsonx/bigscience/mt0-xxl-13b",
      "watsonx/core42/jais-13b-chat",
    ]);
    expect(usable.has("wandb/moonshotai/Kimi-K2.5")).toBe(true);
    expect(usable.has("o1-pro")).toBe(true);
  });

  it("takes nothing for free", () => {
    const free = suspects("It costs nothing");
    expect(free).toHaveLength(83);
    expect(free.filter(({ figures }) => figures.outputPrice?.value !== 0)).toEqual([]);
    for (const { figures } of file.accepted)
      for (const price of [figures.inputPrice, figures.outputPrice])
        expect(price?.value).toBeGreaterThan(0);
  });

  it("keeps back swapped prices, routers, embeddings called chat and what was withdrawn", () => {
    expect(suspects("may be swapped").map(({ key }) => key)).toEqual([
      "azure_ai/Llama-4-Maverick-17B-128E-Instruct-FP8",
      "azure_ai/Meta-Llama-3-70B-Instruct",
      "cloudflare/@cf/meta/llama-guard-3-8b",
    ]);
    expect(suspects("Its output costs nothing")).toHaveLength(6);
    expect(suspects("Its input costs nothing")).toHaveLength(4);
    expect(suspects("more than 20 times").map(({ key }) => key)).toEqual([
      "sambanova/Qwen2-Audio-7B-Instruct",
      "together_ai/Qwen/Qwen3-235B-A22B-Instruct-2507-tput",
    ]);
    expect(suspects("withdrew it on").length).toBeGreaterThan(50);
  });

  it("refuses what is no model, what is not priced by tokens, and a row that stands twice", () => {
    const reasonOf = (key: string) => file.refused.find((row) => row.key === key)?.reason;
    expect(reasonOf("sample_spec")).toContain("explains the file");
    expect(reasonOf("fallback_generalizations")).toContain("explains the file");
    expect(file.refused.filter(({ key }) => key.startsWith("fireworks-ai-"))).toHaveLength(8);
    expect(reasonOf("bedrock/*/1-month-commitment/cohere.command-text-v14")).toContain(
      "per_second",
    );
    expect(reasonOf("azure/container")).toContain("per_session");
    expect(file.refused.filter(({ reason }) => reason.includes("same row as"))).toHaveLength(1);
    for (const { row, mend, reason } of file.refused)
      expect([row > 0, mend.length > 0, reason.length > 0]).toEqual([true, true, true]);
  });

  it("puts every row in one place, under an id of its own, in the catalog's shape", () => {
    const { accepted, suspicious, refused } = file;
    const rows = [...accepted, ...suspicious, ...refused].map(({ row }) => row);
    expect(rows.toSorted((a, b) => a - b)).toEqual(rows.map((_, at) => at + 1));
    expect(new Set([...accepted, ...suspicious].map(({ id }) => id)).size).toBe(
      accepted.length + suspicious.length,
    );
    for (const { key: _, row: __, currency, ...record } of accepted) {
      expect(currency).toBe("USD");
      expect(catalogRecord.safeParse(record).error?.issues).toBeUndefined();
    }
  });

  it("changes nothing when it is read again, and keeps ids through prices, dates and order", () => {
    expect(read(sample)).toEqual(read(sample));
    const { accepted } = rowOf({ ...good, input_cost_per_token: 1.5e-6 });
    const later = readLitellm(JSON.stringify({ "maker/model": good }), "2027-01-01");
    const again = later.ok ? later.value.accepted : [];
    expect(accepted.find(({ key }) => key === "maker/model")?.id).toBe(again[0]?.id);
  });

  it("reads each price as US dollars a million tokens, without the noise of binary fractions", () => {
    const row = {
      ...good,
      input_cost_per_token: 1.4100000000000001e-6,
      output_cost_per_token: "0.0000070500000000000005",
      cache_read_input_token_cost: 1.41e-7,
      cache_creation_input_token_cost: 1.7625e-6,
      input_cost_per_token_batches: 7.05e-7,
      output_cost_per_token_batches: 3.525e-6,
      input_cost_per_token_above_200k_tokens: 2.82e-6,
      output_cost_per_token_above_200k_tokens: 1.0575e-5,
      input_cost_per_request: 0.005,
      output_cost_per_token_priority: 9e-6,
    };
    const price = rowOf(row).accepted.find(({ key }) => key === "maker/model");
    const values = Object.entries(price?.figures ?? {}).map(([name, { value }]) => [name, value]);
    expect(Object.fromEntries(values)).toEqual({
      inputPrice: 1.41,
      outputPrice: 7.05,
      cachedInputPrice: 0.141,
      cacheWritePrice: 1.7625,
      batchDiscountFraction: 0.5,
      longContextFromTokens: 200_000,
      longContextInputRatio: 2,
      longContextOutputRatio: 1.5,
      requestFee: 5,
    });
    expect(price).toMatchObject({
      subject: { model: "model", provider: "maker", currency: "USD" },
      evidence: "list",
      date: observedOn,
      source: "LiteLLM price map, maker/model",
    });
    expect(price?.note).toContain("output_cost_per_token_priority");
  });

  it("takes the first tier as the price and the next as that of long context", () => {
    const flash = file.accepted.find(({ key }) => key === "dashscope/qwen-flash");
    expect(flash?.figures.inputPrice?.value).toBe(0.05);
    expect(flash?.figures.longContextFromTokens?.value).toBe(256_000);
    expect(flash?.figures.longContextInputRatio?.value).toBe(5);
  });

  it.each<[string, unknown, string]>([
    ["a negative price", -1e-6, "below 0"],
    ["text", "cheap", "no finite number"],
    ["NaN as text", "NaN", "no finite number"],
    ["Infinity as text", "Infinity", "no finite number"],
    ["a decimal comma", "0,000001", "comma"],
    ["an object", { usd: 1 }, "no number"],
    ["a list", [1e-6], "no number"],
    ["true", true, "no number"],
    ["hexadecimal", "0x10", "no finite number"],
    ["a million digits", `${"1".repeat(1_000_000)}x`, "more than 60 characters"],
    ["what no longer fits once it is multiplied", 1e305, "larger than any price"],
  ])("refuses %s for a price", (_, value, words) => {
    const { refused } = rowOf({ ...good, input_cost_per_token: value });
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ key: "maker/model", field: "input_cost_per_token", row: 2 });
    expect(refused[0]?.reason).toContain(words);
  });

  it("takes no batch of nothing for a discount of all, and survives a row of thresholds", () => {
    const free = { input_cost_per_token_batches: 0, output_cost_per_token_batches: 0 };
    const [price] = rowOf({ ...good, ...free }).accepted.filter(({ key }) => key === "maker/model");
    expect(price?.figures.batchDiscountFraction).toBeUndefined();
    const thresholds = Array.from({ length: 150_000 }, (_, k) => [
      `input_cost_per_token_above_${k + 1}k_tokens`,
      1e-6,
    ]);
    expect(rowOf({ ...good, ...Object.fromEntries(thresholds) }).refused).toEqual([]);
  });

  it("refuses 1e400, which JSON reads as infinite", () => {
    const text = JSON.stringify({ ...plain, "maker/model": good }).replace(
      /0.000002(?=}}$)/,
      "1e400",
    );
    expect(read(text).refused[0]).toMatchObject({
      value: "Infinity",
      field: "output_cost_per_token",
    });
  });

  it.each<[string, string]>([
    ["nothing", ""],
    ["blank", " \n"],
    ["no JSON", "{"],
    ["HTML", "<!doctype html>"],
    ["a list", "[1]"],
    ["a number", "1"],
    ["null", "null"],
    ["another object", '{"a":{"b":1}}'],
    ["deep nesting", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["too much", `"${"a".repeat(21_000_000)}"`],
  ])("does not read %s, and says why", (_, text) => {
    const reading = readLitellm(text, observedOn);
    expect(reading).toMatchObject({ ok: false });
    if (!reading.ok) expect(reading.message).toContain("LiteLLM's price map is one object");
  });

  it("is not moved by a byte order mark or by names that objects have of themselves", () => {
    const row = JSON.stringify(good);
    const text = `\uFEFF{"__proto__":${row},"constructor":${row},"m":{"__proto__":${row}},"toString":null}`;
    const { accepted, refused } = read(text);
    expect(accepted.map(({ key }) => key)).toEqual(["__proto__", "constructor"]);
    expect(refused.map(({ key }) => key)).toEqual(["m", "toString"]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("keeps back names that stand twice, in the same letters or in others", () => {
    const row = JSON.stringify(good);
    const dear = JSON.stringify({ ...good, output_cost_per_token: 3e-6 });
    const { accepted, suspicious, refused } = read(
      `{"a":${row},"a":${dear},"B":${row},"b":${dear},"C":${row},"c":${row},"d":{"mode":"x",${row.slice(1)}}`,
    );
    expect(
      suspicious.map(({ key, reason }) => [key, reason.split(" ").slice(0, 4).join(" ")]),
    ).toEqual([
      ["a", "The file has it"],
      ["B", "The file has it"],
      ["b", "The file has it"],
      ["d", "It has mode more"],
    ]);
    expect(accepted.map(({ key }) => key)).toEqual(["C"]);
    expect(refused.map(({ key }) => key)).toEqual(["c"]);
  });
});
