import { describe, expect, it } from "vitest";
import { testPlan } from "@/lib/testing/plan";
import {
  type Checked,
  checkOption,
  checkPlan,
  checkPlanFile,
  checkScenario,
  checkSettings,
  checkWorkload,
} from "./check";
import type { Plan } from "./plan";

type Loose = Record<string, never> & { [key: string]: Loose };

/** The test plan with one thing broken, as it would come in from a file. */
function broken(breakIt: (plan: Loose) => void): unknown {
  const plan = JSON.parse(JSON.stringify(testPlan()));
  breakIt(plan);
  return plan;
}

const issuesOf = (checked: Checked<unknown>) => (checked.ok ? [] : checked.issues);

const set = (path: string, value: unknown) => (plan: Loose) => {
  const keys = path.split(".");
  const last = keys.pop() as string;
  const holder = keys.reduce((at, key) => at[key] as unknown as Loose, plan);
  (holder as Record<string, unknown>)[last] = value;
};

describe("checkPlan", () => {
  it("takes a valid plan and gives it back equal", () => {
    expect(checkPlan(testPlan())).toEqual({ ok: true, value: testPlan() });
  });

  it.each<[string, (plan: Loose) => void, string, string]>([
    [
      "a negative share",
      set("options.2.supportPerYearFraction.value", -0.05),
      "options.onprem.supportPerYearFraction",
      "HGX H200: Support, a year is −5%. Enter 0 to 40%, or leave it empty to mark it missing.",
    ],
    [
      "a negative price",
      set("options.1.rate.value", -2.5),
      "options.cloud.rate",
      "Cloud H200: Rental is −2.5. Enter 0 to 10,000, or leave it empty to mark it unpriced.",
    ],
    [
      "a number that JSON cannot hold",
      set("options.1.rate.value", Number.POSITIVE_INFINITY),
      "options.cloud.rate",
      "Cloud H200: Rental is infinite. Enter 0 to 10,000, or leave it empty to mark it unpriced.",
    ],
    [
      "text for a number",
      set("workloads.0.requestsPerMonth.value", "4 million"),
      "workloads.claims.requestsPerMonth",
      "Claims triage: Requests in month 1 is “4 million”. Enter 0 to 1,000,000,000,000, or leave it empty to mark it missing.",
    ],
    [
      "half an accelerator",
      set("options.1.acceleratorsPerInstance.value", 7.5),
      "options.cloud.acceleratorsPerInstance",
      "Cloud H200: Accelerators an instance is 7.5. Enter a whole number from 1 to 1,024, or leave it empty to mark it missing.",
    ],
    [
      "more decimals than a quote has",
      set("options.2.quote.serverPrice.value", 1.23456),
      "options.onprem.quote.serverPrice",
      "HGX H200: Server price is 1.23456. Enter 0 to 100,000,000, with at most 4 decimals, or leave it empty to mark it unpriced.",
    ],
    [
      "a low end out of bounds",
      set("options.0.inputPrice.low", -1),
      "options.api.inputPrice.low",
      "Managed API: Low end of Input price is −1. Enter 0 to 10,000, or leave it out.",
    ],
    [
      "ends the wrong way round",
      set("options.0.inputPrice", { value: 1, low: 3, high: 2, evidence: "list" }),
      "options.api.inputPrice.low",
      "Managed API: Low end of Input price is 3, above its high end of 2. Swap them, or leave one out.",
    ],
    [
      "an unknown evidence class",
      set("options.0.inputPrice.evidence", "guess"),
      "options.api.inputPrice.evidence",
      "Managed API: Evidence of Input price is “guess”. Use measured, quoted, list, estimated or assumed.",
    ],
    [
      "a horizon of 0 months",
      set("horizonMonths", 0),
      "horizonMonths",
      "Horizon is 0 months. Enter a whole number from 1 to 120 months.",
    ],
    [
      "a horizon of 500 months",
      set("horizonMonths", 500),
      "horizonMonths",
      "Horizon is 500 months. Enter a whole number from 1 to 120 months.",
    ],
    [
      "a currency in small letters",
      set("currency", "usd"),
      "currency",
      "Currency is “usd”. Write the currency as three capitals, for example USD.",
    ],
    [
      "a zero byte in a name",
      set("workloads.0.modelName", "R1\0"),
      "workloads.claims.modelName",
      "Claims triage: Model is “R1\uFFFD”. Remove what is not text: a zero byte, or half a character.",
    ],
    [
      "half a character in a note",
      set("options.0.inputPrice.note", "a\uD800b"),
      "options.api.inputPrice.note",
      "Managed API: Note of Input price is “a\uFFFDb”. Remove what is not text: a zero byte, or half a character.",
    ],
    [
      "a date that no calendar has",
      set("options.2.quote.quotedOn", "0000-01-01"),
      "options.onprem.quote.quotedOn",
      "HGX H200: Quoted on is “0000-01-01”. Use a year from 1900 to 2199.",
    ],
    [
      "a quote that ended before it was made",
      set("options.2.quote.validUntil", "2026-11-01"),
      "options.onprem.quote.validUntil",
      "HGX H200: Valid until is 2026-11-01, before the quote’s own date, 2026-11-02. Correct one of the two.",
    ],
    [
      "a misspelt field",
      set("options.1.suportFraction", 1),
      "options.cloud.suportFraction",
      "Cloud H200: “suportFraction” is not a field that Loadline knows. Did you mean “supportFraction”?",
    ],
    [
      "a field of nothing we know",
      set("flux", 1),
      "flux",
      "“flux” is not a field that Loadline knows. Remove it.",
    ],
    [
      "a missing figure",
      (plan) => delete (plan.options as unknown as Loose[])[1]?.rate,
      "options.cloud.rate",
      "Cloud H200: Rental (rate) is missing. Add it; a value of null marks it unpriced.",
    ],
    [
      "a missing value inside a figure",
      set("options.1.rate", { evidence: "list" }),
      "options.cloud.rate",
      "Cloud H200: Rental (value) is missing. Add it; null marks it unpriced.",
    ],
    [
      "a bare number for a figure",
      set("options.1.rate", 2.5),
      "options.cloud.rate",
      'Cloud H200: Rental is 2.5. Write it as {"value": 5, "evidence": "assumed"}.',
    ],
    [
      "a missing setting",
      (plan) => delete plan.startMonth,
      "startMonth",
      "Start month (startMonth) is missing. Add it.",
    ],
    [
      "an unknown kind of option",
      set("options.1.kind", "lease"),
      "options.cloud.kind",
      "Cloud H200: Kind is “lease”. Use api, cloud, on-premises, edge or portfolio.",
    ],
    [
      "a name of nothing",
      set("options.1.name", "  "),
      "options.cloud.name",
      "Option 2: Name is empty. Give it a name.",
    ],
    [
      "a name without end",
      set("name", "x".repeat(81)),
      "name",
      "Name has 81 characters. Use at most 80.",
    ],
    [
      "a list for a text",
      set("referenceAccelerator", []),
      "referenceAccelerator",
      "Reference accelerator is a list. Write it as text.",
    ],
    [
      "no list of rows",
      set("workloads", {}),
      "workloads",
      "Workloads is a group of fields. Write it as a list.",
    ],
    [
      "a row of null",
      set("workloads.1", null),
      "workloads.1",
      "Workload 2: This row is empty. Write it as a group of fields.",
    ],
    [
      "two rows of one id",
      set("workloads.1.id", "claims"),
      "workloads",
      "Two workloads have the id “claims”. Give one of them another.",
    ],
    [
      "a bridge that is not there",
      set("options.2.bridgeOptionId", "edge"),
      "options.onprem.bridgeOptionId",
      "HGX H200: Bridge option is “edge”, which this plan does not have. Choose a managed API or cloud option, or none.",
    ],
    [
      "a bridge to itself",
      set("options.2.bridgeOptionId", "onprem"),
      "options.onprem.bridgeOptionId",
      "HGX H200: Bridge option is the option itself. Choose a managed API or cloud option, or none.",
    ],
    [
      "throughput for a training workload",
      set("options.1.throughput.0.workloadId", "tuning"),
      "options.cloud.throughput.tuning.workloadId",
      "Cloud H200: Throughput is given for “tuning”, which is not an inference workload of this plan. Name one that is, or remove the throughput.",
    ],
    [
      "a baseline that is not there",
      set("assumptions.baselineOptionId", "gone"),
      "assumptions.baselineOptionId",
      "Baseline option is “gone”, which this plan does not have. Choose one of its options, or none.",
    ],
    [
      "a scenario's change of nothing",
      set("scenarios.0.changes.0.path", "options.cloud.speed"),
      "scenarios.slow.changes.0.path",
      "Slow price decline: “options.cloud.speed” is not an input of this plan. Remove the change, or name an input the plan has.",
    ],
    [
      "a scenario's change out of bounds",
      set("scenarios.0.changes.0.value", -2),
      "scenarios.slow.changes.0.value",
      "Slow price decline: Server price change is −200%. Enter −95 to 500%.",
    ],
    [
      "growth that overflows",
      (plan) => {
        set("workloads.0.growth.ratePerYearFraction.value", 20)(plan);
        set("horizonMonths", 120)(plan);
      },
      "workloads.claims.growth.ratePerYearFraction",
      "Claims triage: Demand growth is 2,000%, which makes demand 12,900,000,000,000 times as large by month 120. Enter at most 302%, or shorten the horizon.",
    ],
    [
      "steps out of order",
      set("workloads.0.growth", {
        kind: "steps",
        evidence: "assumed",
        steps: [
          { month: 3, factor: 2 },
          { month: 1, factor: 3 },
        ],
      }),
      "workloads.claims.growth.steps",
      "Claims triage: Put the steps in order of month, each month once.",
    ],
    [
      "a step beyond the horizon's bound",
      set("workloads.0.growth", {
        kind: "steps",
        evidence: "assumed",
        steps: [{ month: 300, factor: 2 }],
      }),
      "workloads.claims.growth.steps.0.month",
      "Claims triage: Month of a step, point or run is 300. Enter a whole number from 0 to 119.",
    ],
    [
      "an elasticity that explodes",
      (plan) => {
        set("assumptions.apiPricePath", {
          kind: "annual",
          changePerYearFraction: { value: -0.9, evidence: "assumed" },
        })(plan);
        set("assumptions.priceElasticityRatio", { value: 3, evidence: "assumed" })(plan);
        set("horizonMonths", 43)(plan);
      },
      "assumptions.priceElasticityRatio",
      "Price elasticity of demand is 3, which makes demand 31,600,000,000 times as large within 43 months. Enter at most 1.71, or a slower fall of the price.",
    ],
    [
      "points out of order",
      set("workloads.0.growth", {
        kind: "drawn",
        evidence: "assumed",
        points: [
          { month: 3, factor: 2 },
          { month: 3, factor: 3 },
        ],
      }),
      "workloads.claims.growth.points",
      "Claims triage: Put the points in order of month, each month once.",
    ],
    [
      "a load shape that does not average 1",
      set("workloads.0.loadShape", {
        weekday: Array(24).fill(1),
        weekend: Array(24).fill(8),
        evidence: "assumed",
      }),
      "workloads.claims.loadShape",
      "Claims triage: Load shape averages 3 over the week. Scale the factors so that they average 1.",
    ],
    [
      "a load shape of half a day",
      set("workloads.0.loadShape", {
        weekday: Array(12).fill(1),
        weekend: Array(24).fill(1),
        evidence: "assumed",
      }),
      "workloads.claims.loadShape.weekday",
      "Claims triage: Load shape, weekdays has 12 rows. Use at least 24.",
    ],
    [
      "runs that do not ascend by month",
      set("workloads.1.runSchedule", {
        evidence: "assumed",
        runs: [
          { month: 3, count: 1 },
          { month: 3, count: 2 },
        ],
      }),
      "workloads.tuning.runSchedule.runs",
      "Quarterly tuning: Put the runs in order of month, each month once.",
    ],
    [
      "a month without runs",
      set("workloads.1.runSchedule", { evidence: "assumed", runs: [{ month: 3, count: 0 }] }),
      "workloads.tuning.runSchedule.runs.0.count",
      "Quarterly tuning: Number of runs is 0. Enter a whole number from 1 to 1,000.",
    ],
    [
      "season that does not average 1",
      set("workloads.0.season", Array(12).fill(2)),
      "workloads.claims.season",
      "Claims triage: Season adds up to 24. Scale the twelve factors so that they add up to 12.",
    ],
    [
      "an address that is none",
      set("options.0.inputPrice.url", "javascript:alert(1)"),
      "options.api.inputPrice.url",
      "Managed API: Source address of Input price is “javascript:alert(1)”. Start the address with https://.",
    ],
  ])("says what to do about %s", (_, breakIt, path, message) => {
    expect(issuesOf(checkPlan(broken(breakIt)))).toContainEqual({ path, message });
  });

  it("takes prototype keys for unknown fields and changes no prototype", () => {
    const text = JSON.stringify(testPlan()).replace(
      '"name":',
      '"__proto__":{"admin":true},"constructor":1,"name":',
    );
    const paths = issuesOf(checkPlan(JSON.parse(text))).map(({ path }) => path);
    expect(paths).toEqual(["__proto__", "constructor"]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it("does not throw on anything JSON can say", () => {
    for (const input of [null, 1, "x", [], {}, { options: [1, null, [], { kind: {} }] }])
      expect(issuesOf(checkPlan(input)).length).toBeGreaterThan(0);
  });

  it("stops listing after 50 issues", () => {
    const strange = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`field${i}`, i]));
    expect(issuesOf(checkPlan({ ...testPlan(), ...strange }))).toHaveLength(50);
  });
});

describe("checkPlanFile", () => {
  const file = { loadline: "plan", schemaVersion: 1, plan: testPlan() };

  it("takes a valid file", () => {
    expect(checkPlanFile(file)).toEqual({ ok: true, value: file });
  });

  it.each([
    [
      "a newer version",
      { ...file, schemaVersion: 3 },
      "schemaVersion",
      "This file is version 3; this Loadline reads up to 1. Update Loadline, or export it again from a Loadline that writes version 1.",
    ],
    [
      "no version",
      { loadline: "plan", plan: testPlan() },
      "schemaVersion",
      "The version of the file (schemaVersion) is missing. Use 1.",
    ],
    [
      "another file",
      [1, 2],
      "loadline",
      'This is not a Loadline plan file. Choose a file exported from a plan; it begins with "loadline": "plan".',
    ],
    [
      "an unknown field",
      { ...file, plans: [] },
      "plans",
      "“plans” is not a field of a plan file that Loadline knows. Did you mean “plan”?",
    ],
    [
      "no plan",
      { loadline: "plan", schemaVersion: 1 },
      "plan",
      "The plan (plan) is missing. Export the file again.",
    ],
  ])("says what to do about %s", (_, input, path, message) => {
    expect(issuesOf(checkPlanFile(input))).toEqual([{ path, message }]);
  });
});

describe("checking one row against the rest of its plan", () => {
  const plan: Plan = testPlan();
  const [claims] = plan.workloads;
  const onprem = plan.options[2];

  it("names paths in full and leaves the row's name out", () => {
    const body = { ...onprem, supportPerYearFraction: { value: -0.05, evidence: "assumed" } };
    expect(issuesOf(checkOption(plan, body))).toEqual([
      {
        path: "options.onprem.supportPerYearFraction",
        message: "Support, a year is −5%. Enter 0 to 40%, or leave it empty to mark it missing.",
      },
    ]);
  });

  it("finds a bridge that the rest of the plan does not have", () => {
    expect(issuesOf(checkOption(plan, { ...onprem, bridgeOptionId: "gone" }))).toHaveLength(1);
    expect(
      issuesOf(checkOption(plan, { ...onprem, id: "second", bridgeOptionId: "onprem" })),
    ).toEqual([
      {
        path: "options.second.bridgeOptionId",
        message:
          "Bridge option is HGX H200, which is on-premises too and has a lead time of its own. Choose a managed API or cloud option, or none.",
      },
    ]);
  });

  it("checks growth against the horizon", () => {
    const growth = { kind: "compound", ratePerYearFraction: { value: 20, evidence: "assumed" } };
    const long = { ...plan, horizonMonths: 120 };
    expect(issuesOf(checkWorkload(plan, { ...claims, growth }))).toEqual([]);
    expect(issuesOf(checkWorkload(long, { ...claims, growth }))[0]?.path).toBe(
      "workloads.claims.growth.ratePerYearFraction",
    );
  });

  it("checks a scenario's growth too", () => {
    const changes = [{ path: "workloads.claims.growth.ratePerYearFraction", value: 19.5 }];
    const long = { ...plan, horizonMonths: 120 };
    expect(issuesOf(checkScenario(long, { id: "boom", name: "Boom", changes }))[0]?.path).toBe(
      "scenarios.boom.changes.0.value",
    );
  });

  it("refuses a horizon that makes a workload overflow, at the horizon", () => {
    const growth = {
      kind: "compound" as const,
      ratePerYearFraction: { value: 15, evidence: "assumed" as const },
    };
    const held = { ...plan, workloads: plan.workloads.map((w) => ({ ...w, growth })) } as Plan;
    const { workloads, options, scenarios, ...settings } = held;
    expect(issuesOf(checkSettings(held, settings))).toEqual([]);
    expect(issuesOf(checkSettings(held, { ...settings, horizonMonths: 120 }))[0]).toMatchObject({
      path: "horizonMonths",
      message: expect.stringContaining("Claims triage: Demand growth is 1,500%"),
    });
  });

  it("keeps quiet about what was wrong elsewhere before", () => {
    const held = { ...plan, options: plan.options.slice(1, 3) } as Plan;
    expect(
      checkOption(
        { ...held, assumptions: { ...held.assumptions, baselineOptionId: "api" } },
        onprem,
      ).ok,
    ).toBe(true);
  });
});
