import { describe, expect, it } from "vitest";
import { catalogRecords } from "@/lib/catalog";
import { ownEntriesOf } from "@/lib/catalog/own-record";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { catalogVersion } from "@/lib/catalog/version";
import { cloudOption } from "@/lib/schemas/cloud-option";
import { figure } from "@/lib/schemas/figure";
import { onPremisesOption } from "@/lib/schemas/on-premises-option";
import { specOf } from "@/lib/schemas/paths";
import { candidatesFor, trendsOfPath } from "./candidates";
import { staleText } from "./figure-words";
import { newOption, optionStarts } from "./options/new-option";
import { typedOver, withSourceOf } from "./provenance";

const rate = specOf(cloudOption.shape.rate);
const space = specOf(onPremisesOption.shape.space);
if (!rate || !space) throw new Error("The schema lost its field specifications.");

describe("candidatesFor", () => {
  it("offers the rental of the option's own accelerator, each with its source and date", () => {
    const found = candidatesFor("options.cloud.rate", rate, {
      currency: "USD",
      accelerator: "NVIDIA H200 SXM",
    });
    expect(found.length).toBeGreaterThan(0);
    for (const candidate of found) {
      expect(candidate.label).toContain("H200");
      expect(candidate.figure.source).toBeTruthy();
      expect(candidate.figure.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(figure(rate).safeParse(candidate.figure).success).toBe(true);
    }
  });

  it("offers no dollars to a plan in another currency", () => {
    expect(candidatesFor("options.cloud.rate", rate, { currency: "SEK" })).toEqual([]);
  });

  it("keeps a figure to the input it is about", () => {
    expect(candidatesFor("options.own.storage", space, { currency: "USD" })).toEqual([]);
  });

  it("tells the trends of the price paths apart", () => {
    const change = { label: "Change", unit: "fractionPerYear", min: -0.95, max: 5 } as const;
    for (const [path, trends] of Object.entries(trendsOfPath)) {
      const found = candidatesFor(`assumptions.${path}.changePerYearFraction`, change, {
        currency: "USD",
      });
      expect(found.map(({ id }) => id.split(".")[0]).toSorted()).toEqual(trends.toSorted());
    }
    for (const trend of Object.values(trendsOfPath).flat()) {
      expect(catalogRecords.map(({ id }) => id)).toContain(trend);
    }
  });
});

describe("an organization's own entries", () => {
  const shared = catalogRecords.find(({ id }) => id === "cloud-h200");
  if (!shared) throw new Error("no cloud-h200");
  const record: CatalogRecord = {
    ...{ ...shared, source: "Our contract", date: "2026-01-05" },
    figures: { ...shared.figures, rate: { unit: "moneyPerAcceleratorHour", value: 1.75 } },
  };
  const own = ownEntriesOf({
    ...{ record, shared, origin: "entered", version: 3, removed: false, authorName: null },
    updatedAt: "2026-01-05T00:00:00.000Z",
  });
  const asked = { currency: "USD", accelerator: "NVIDIA H200 SXM" };

  it("are offered first, in the place of the shared ones they lie over", () => {
    const found = candidatesFor("options.cloud.rate", rate, { ...asked, own });
    expect(found[0]).toMatchObject({ id: "cloud-h200.rate", isOwn: true });
    expect(found[0]?.figure).toMatchObject({
      ...{ value: 1.75, source: "Our contract" },
      catalog: { entry: "cloud-h200.rate", kind: "cloud-rental", value: 1.75, version: "own.3" },
    });
    expect(found.filter(({ id }) => id === "cloud-h200.rate")).toHaveLength(1);
    expect(found.slice(1).some(({ isOwn }) => isOwn)).toBe(false);
  });

  it("leave the plan which version of the shared catalog a figure is of", () => {
    const [first] = candidatesFor("options.cloud.rate", rate, asked);
    expect(first?.figure.catalog).toMatchObject({
      ...{ kind: "cloud-rental", value: first?.figure.value, version: catalogVersion() },
    });
    expect(catalogVersion()).toMatch(/^\d{4}-\d{2}-\d{2}\.[0-9a-f]{14}$/);
  });

  it("begin an option with all that they say", () => {
    const [start] = optionStarts("cloud", "USD", own);
    expect(start).toMatchObject({ recordId: "cloud-h200", price: { figure: { value: 1.75 } } });
    const option = newOption("cloud", {
      ...{ id: "cloud", name: "Cloud", currency: "USD", today: "2026-11-28" },
      start: start ?? null,
    });
    expect(option).toMatchObject({ rate: { value: 1.75 }, acceleratorsPerInstance: { value: 8 } });
  });
});

describe("a figure that was taken", () => {
  const taken = candidatesFor("options.cloud.rate", rate, { currency: "USD" })[0]?.figure;
  if (!taken) throw new Error("the catalog has no rate");

  it("is the catalog's no more once another number is typed over it", () => {
    expect(typedOver(taken, 9).catalog).toBeUndefined();
    expect(withSourceOf(taken, typedOver(taken, 9)).catalog).toBeUndefined();
  });

  it("says its age where its kind is stale by now", () => {
    const dated = { ...taken, date: "2025-09-01" };
    expect(staleText(dated, "2026-08-31")).toBeNull();
    expect(staleText(dated, "2026-11-28")).toBe("stale: 14 months old");
    expect(staleText({ ...dated, catalog: undefined }, "2026-11-28")).toBeNull();
  });
});
