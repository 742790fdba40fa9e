import { describe, expect, it } from "vitest";
import { catalogRecords } from "@/lib/catalog";
import { cloudOption } from "@/lib/schemas/cloud-option";
import { figure } from "@/lib/schemas/figure";
import { onPremisesOption } from "@/lib/schemas/on-premises-option";
import { specOf } from "@/lib/schemas/paths";
import { candidatesFor, trendsOfPath } from "./candidates";

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
