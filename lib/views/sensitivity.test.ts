import { describe, expect, it, vi } from "vitest";
import {
  costEnds,
  scanWinners,
  sortedSwings,
  subjectValue,
  swingOf,
  thresholdsOf,
  walkAwayPrice,
} from "@/lib/engine";
import type { MapScan } from "@/lib/engine/types";
import { analysisInputs, pricedInputs, thresholdSearch } from "./analysis-inputs";
import { bridgeChoices, bridgeEnd } from "./bridge-ends";
import { bridgeView } from "./cost-bridge";
import { endsView } from "./cost-ends";
import { axisInputs, axisView, chosenAxes } from "./map-axis";
import { namedInputs, thresholdsView } from "./named-thresholds";
import { examplePlan, resultsOf, textsOf } from "./testing/example";
import { tornadoView } from "./tornado";
import { mindView } from "./what-would-change";
import { mapView } from "./winner-map";

vi.setConfig({ testTimeout: 120_000 });

const results = resultsOf(examplePlan("claims-assistant"));
const { plan, projection } = results;
const inputs = analysisInputs(plan);
const nonsense = (view: unknown) =>
  textsOf(view).filter((text) => /NaN|Infinity|undefined|\bnull\b|∞/.test(text));

describe("analysisInputs", () => {
  const at = (path: string) => inputs.find((input) => input.path === path);

  it("takes an input's own range, and else one that says it is assumed", () => {
    expect(at("workloads.claims.peakToMeanRatio")).toMatchObject({
      low: 1.7,
      high: 3,
      assumedRange: null,
    });
    expect(at("options.on-premises.quote.serverPrice")).toMatchObject({
      low: 227_600,
      high: 341_400,
      assumedRange: "assumed ±20%",
    });
    expect(at("workloads.tuning.firstRunMonth")).toMatchObject({ low: 1, high: 3 });
  });

  it("never leaves an input's bounds, and leaves out what is 0 and budgets", () => {
    expect(at("options.cloud.activeHoursPerDay")).toMatchObject({ low: 19.2, high: 24 });
    expect(at("options.api.fixedFee")).toBeUndefined();
    expect(inputs.filter(({ path }) => path.startsWith("budgets."))).toEqual([]);
    for (const { low, high, spec } of inputs) {
      expect(low).toBeGreaterThanOrEqual(spec.min);
      expect(high).toBeLessThanOrEqual(spec.max);
      expect(low).toBeLessThan(high);
    }
  });
});

describe("bridgeView", () => {
  const of = { plan, projection, stored: { plan } };

  it("shows ends, main steps and the rest taken together, which add up", () => {
    const [from, to] = ["cloud", "on-premises"].map((id) =>
      bridgeEnd(of, { kind: "options", optionId: id }, id),
    );
    if (!from || !to) throw new Error("two ends");
    const view = bridgeView(from, to);
    expect(view?.title).toMatch(/^Own H200 servers cost \$754k less than Cloud H200: most comes/);
    const bars = view?.bars ?? [];
    expect(bars[0]).toMatchObject({ text: "$4.90M", from: 0 });
    expect(bars.at(-1)).toMatchObject({ text: "$4.14M", from: 0 });
    for (const [nth, bar] of bars.slice(1, -1).entries()) {
      expect(bar.from).toBeCloseTo(bars[nth]?.to ?? 0, 3);
    }
    expect(bars.at(-2)?.to).toBeCloseTo(bars.at(-1)?.to ?? 0, 3);
    expect(nonsense(view)).toEqual([]);
  });

  it("leads from one scenario to another", () => {
    const choices = bridgeChoices(of, "scenarios");
    expect(choices.map(({ label }) => label)).toEqual([
      "Prices stay flat",
      "Demand doubles each year",
      "Cheapest API",
      "Base",
    ]);
    const kind = { kind: "scenarios", optionId: "cloud" } as const;
    const from = bridgeEnd(of, kind, "base");
    const to = bridgeEnd(of, kind, choices[0]?.value ?? "");
    if (!from || !to) throw new Error("two ends");
    expect(bridgeView(from, to)?.bars[0]?.label).toBe("Cloud H200, Base");
  });
});

describe("tornadoView", () => {
  const subject = { optionId: "on-premises", againstId: "cloud" };
  const of = { plan, planId: "p", inputs, ...subject, baseName: "Base" };
  const base = subjectValue(plan, subject);
  const swings = sortedSwings(inputs.map((input) => swingOf(plan, input, { subject, base })));

  it("has the ten widest, counts the others, and leaves out what changes nothing", () => {
    const view = tornadoView(of, { base, swings });
    expect(view?.bars).toHaveLength(10);
    expect(view?.base.text).toBe("Base +$754k");
    expect(view?.note).toMatch(/\d+ more inputs move it less\. \d+ inputs change nothing\./);
    expect(view?.bars[0]?.href).toContain("/plans/p/");
    expect(nonsense(view)).toEqual([]);
  });

  it("is none without a base", () => {
    expect(tornadoView(of, { base: null, swings })).toBeNull();
  });
});

describe("endsView", () => {
  it("puts scenarios between the low and the high cost end, and does not rank those ends", () => {
    const ranged = inputs.filter(({ assumedRange }) => assumedRange === null);
    const ends = plan.options.map(({ id }) => costEnds(plan, id, ranged));
    const view = endsView({ plan, stored: plan, inputs: ranged }, ends);
    expect(view.table.rows.map(({ cells }) => cells[0]?.text)).toEqual([
      "All ranged inputs at the low cost end",
      "Base",
      "Prices stay flat",
      "Demand doubles each year",
      "Cheapest API",
      "All ranged inputs at the high cost end",
    ]);
    expect(view.table.rows[0]?.cells.at(-1)?.text).toBe("not compared");
    expect(view.table.rows[1]?.cells.at(-1)?.text).toBe("Own H200 servers");
    expect(view.taken.rows.length).toBeGreaterThan(20);
    for (const { base, low, high } of view.rows) {
      expect(low).toBeLessThan(base);
      expect(high).toBeGreaterThan(base);
    }
    expect(nonsense(view)).toEqual([]);
  });
});

describe("thresholds in words", () => {
  const ids = { optionId: "on-premises", rivalIds: ["cloud"] };

  it("has the named inputs, with the walk-away price as it is elsewhere", () => {
    const found = namedInputs(plan, ["on-premises", "cloud"]).map((input) => ({
      input,
      thresholds: thresholdsOf(plan, thresholdSearch(input), ids),
    }));
    const walkAway = walkAwayPrice(plan, "on-premises", "cloud");
    const pair = { plan, optionId: "on-premises", againstId: "cloud" };
    const view = thresholdsView(pair, found, walkAway);
    const price = view.table.rows.find(({ id }) => id.endsWith("serverPrice"));
    expect(price?.cells[2]?.sort).toBe(walkAway.serverPrice);
    expect(price?.cells[0]?.text).toContain("network in proportion");
    const rate = view.table.rows.find(({ id }) => id === "options.cloud.rate");
    expect(rate?.cells[0]?.note).toMatch(/^Own H200 servers cost less from \$/);
    expect(rate?.cells[0]?.apart?.[2]).toBe("exact");
    expect(nonsense(view)).toEqual([]);
  });

  it("says what would change our mind, nearest first", () => {
    const all = { optionId: "on-premises", rivalIds: ["cloud", "api"] };
    const found = pricedInputs(plan)
      .filter(({ path }) => /rate$|Price$|peakToMean/.test(path))
      .map((input) => ({ input, thresholds: thresholdsOf(plan, thresholdSearch(input), all) }));
    const view = mindView({ plan, planId: "p", winnerId: "on-premises" }, found);
    expect(view.minds.length).toBeGreaterThan(0);
    expect(view.title).toMatch(/would change the answer$|^Nothing inside/);
    expect(view.minds.every(({ sentence }) => /costs? least|has no rank/.test(sentence))).toBe(
      true,
    );
    expect(nonsense(view)).toEqual([]);
    const firm = mindView({ plan, planId: "p", winnerId: "on-premises" }, []);
    expect(firm.title).toBe("Nothing inside the plausible ranges changes the answer");
  });
});

describe("mapView", () => {
  const chosen = chosenAxes(axisInputs(plan), { x: null, y: null });
  if (!chosen) throw new Error("two axes");
  const axes = [axisView(plan, chosen[0]), axisView(plan, chosen[1])] as const;

  it("starts with demand against rental, in real units", () => {
    expect(chosen.map(({ path }) => path)).toEqual([
      "workloads.claims.requestsPerMonth",
      "options.cloud.rate",
    ]);
    expect(axes[0].log).toBe(true);
    expect(axes[0].todayAt).toBeCloseTo(0.5, 9);
    expect(axes[0].ticks.map(({ label }) => label)).toContain("50M");
  });

  it("names every area and says which cells are not verified yet", () => {
    const scans: MapScan[] = [];
    for (const scan of scanWinners(plan, axes[0], axes[1])) {
      if (scan.verifiedCount === 256) {
        scans.push({ ...scan, winners: scan.winners.slice(), verified: scan.verified.slice() });
        break;
      }
    }
    const [coarse] = scans;
    if (!coarse) throw new Error("a coarse map");
    const view = mapView({ plan, inputs: chosen, axes }, coarse);
    expect(view.note).toBe("256 cells of 4096 computed; the hatched ones are not verified yet.");
    expect(view.areas.length).toBeGreaterThan(1);
    expect(view.edges.length).toBeGreaterThan(0);
    expect(view.table.rows).toHaveLength(16);
    const cells = view.areas.flatMap(({ runs }) => runs.map(([, , length]) => length));
    expect(cells.reduce((sum, length) => sum + length, 0)).toBe(4096);
    expect(view.cellText(0, 0)).toMatch(/requests\/month, \$.*: .* least, not verified$/);
    expect(nonsense(view)).toEqual([]);
  });
});
