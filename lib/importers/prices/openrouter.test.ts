import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogRecord } from "@/lib/catalog/schema";
import { readOpenrouter } from "./openrouter";

const checkout = resolve(import.meta.dirname, "../../..");
/** The whole answer, where somebody has put it: docs/catalog.md. */
const whole = resolve(checkout, "bench/data/openrouter_models.json");

const text = { output_modalities: ["text"] };
const model = (id: string, prompt: unknown, completion: unknown, rest: object = {}) => ({
  id,
  name: id,
  architecture: text,
  pricing: { prompt, completion, ...rest },
});
/** One of each kind that the real answer has. */
const made = [
  model("maker/plain", "0.00000014", "0.00000028", { input_cache_read: "0.0000000028" }),
  model("maker/noise", "0.0000001", "0.0000006000000000000001", {
    input_cache_write: "0.00000012500000000000002",
    overrides: [{ min_prompt_tokens: 272000, prompt: "0.0000002", completion: "0.0000009" }],
  }),
  model("maker/some:free", "0", "0"),
  model("~maker/x-latest", "0.000001", "0.000005"),
  model("router/auto", "-1", "-1"),
  {
    ...model("maker/painter", "0.0000025", "0.000002"),
    architecture: { output_modalities: ["image", "text"] },
  },
  { ...model("maker/old", "0.000001", "0.000002"), expiration_date: "2026-01-01" },
];

function read(models: unknown) {
  const reading = readOpenrouter(JSON.stringify({ data: models }), "2026-08-01");
  if (!reading.ok) throw new Error(reading.message);
  return reading.value;
}

describe("OpenRouter's models", () => {
  it("accepts plain prices, keeps back free ones, aliases and others, refuses routers", () => {
    const { accepted, suspicious, refused } = read(made);
    expect(accepted.map(({ key }) => key)).toEqual(["maker/plain", "maker/noise"]);
    expect(suspicious.map(({ key }) => key)).toEqual([
      "maker/some:free",
      "~maker/x-latest",
      "maker/painter",
      "maker/old",
    ]);
    expect(suspicious[2]?.reason).toContain("may be swapped");
    expect(refused.map(({ key, field }) => [key, field])).toEqual([
      ["router/auto", "pricing.prompt"],
    ]);
  });

  it("reads prices as US dollars a million tokens, long prompts as times of them", () => {
    const [plain, noisy] = read(made).accepted;
    expect(plain?.figures).toEqual({
      inputPrice: { unit: "moneyPerMillionTokens", value: 0.14 },
      outputPrice: { unit: "moneyPerMillionTokens", value: 0.28 },
      cachedInputPrice: { unit: "moneyPerMillionTokens", value: 0.0028 },
    });
    expect(Object.values(noisy?.figures ?? {}).map(({ value }) => value)).toEqual([
      0.1, 0.6, 0.125, 272_000, 2, 1.5,
    ]);
    const { key: _, row: __, currency: ___, ...record } = plain ?? { key: "" };
    expect(catalogRecord.safeParse(record).success).toBe(true);
  });

  it("changes nothing when it is read again, and keeps back an id that stands twice", () => {
    expect(read(made)).toEqual(read(made));
    expect(read([made[0], made[0]]).suspicious[0]?.reason).toContain("already in row 1");
  });

  it("refuses rows without an id, without prices or with prices that are none", () => {
    const rows = [
      made[0],
      null,
      { name: "x" },
      { id: "a/b" },
      model("a/c", undefined, "1"),
      model("a/d", "1,5", "2"),
    ];
    expect(read(rows).refused.map(({ row, field }) => [row, field])).toEqual([
      [2, "id"],
      [3, "id"],
      [4, "pricing"],
      [5, "pricing.prompt"],
      [6, "pricing.prompt"],
    ]);
  });

  it.each(["", "{", "[]", "null", '{"data":{}}', '{"data":[]}', '{"data":[1]}'])(
    "does not read %s, and says what it expects",
    (other) => {
      const reading = readOpenrouter(other, "2026-08-01");
      expect(reading.ok ? "" : reading.message).toContain("/api/v1/models");
    },
  );

  it("reads the whole answer where it is: nothing free, negative or an alias is used unasked", () => {
    const { accepted, suspicious, refused } = existsSync(whole)
      ? read(JSON.parse(readFileSync(whole, "utf8")).data)
      : read(made);
    expect(accepted.filter(({ key }) => /^~|:free$/.test(key))).toEqual([]);
    expect(suspicious.length).toBeGreaterThan(0);
    expect(refused.length).toBeGreaterThan(0);
    for (const { figures } of accepted) expect(figures.inputPrice?.value).toBeGreaterThan(0);
  });
});
