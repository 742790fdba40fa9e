import { describe, expect, it } from "vitest";
import { ownEntriesOf } from "@/lib/catalog/own-record";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { type SupplyOption, supplyOption } from "@/lib/schemas/option";
import { examplePlan } from "@/lib/views/testing/example";
import { draftOption } from "./draft-option";
import { importedStarts, newOption, optionStarts } from "./new-option";

const kinds = ["api", "cloud", "on-premises"] as const;
const wanted = { id: "new", name: "New", currency: "USD", today: "2026-11-21" };

describe("newOption", () => {
  it.each(kinds)("makes a %s that the schema takes from every start of the catalog", (kind) => {
    const starts = optionStarts(kind, "USD");
    expect(starts.length).toBeGreaterThan(2);
    for (const start of starts) {
      const parsed = supplyOption.safeParse(newOption(kind, { ...wanted, start }));
      expect(parsed.success, `${start.recordId}: ${parsed.error}`).toBe(true);
    }
  });

  it.each(kinds)("makes a blank %s with its prices unpriced, not zero", (kind) => {
    const option = newOption(kind, { ...wanted, start: null });
    const price = { api: "inputPrice", cloud: "rate", "on-premises": "serverPower" }[kind];
    expect(option).toMatchObject({ kind, [price]: { value: null } });
  });

  it("carries source and date of the catalog", () => {
    const start = optionStarts("cloud", "USD").find(({ recordId }) => recordId === "cloud-h200");
    const option = newOption("cloud", { ...wanted, start: start ?? null });
    expect(option).toMatchObject({
      accelerator: "NVIDIA H200 SXM",
      rate: { evidence: "list", source: expect.any(String), date: expect.any(String) },
    });
  });

  it("takes a quote to stand for thirty days, over the end of a month or a year", () => {
    const option = newOption("on-premises", { ...wanted, today: "2026-12-15", start: null });
    expect(option).toMatchObject({ quote: { quotedOn: "2026-12-15", validUntil: "2027-01-14" } });
  });

  it("is bridged by an option that has a price, where there is one", () => {
    const plan = examplePlan("claims-assistant");
    const options = plan.options.filter(({ kind }) => kind !== "on-premises");
    const unpriced = options.map((option) =>
      option.kind === "api"
        ? { ...option, outputPrice: { ...option.outputPrice, value: null } }
        : option,
    );
    expect(options[0]?.kind).toBe("api");
    const bridgeIn = (rows: readonly SupplyOption[]) => {
      const option = draftOption({ ...plan, options: [...rows] }, "on-premises", null);
      return option.kind === "on-premises" ? option.bridgeOptionId : undefined;
    };
    expect(bridgeIn(options)).toBe("api");
    expect(bridgeIn(unpriced)).toBe("cloud");
    expect(bridgeIn(unpriced.slice(0, 1))).toBe("api");
  });

  it("makes a portfolio of the plan's servers and an option that has a price", () => {
    const plan = examplePlan("claims-assistant");
    const option = draftOption(plan, "portfolio", null);
    expect(supplyOption.safeParse(option).success).toBe(true);
    const own = plan.options.find(({ kind }) => kind === "on-premises")?.id;
    expect(option).toMatchObject({ name: "Portfolio", firstOptionId: own, secondOptionId: "api" });
    expect(draftOption({ ...plan, options: [] }, "portfolio", null)).toMatchObject({
      firstOptionId: null,
      secondOptionId: null,
    });
  });

  it("keeps the catalog's currency in a plan that has another, and is in the plan's without a start", () => {
    const plan = { ...examplePlan("claims-assistant"), currency: "SEK" };
    const [start = null] = optionStarts("cloud", "USD");
    expect(draftOption(plan, "cloud", start)).toMatchObject({ currency: "USD" });
    expect(draftOption(plan, "cloud", null)).not.toHaveProperty("currency");
    const dollars = { ...plan, currency: "USD" };
    expect(draftOption(dollars, "cloud", start)).not.toHaveProperty("currency");
  });

  it("starts in no currency but the catalog's own", () => {
    for (const kind of kinds) expect(optionStarts(kind, "SEK")).toEqual([]);
    expect(newOption("cloud", { ...wanted, currency: "SEK", start: null })).toMatchObject({
      storage: { value: null },
    });
  });
});

it("an option starts from what a file of prices brought", () => {
  const record: CatalogRecord = {
    ...{ id: "litellm-fair", kind: "api-price", label: "fair, OpenAI", subject: { model: "fair" } },
    ...{ evidence: "list", source: "LiteLLM price map, openai/fair", date: "2026-06-01" },
    figures: {
      inputPrice: { unit: "moneyPerMillionTokens", value: 1 },
      outputPrice: { unit: "moneyPerMillionTokens", value: 4 },
    },
  };
  const held = { record, shared: null, origin: "litellm", version: 2, removed: false } as const;
  const entries = ownEntriesOf({
    ...held,
    authorName: null,
    updatedAt: "2026-06-01T00:00:00.000Z",
  });
  expect(importedStarts("cloud", entries)).toEqual([]);
  const [start] = importedStarts("api", entries);
  const option = newOption("api", {
    ...{ id: "api", name: "API", currency: "USD", today: "2026-11-28" },
    start: start ?? null,
  });
  expect(option).toMatchObject({
    inputPrice: { value: 1, catalog: { entry: "litellm-fair.inputPrice", version: "own.2" } },
    outputPrice: { value: 4, source: "LiteLLM price map, openai/fair" },
  });
});
