import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  applyChanges,
  breakEvenMonth,
  comparedIceberg,
  icebergOf,
  project,
} from "@/lib/engine/index";
import { checkPlanFile } from "@/lib/schemas/check";
import { figuresOf, specAt } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";

const folder = new URL("../../docs/examples/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

function planIn(file: string): Plan {
  const checked = checkPlanFile(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
  if (!checked.ok) throw new Error(`${file}: ${JSON.stringify(checked.issues)}`);
  return checked.value.plan;
}

const optionOf = (plan: Plan, id: string) =>
  project(plan).options.find(({ optionId }) => optionId === id);

const crossing = (plan: Plan, a: string, b: string) =>
  breakEvenMonth(project(plan), a, b, { view: "cash", discountRatePerYearFraction: null });

it("holds the three plans of the sample organization", () => {
  expect(files.toSorted()).toEqual([
    "claims-assistant.json",
    "document-archive-batch.json",
    "h200-against-gb300.json",
  ]);
});

describe.each(files)("%s", (file) => {
  const plan = planIn(file);

  it("is complete and ranked in every option", () => {
    const projection = project(plan);
    expect(projection.missing).toEqual([]);
    expect(projection.options.length).toBeGreaterThanOrEqual(3);
    expect(new Set(projection.options.map(({ status }) => status))).toEqual(new Set(["complete"]));
    expect(projection.ranking).toHaveLength(projection.options.length);
  });

  it("gives source, date and evidence of every input", () => {
    const bare = figuresOf(plan).filter(({ figure }) => !figure.source || !figure.date);
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it("has scenarios that change inputs it has, and with them the answer", () => {
    expect(plan.scenarios.length).toBeGreaterThanOrEqual(2);
    const base = project(plan).options.map(({ summary }) => summary.cash);
    for (const { id, changes } of plan.scenarios) {
      for (const { path } of changes) expect([path, specAt(plan, path)]).not.toContain(undefined);
      const changed = project(applyChanges(plan, changes));
      expect([id, changed.options.map(({ summary }) => summary.cash)]).not.toEqual([id, base]);
    }
  });
});

describe("claims assistant", () => {
  const plan = planIn("claims-assistant.json");

  it("keeps inference and training apart, for 48 billion tokens a month at first", () => {
    const demand = project(plan).demand.find(({ workloadId }) => workloadId === "claims");
    const seasonOfJanuary = 1.05;
    const tokens = demand?.kind === "inference" ? demand.servedTokens[0] : undefined;
    expect(tokens).toBeCloseTo(48e9 * seasonOfJanuary, -3);
    for (const { summary } of project(plan).options) {
      expect(summary.inference).toBeGreaterThan(0);
      expect(summary.training).toBeGreaterThan(0);
    }
  });

  it("crosses twice and more inside the horizon: the API first, cloud between, owning at the end", () => {
    const cloudOverApi = crossing(plan, "cloud", "api").forGoodFrom ?? Number.NaN;
    const ownOverApi = crossing(plan, "on-premises", "api").forGoodFrom ?? Number.NaN;
    const ownOverCloud = crossing(plan, "on-premises", "cloud").forGoodFrom ?? Number.NaN;
    expect(cloudOverApi).toBeGreaterThan(12);
    expect(ownOverApi).toBeGreaterThan(cloudOverApi);
    expect(ownOverCloud).toBeGreaterThan(ownOverApi);
    expect(ownOverCloud).toBeLessThan(plan.horizonMonths - 12);
    expect(project(plan).ranking).toEqual(["on-premises", "cloud", "api"]);
  });

  it("waits for its servers with the help of the bridge", () => {
    const bridged = optionOf(plan, "on-premises")?.capacity.bridgedFraction ?? [];
    expect(bridged.slice(0, 6)).toEqual([1, 1, 1, 1, 1, 0]);
  });
});

describe("H200 against GB300", () => {
  const plan = planIn("h200-against-gb300.json");

  it.each([
    ["h200", 600, (1.41 / (90 * 3600)) * 1e6],
    ["gb300", 1, (2.65 / (6000 * 3600)) * 1e6],
  ])(
    "fills %s exactly, at the dollars per million tokens of the article's inputs",
    (id, servers, cost) => {
      const option = optionOf(plan, id);
      expect(option?.capacity.servers[0]).toBe(servers);
      expect(option?.capacity.utilizationFraction[0]).toBeCloseTo(1, 9);
      expect(option?.summary.costPerMillionTokens).toBeCloseTo(cost, 9);
    },
  );

  it("gives the article's tokens a second for each MW", () => {
    const perMegawatt = (id: string) => optionOf(plan, id)?.summary.tokensPerSecondPerMegawatt ?? 0;
    expect(perMegawatt("h200") / 54_000).toBeCloseTo(1, 3);
    expect(perMegawatt("gb300") / 2_800_000).toBeCloseTo(1, 3);
  });

  it("explains 66.7 times the tokens by six factors that multiply to it", () => {
    const projection = project(plan);
    const [h200, gb300] = ["h200", "gb300"].map((optionId) =>
      icebergOf(plan, projection, { optionId, workloadId: "reasoning", month: 0 }),
    );
    if (!h200 || !gb300) throw new Error("The plan has no icebergs");
    const { factors, priceRatio, tokensRatio } = comparedIceberg(gb300, h200);
    expect(priceRatio).toBeCloseTo(2.65 / 1.41, 12);
    expect(tokensRatio).toBeCloseTo(6000 / 90, 9);
    expect(factors.map(({ kind }) => kind)).toEqual([
      "wide-parallelism",
      "rate",
      "speculative-decoding",
      "quantization",
      "memory-bandwidth",
      "disaggregation",
    ]);
    expect(factors.reduce((product, { factor }) => product * factor, 1)).toBeCloseTo(6000 / 90, 9);
    // Without the NVLink domain alone: $0.1227 x 4.39.
    expect(factors[0]?.costPerMillionTokensWithout).toBeCloseTo((2.65 / 21.6) * 4.39, 9);
  });

  it("says so where it plans with full utilization", () => {
    const warned = project(plan).options.filter(({ warnings }) =>
      warnings.some(({ kind }) => kind === "fullUtilization"),
    );
    expect(warned.map(({ optionId }) => optionId)).toEqual(["h200", "gb300"]);
  });

  it("comes to the printed $4.20 in the scenario that names what it needs", () => {
    const scenario = plan.scenarios.find(({ id }) => id === "printed-h200");
    const cost = optionOf(applyChanges(plan, scenario?.changes ?? []), "h200")?.summary;
    expect(cost?.costPerMillionTokens).toBeCloseTo(4.2, 2);
  });
});

describe("document archive batch", () => {
  const plan = planIn("document-archive-batch.json");

  it("compares with what is owned at month 0, and names no baseline to get that", () => {
    expect(plan.assumptions.baselineOptionId).toBeNull();
    expect(project(plan).baselineOptionId).toBe("keep");
    expect(optionOf(plan, "keep")?.capacity.servers.slice(0, 1)).toEqual([2]);
    expect(optionOf(plan, "keep")?.lines.find(({ id }) => id === "servers")?.cash[0]).toBe(0);
  });

  it("sends what the old servers cannot do to the bridge, in the end everything", () => {
    const bridged = optionOf(plan, "keep")?.capacity.bridgedFraction ?? [];
    expect([bridged[0], bridged[59]]).toEqual([0, 1]);
    expect(bridged.slice(0, 30).some((share) => share > 0 && share < 1)).toBe(true);
  });

  it("rents by the window, and keeping is cheaper for two years", () => {
    const cloud = plan.options.find(({ id }) => id === "cloud");
    expect(cloud?.kind === "cloud" && cloud.policy).toBe("active-window");
    expect(crossing(plan, "cloud", "keep").forGoodFrom).toBeGreaterThan(24);
  });
});
