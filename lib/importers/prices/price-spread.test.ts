import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readLitellm } from "./litellm";
import { modelIdentity } from "./model-identity";
import { readOpenrouter } from "./openrouter";
import { priceSpreads } from "./price-spread";

const rows = resolve(import.meta.dirname, "../../testing/prices/litellm-rows.json");
const ofLitellm = readLitellm(readFileSync(rows, "utf8"), "2026-08-01");
const luna = {
  id: "openai/gpt-5.6-luna",
  pricing: { prompt: "0.0000001", completion: "0.0000006" },
};
const ofOpenrouter = readOpenrouter(JSON.stringify({ data: [luna] }), "2026-08-01");
const accepted = [ofLitellm, ofOpenrouter].flatMap((read) => (read.ok ? read.value.accepted : []));
const identityOf = (key: string) => {
  const price = accepted.find((candidate) => candidate.key === key);
  return price ? modelIdentity(price) : undefined;
};

describe("spread of prices", () => {
  it("is tenfold between two sources on gpt-5.6-luna, each end with its source", () => {
    const spreads = priceSpreads(accepted, modelIdentity);
    const input = spreads.find(
      ({ model, field }) => model === "openai/gpt-5-6-luna" && field === "inputPrice",
    );
    expect(input).toMatchObject({ low: 0.1, high: 1, ratio: 10 });
    expect(input?.prices.map(({ key, value }) => [key, value])).toEqual([
      ["openai/gpt-5.6-luna", 0.1],
      ["gpt-5.6-luna", 0.2],
      ["azure/gpt-5.6-luna", 1],
    ]);
    expect(input?.prices[0]).toMatchObject({ provider: "OpenRouter", date: "2026-08-01" });
  });

  it("is of whole names: the end of a key is no identity", () => {
    expect(identityOf("azure/gpt-5.6-luna")).toBe("openai/gpt-5-6-luna");
    expect(identityOf("azure/eu/gpt-5.6-luna")).toBeNull();
    expect(identityOf("vercel_ai_gateway/openai/gpt-4o")).toBeNull();
    expect(identityOf("bedrock_mantle/openai.gpt-5.6-luna")).toBeNull();
    expect(identityOf("openrouter/openai/gpt-4o")).toBe("openai/gpt-4o");
    expect(identityOf("gpt-4o")).toBe("openai/gpt-4o");
  });

  it("is none where all ask the same, and leaves out what is not priced", () => {
    const [price] = accepted;
    if (!price) throw new Error("no price");
    const free = {
      ...price,
      figures: { inputPrice: { unit: "moneyPerMillionTokens", value: 0 } },
    } as const;
    expect(priceSpreads([price, price, free], () => "one")).toEqual([]);
    expect(priceSpreads(accepted, () => null)).toEqual([]);
  });
});
