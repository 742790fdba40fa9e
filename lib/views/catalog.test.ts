import { describe, expect, it } from "vitest";
import { catalogRecords } from "@/lib/catalog";
import type { OwnRecord } from "@/lib/catalog/own-record";
import { priceHistory } from "@/lib/catalog/price-history";
import { monthsBetween } from "@/lib/schemas/catalog-kind";
import { figureName } from "./catalog-figure-name";
import {
  asListed,
  type CatalogFilter,
  catalogAddressOf,
  catalogChoices,
  filteredRecords,
  sharedBeside,
} from "./catalog-filter";
import { pageCount, planPage, recordsOnPage } from "./catalog-page";
import { catalogTable, comparisonTable } from "./catalog-table";
import { priceHistoryChart } from "./price-history";

const none = { find: "", kind: null, vendor: null, provider: null, whose: null };
const found = (filter: CatalogFilter) =>
  filteredRecords(filter, sharedBeside([])).map(({ record }) => record);
const today = "2026-11-28";
const seriesOf = (id: string) => {
  const series = priceHistory.find((candidate) => candidate.id === id);
  if (!series) throw new Error(`no ${id}`);
  return series;
};

describe("finding in the catalog", () => {
  it("narrows by every word, kind, vendor and provider", () => {
    expect(found(none)).toHaveLength(catalogRecords.length);
    const rentals = found({ ...none, kind: "cloud-rental", vendor: "AMD" });
    expect(rentals.map(({ id }) => id)).toContain("cloud-mi300x");
    expect(rentals.every(({ subject }) => subject.accelerator?.startsWith("AMD"))).toBe(true);
    const both = found({ ...none, find: "GPT-oss  together" });
    expect(both.map(({ id }) => id)).toEqual(["api-gpt-oss-120b-together"]);
    expect(found({ ...none, provider: "Baseten" }).length).toBeGreaterThan(0);
    expect(found({ ...none, find: "zzz" })).toEqual([]);
  });

  it("reads an address, and takes nothing from one that means nothing", () => {
    const read = catalogAddressOf({
      kind: "api-price",
      find: "groq",
      compare: "cloud-h100,nothing,cloud-h200,cloud-b200,cloud-b300,cloud-l40s",
      series: "aws-p5",
      whose: "imported",
      page: "2",
      entry: "cloud-h100",
    });
    expect(read.filter).toEqual({ ...none, kind: "api-price", find: "groq", whose: "imported" });
    expect(read.comparedIds).toHaveLength(4);
    expect(read).toMatchObject({ seriesId: "aws-p5", page: 2, entryId: "cloud-h100" });
    const odd = catalogAddressOf({
      ...{ kind: "x", find: ["a"], compare: "__proto__", series: "X!" },
      ...{ whose: "theirs", page: "-1", entry: "../x" },
    });
    const [first] = priceHistory;
    expect(odd).toEqual({
      ...{ filter: none, comparedIds: [], seriesId: first?.id, page: 0, entryId: null },
    });
  });

  it("offers each vendor and provider once", () => {
    const { vendors, providers } = catalogChoices();
    expect(vendors.map(({ value }) => value)).toEqual(
      expect.arrayContaining(["AMD", "AWS", "Apple", "Google", "Groq", "NVIDIA", "Qualcomm"]),
    );
    expect(new Set(providers.map(({ value }) => value)).size).toBe(providers.length);
  });
});

/** An organization's record over a shared one, with another rate. */
function ownOver(id: string, rate: number): OwnRecord {
  const shared = catalogRecords.find((record) => record.id === id);
  if (!shared?.figures.rate) throw new Error(`no ${id}`);
  const figures = { ...shared.figures, rate: { ...shared.figures.rate, value: rate } };
  const record = { ...shared, source: "Our contract", date: "2026-11-01", figures };
  return {
    ...{ record, shared, origin: "entered", version: 2, removed: false, authorName: "Ada" },
    updatedAt: "2026-11-01T00:00:00.000Z",
  };
}

describe("an organization's own records", () => {
  it("stand in the place of the shared ones, with a mark and both values", () => {
    const own = ownOver("cloud-h100", 2.1);
    const beside = sharedBeside([own]);
    expect(beside.some(({ record }) => record.id === "cloud-h100")).toBe(false);
    const { rows } = catalogTable([asListed(own)], {
      today,
      hrefOf: (id) => `/catalog?entry=${id}`,
    });
    const [name, value] = rows.find(({ id }) => id === "cloud-h100.rate")?.cells ?? [];
    expect(name).toMatchObject({ mark: "own, over shared", href: "/catalog?entry=cloud-h100" });
    expect(value).toMatchObject({
      text: "2.10 $/accelerator-h",
      note: "Shared: 2.95 $/accelerator-h",
    });
    const [, count] = rows.find(({ id }) => id.endsWith("acceleratorsPerInstance"))?.cells ?? [];
    expect(count?.note).toBeUndefined();
  });

  it("come first on the pages, and imported ones last", () => {
    const ids = (from: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${from}${at}`);
    const parts = { entered: ids("e", 2), shared: ids("s", recordsOnPage), whose: null };
    const first = planPage({ ...parts, page: 0 });
    expect(first.first.slice(0, 3)).toEqual(["e0", "e1", "s0"]);
    expect(first).toMatchObject({ before: recordsOnPage + 2, imported: { offset: 0, limit: 0 } });
    const second = planPage({ ...parts, page: 1 });
    expect(second.first).toHaveLength(2);
    expect(second.imported).toEqual({ offset: 0, limit: recordsOnPage - 2 });
    expect(planPage({ ...parts, page: 2 }).imported.offset).toBe(recordsOnPage - 2);
    const own = planPage({ ...parts, whose: "own", page: 0 });
    expect(own).toMatchObject({ before: 2, imported: { limit: 0 } });
    expect(pageCount(0)).toBe(1);
    expect(pageCount(recordsOnPage + 1)).toBe(2);
  });
});

describe("tables of the catalog", () => {
  const cellsOf = (id: string, at = today) =>
    catalogTable(sharedBeside([]), { today: at }).rows.find((row) => row.id === id)?.cells ?? [];

  it("says of each figure its value, source, day and evidence, and never a blank", () => {
    const { columns, rows } = catalogTable(sharedBeside([]), { today });
    for (const { cells } of rows) {
      expect(cells).toHaveLength(columns.length);
      for (const { text } of cells) expect(text).toMatch(/\S/);
      expect(cells[1]?.evidence).toBeDefined();
    }
    const [name, value, figure, range, provider, date] = cellsOf("cloud-h100.rate");
    expect([name?.text, figure?.text, provider?.text]).toEqual([
      "H100 SXM, on demand",
      "Rate",
      "Nebius",
    ]);
    expect(value).toMatchObject({ text: "2.95 $/accelerator-h", sort: 2.95, evidence: "list" });
    expect(range?.text).toBe("2.40 to 6.88");
    expect(date?.text).toBe("8 May 2026");
  });

  it("says what is unpriced, and how old what is stale", () => {
    expect(cellsOf("cloud-trainium3.rate")[1]).toMatchObject({ text: "unpriced", sort: null });
    expect(cellsOf("cloud-h100.rate", "2027-05-07")[5]?.text).toBe("8 May 2026");
    expect(cellsOf("cloud-h100.rate", "2027-05-08")[5]?.text).toBe(
      "8 May 2026, stale: 12 months old",
    );
    expect(monthsBetween("2026-01-31", "2026-02-28")).toBe(0);
    expect(monthsBetween("2025-12-31", "2026-12-31")).toBe(12);
  });

  it("sets records beside each other, with a word where one has no such figure", () => {
    const records = catalogRecords.filter(({ id }) => ["cloud-h100", "cloud-tpu-v5e"].includes(id));
    const { columns, rows } = comparisonTable(records, today);
    expect(columns.map(({ label }) => label)).toEqual([
      "Figure",
      "H100 SXM, on demand",
      "TPU v5e, on demand",
    ]);
    const spot = rows.find(({ id }) => id === "spotRate");
    expect(spot?.cells.map(({ text }) => text)).toEqual([
      "Spot rate",
      "none",
      "0.63 $/accelerator-h",
    ]);
    expect(rows[0]?.cells[1]?.note).toContain("Nebius list price");
  });

  it("names figures in words", () => {
    expect(figureName("acceleratorsPerInstance")).toBe("Accelerators per instance");
    expect(figureName("changePerYearFraction")).toBe("Change per year");
  });
});

describe("chart of past prices", () => {
  it("says the fitted change and its range, and that it may fall or rise", () => {
    const chart = priceHistoryChart(seriesOf("h100-market"));
    expect(chart.title).toMatch(/^H100 SXM, rental market fell by \d+(\.\d)?% a year$/);
    expect(chart.basis).toMatch(
      /^Fitted to the logarithms of 6 prices\. −\d+(\.\d)?% to \+\d+(\.\d)?% a year with 95%: it may fall or rise\.$/,
    );
    expect(chart.series.map(({ id }) => id)).toEqual(["price", "fitted"]);
    expect(chart.xTicks.map(({ label }) => label)).toEqual(["2024", "2025", "2026"]);
  });

  it("says what rose, what kept its price, and where there is too little to say it", () => {
    expect(priceHistoryChart(seriesOf("deepseek-chat-input")).title).toContain("rose by");
    expect(priceHistoryChart(seriesOf("llama-3.3-70b-groq-input")).title).toContain(
      "has kept its price",
    );
    expect(priceHistoryChart(seriesOf("aws-p5")).basis).toContain("Two prices leave no range.");
    const short = priceHistoryChart(seriesOf("h100-marketplace"));
    expect(short.title).toContain("too short a time");
    expect(short.series).toHaveLength(1);
  });

  it("has the same figures as a table, each with its source", () => {
    for (const series of priceHistory) {
      const { table, x } = priceHistoryChart(series);
      expect(table.rows).toHaveLength(series.points.length);
      expect([...x].sort((a, b) => a - b)).toEqual(x);
      for (const { cells } of table.rows) expect(cells[3]?.text).toMatch(/\S/);
    }
  });
});
