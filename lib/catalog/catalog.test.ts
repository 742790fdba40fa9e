import { describe, expect, it } from "vitest";
import { catalogKinds } from "@/lib/schemas/catalog-kind";
import { evidenceClasses } from "@/lib/schemas/figure";
import { catalogFigure, entriesFor, namesOf } from "./find";
import { catalog, catalogRecords } from "./index";
import { catalogRecord, units } from "./schema";

/** The day the catalog was put together; nothing in it may be younger. */
const snapshotDate = "2026-11-21";
const twoYearsBefore = "2024-08-01";

const ids = (values: readonly { readonly id: string }[]) => values.map(({ id }) => id);

describe("starter catalog", () => {
  it("covers every kind", () => {
    expect(new Set(catalogRecords.map(({ kind }) => kind))).toEqual(new Set(catalogKinds));
  });

  it("has unique ids", () => {
    expect(new Set(ids(catalog)).size).toBe(catalog.length);
    expect(new Set(ids(catalogRecords)).size).toBe(catalogRecords.length);
  });

  it.each(catalog.map((entry) => [entry.id, entry] as const))(
    "says where %s is from",
    (_, entry) => {
      const { value, evidence, source, date } = entry.figure;
      expect(units).toContain(entry.unit);
      if (value === null) expect(entry.figure.note).toContain("enter a quote");
      else expect(Number.isFinite(value)).toBe(true);
      expect(evidenceClasses).toContain(evidence);
      expect(source).toBeTruthy();
      expect(date && date <= snapshotDate && date >= twoYearsBefore).toBe(true);
    },
  );

  it("never passes an assumption off as a source, and gives it a range", () => {
    for (const { id, figure, field } of catalog) {
      if (figure.evidence !== "assumed") continue;
      expect([id, figure.source, figure.url]).toEqual([id, "Planning assumption", undefined]);
      if (field !== "acceleratorsPerServer") expect(figure.low, id).toBeLessThan(figure.high ?? 0);
    }
  });

  it("agrees with figures read in the sources", () => {
    const read: Record<string, number> = {
      "api-gpt-oss-120b.outputPrice": 6e-7 * 1e6,
      "api-gpt-oss-120b.cachedInputPrice": 1.5e-8 * 1e6,
      "api-llama-3.1-70b.inputPrice": 7.2e-7 * 1e6,
      "api-claude-opus-5.outputPrice": 2.5e-5 * 1e6,
      "cloud-h200.rate": 28 / 8,
      "cloud-b300.rate": 142.416 / 8,
      "throughput-llama-70b-h200.outputTokensPerSecond": (128 * 1024) / (1.1475 + 1023 * 0.02701),
      "throughput-gpt-oss-h200-8k.outputTokensPerSecond": (32 * 1024) / (0.6746 + 1023 * 0.02112),
      "throughput-article-gb300.outputTokensPerSecond": 72 * 6000,
      "trend-api-same-capability.changePerYearFraction": -0.9,
    };
    for (const [id, value] of Object.entries(read)) {
      const figure = catalogFigure(id).value ?? 0;
      expect(Math.abs(figure / value - 1), id).toBeLessThan(0.001);
    }
  });

  it("refuses a record that is bare or whose range is upside down", () => {
    const record = catalogRecords[0];
    const { source: _, ...bare } = record ?? { source: "" };
    expect(catalogRecord.safeParse(record).success).toBe(true);
    expect(catalogRecord.safeParse(bare).success).toBe(false);
    const figures = { rate: { unit: "moneyPerAcceleratorHour", value: 2, low: 3 } };
    expect(catalogRecord.safeParse({ ...record, figures }).success).toBe(false);
    expect(
      catalogRecord.safeParse({ ...record, figures: { rate: { unit: "$", value: 2 } } }).success,
    ).toBe(false);
  });
});

describe("finders", () => {
  it("offers what fits an input, newest first", () => {
    const rentals = entriesFor({ unit: "moneyPerAcceleratorHour", accelerator: "nvidia h200 sxm" });
    expect(rentals.length).toBeGreaterThan(1);
    expect(rentals.every(({ subject }) => subject.accelerator === "NVIDIA H200 SXM")).toBe(true);
    const dates = rentals.map(({ figure }) => figure.date ?? "");
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it("offers everything of the unit for a name it does not know", () => {
    const unit = "moneyPerMillionTokens";
    expect(entriesFor({ unit, model: "Our own model" })).toEqual(entriesFor({ unit }));
  });

  it("leaves out money in another currency", () => {
    const inEuros = entriesFor({ field: "powerPrice", currency: "EUR" });
    expect(ids(inEuros)).toEqual(["power-price-eu.powerPrice"]);
  });

  it("fails loudly on an id that is not there", () => {
    expect(() => catalogFigure("cloud-h200.price")).toThrow("cloud-h200.price");
    expect(() => catalogFigure("cloud-h9000.rate")).toThrow("cloud-h9000");
  });

  it("names each accelerator and model once", () => {
    const names = namesOf("accelerator");
    expect(names).toContain("NVIDIA H200 SXM");
    expect(new Set(names).size).toBe(names.length);
  });
});
