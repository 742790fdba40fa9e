import fc from "fast-check";
import { expect, it } from "vitest";
import type * as z from "zod/mini";
import { project } from "@/lib/engine/index";
import { arbitraryPlan } from "@/lib/engine/testing/arbitrary-plan";
import { checkPlan } from "@/lib/schemas/check";
import type { Figure } from "@/lib/schemas/figure";
import { figuresOf, specOf } from "@/lib/schemas/paths";
import { type Plan, plan as planSchema } from "@/lib/schemas/plan";
import { elementOf, isRecord, kindOf, shapeOf, unwrap } from "@/lib/schemas/walk";
import { testPlan } from "@/lib/testing/plan";
import { copiedFields } from "./copied-fields";
import { copiedPlan } from "./copied-plan";
import { starterPlan } from "./starter-plan";
import { throughputFronts } from "./throughput-fronts";

type Schema = z.core.$ZodType;

const canary = "canary-client";
const canaryDate = "2031-07-13";
const made = { name: "House", startMonth: "2028-02" };

type Parts = {
  readonly type: string;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
};

/** Every field that could hold what somebody typed: no figure, no group, no fixed choice. `go` says where to look inside. */
function openFields(go: (key: string) => boolean): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const look = (schema: Schema, key: string): void => {
    const inner = unwrap(schema);
    if (specOf(inner)) return;
    const { type, options, shape, element } = inner._zod.def as unknown as Parts;
    if (options) for (const option of options) look(option, key);
    else if (shape)
      for (const [name, field] of Object.entries(shape))
        if (go(name)) look(field, name);
        else found.set(name, "whole");
    else if (element) look(element, key);
    else if (!["enum", "literal", "boolean"].includes(type)) found.set(key, type);
  };
  look(planSchema, "");
  return found;
}

/** What is decided as a whole has nothing inside that is decided again. */
const wholes = [
  ...["season", "runSchedule", "residualCurve", "quoteUsed", "budgets", "changes"],
  ...["front", "loadShape", "steps", "points"],
];

it("decides about every field that could hold what somebody typed", () => {
  const open = openFields((key) => !wholes.includes(key));
  // Of drawn curves, in whose place a figure stands that is missing.
  const ofCurves = ["steps", "points", "source", "date"];
  const undecided = [...open.keys()].filter((key) => copiedFields[key] === undefined);
  expect(undecided.filter((key) => !ofCurves.includes(key))).toEqual([]);
});

const isText = (schema: Schema) => kindOf(schema) === "string";

/** The same plan with a canary in every text there is or may be, in ids and in what names them. */
function planted(schema: Schema, value: unknown, key: string, seen: Set<string>): unknown {
  const spec = specOf(schema);
  if (spec && isRecord(value)) return plantedFigure(value as Figure);
  const element = elementOf(schema);
  if (element && Array.isArray(value)) return value.map((row) => planted(element, row, key, seen));
  const shape = value === null ? undefined : shapeOf(schema, value);
  if (shape && isRecord(value))
    return Object.fromEntries(
      Object.entries(shape).flatMap(([name, field]) => {
        const inner = value[name] === undefined && isText(field) ? "" : value[name];
        return inner === undefined ? [] : [[name, planted(field, inner, name, seen)]];
      }),
    );
  if (typeof value !== "string" || !isText(schema)) return value;
  return plantedText(key, value, seen);
}

/** What has a form of its own; a quote's id is sought as it is. */
const unplanted = ["currency", "from", "to", "quoteId", "startMonth"];

function plantedText(key: string, value: string, seen: Set<string>): string {
  if (unplanted.includes(key)) return value || "USD";
  seen.add(key);
  if (["date", "quotedOn", "validUntil"].includes(key)) return canaryDate;
  if (key === "url") return `https://${canary}.example`;
  return key === "id" || key.endsWith("Id") ? `${canary}-${value}`.slice(0, 40) : canary;
}

const plantedFigure = (figure: Figure): Figure => ({
  ...figure,
  ...{ source: canary, url: `https://${canary}.example`, date: canaryDate, note: canary },
  catalog: { entry: canary, kind: "api-price", value: figure.value, version: canary },
});

/** With what the generator leaves out: budgets and a quote that is used. */
function withCanaries(plan: Plan, seen: Set<string>): Plan {
  const quoteUsed = { quoteId: "6f1d3a52-0c1b-4a55-9d4e-111111111111", revision: 1, servers: 2 };
  const options = plan.options.map((option) =>
    option.kind === "on-premises" ? { ...option, quoteUsed } : option,
  );
  const amount: Figure = { value: 1, evidence: "quoted" };
  const all: Plan = {
    ...plan,
    options,
    assumptions: { ...plan.assumptions, baselineOptionId: options[0]?.id ?? null },
    fiscalYearStartMonth: 4,
    budgets: [{ fiscalYear: 2028, amount, basis: "cash" }],
    scenarios: [{ id: "scenario", name: canary, changes: [] }],
  };
  return planSchema.parse(planted(planSchema, all, "", seen));
}

/** The first scenario changes as many figures as one may. */
const withChanges = (plan: Plan): Plan => ({
  ...plan,
  scenarios: [
    {
      ...(plan.scenarios[0] ?? { id: canary, name: canary, notes: canary }),
      changes: figuresOf(plan)
        .slice(0, 100)
        .map(({ path, figure }) => ({ path, value: figure.value ?? 0 })),
    },
  ],
});

it("has no canary of any text, date or figure in it, whatever the plan", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(arbitraryPlan(), (plan) => {
      const source = withChanges(withCanaries(plan, seen));
      expect(JSON.stringify(source)).toContain(canary);
      const copy = copiedPlan(source, made);
      const text = JSON.stringify(copy).toLowerCase();
      for (const word of ["canary", canaryDate, "quoteid", "6f1d3a52"])
        expect(text).not.toContain(word);
      expect(figuresOf(copy).filter(({ figure }) => figure.value !== null)).toEqual([]);
      expect(copy.scenarios).toEqual([{ id: "scenario-1", name: "Scenario 1", changes: [] }]);
    }),
  );
  const texts = [...openFields(() => true)].flatMap(([key, type]) =>
    type === "string" && !unplanted.includes(key) && key !== "path" ? [key] : [],
  );
  expect([...seen].sort()).toEqual(texts.sort());
});

const kindsOf = ({ workloads, options }: Plan) =>
  [...workloads, ...options].map(({ kind }) => kind);

it("is a plan with the same rows in the same order, whatever the plan", () => {
  fc.assert(
    fc.property(arbitraryPlan(), (plan) => {
      const source = withChanges(plan);
      const copy = copiedPlan(source, made);
      expect(checkPlan(copy)).toEqual({ ok: true, value: copy });
      expect(kindsOf(copy)).toEqual(kindsOf(source));
      expect(copy.scenarios).toHaveLength(source.scenarios.length);
      const at = (held: Plan, id: string | null) => held.options.findIndex((row) => row.id === id);
      copy.options.forEach((option, nth) => {
        const from = source.options[nth];
        if (option.kind === "portfolio" && from?.kind === "portfolio")
          expect(at(copy, option.firstOptionId)).toBe(at(source, from.firstOptionId));
        if (option.kind === "on-premises" && from?.kind === "on-premises")
          expect(at(copy, option.bridgeOptionId)).toBe(at(source, from.bridgeOptionId));
      });
      expect(copiedPlan(copy, made)).toEqual(copy);
      // Without its figures no option has a total, and none is free.
      const { options } = project(copy);
      expect(options).toHaveLength(copy.options.length);
      if (copy.workloads.length > 0)
        expect(options.map(({ status }) => status)).not.toContain("complete");
    }),
  );
});

it("names rows by kind and number, and rewrites what names them", () => {
  const copy = copiedPlan(testPlan(), made);
  expect(copy).toMatchObject({ name: "House", startMonth: "2028-02", horizonMonths: 36 });
  expect([...copy.workloads, ...copy.options, ...copy.scenarios].map(({ name }) => name)).toEqual([
    ...["Inference workload 1", "Training workload 1"],
    ...["API option 1", "Cloud option 1", "On-premises option 1", "Scenario 1"],
  ]);
  expect(copy.assumptions.baselineOptionId).toBe("api-1");
  expect(copy.options[2]).toMatchObject({
    ...{ id: "on-premises-1", bridgeOptionId: "cloud-1" },
    quote: {
      ...{ supplierName: "Estimate, no quote yet", number: "" },
      serverPrice: { value: null, evidence: "assumed" },
    },
    throughput: [{ workloadId: "inference-1", modelName: "DeepSeek-R1", accelerator: "" }],
  });
});

it("keeps a figure as the shared catalog has it, with the catalog's own provenance", () => {
  const plan = starterPlan({ templateId: "support-chatbot", name: canary, startMonth: "2027-01" });
  const [api, cloud] = plan.options;
  if (api?.kind !== "api" || cloud?.kind !== "cloud") throw new Error("other options");
  const path = `options.${cloud.id}.rate`;
  const changes = [
    { path, value: 99 },
    { path: `options.${cloud.id}.storage`, value: 99 },
  ];
  const typed = { ...plan.assumptions.powerPrice, value: 0.4321 };
  const own = { ...api.outputPrice, catalog: { ...api.outputPrice.catalog, version: "own.1" } };
  const copy = copiedPlan(
    planSchema.parse({
      ...plan,
      options: [
        { ...api, outputPrice: own },
        { ...cloud, rate: { ...cloud.rate, note: canary, source: canary, low: 0.5 } },
      ],
      assumptions: { ...plan.assumptions, powerPrice: typed },
      scenarios: [{ id: "s", name: canary, changes }],
    }),
    made,
  );
  expect(copy.options[0]).toMatchObject({ provider: api.provider, inputPrice: api.inputPrice });
  expect(copy.options[0]).toMatchObject({ outputPrice: { value: null } });
  expect(copy.options[1]).toMatchObject({ accelerator: cloud.accelerator, rate: cloud.rate });
  expect(copy.assumptions.powerPrice).toEqual({ value: null, evidence: "assumed" });
  expect(copy.assumptions.staffCost).toEqual(plan.assumptions.staffCost);
  // What the scenario made of the rate is the client's, and so is all of the storage.
  expect(copy.scenarios[0]?.changes).toEqual([
    { path: "options.cloud-1.rate", value: cloud.rate.value },
  ]);
  expect(JSON.stringify(copy)).not.toContain(canary);
});

it("keeps no price of the catalog in a currency that it was not given in", () => {
  const plan = starterPlan({ templateId: "support-chatbot", name: "x", startMonth: "2027-01" });
  const copy = copiedPlan({ ...plan, currency: "EUR" }, made);
  expect(copy.currency).toBe("EUR");
  expect(copy.options[0]).toMatchObject({ inputPrice: { value: null } });
  expect(copiedPlan({ ...plan, currency: "QQQ" }, made).currency).toBe("USD");
});

it("keeps measured points of the catalog, and of no others a number", () => {
  const [record] = throughputFronts;
  if (!record) throw new Error("no fronts");
  const { inputTokens, outputTokens, points, evidence, source, date, url } = record;
  const front = { inputTokens, outputTokens, points, evidence, source, date, ...(url && { url }) };
  const plan = testPlan();
  const cloud = plan.options[1];
  if (cloud?.kind !== "cloud" || !cloud.throughput[0]) throw new Error("other options");
  const { outputTokensPerSecond: _, ...conditions } = cloud.throughput[0] as never as Record<
    string,
    unknown
  >;
  const withFront = (held: unknown) =>
    copiedPlan(
      planSchema.parse({
        ...plan,
        options: [{ ...cloud, throughput: [{ ...conditions, basis: "front", front: held }] }],
        assumptions: { ...plan.assumptions, baselineOptionId: null },
      }),
      made,
    ).options[0];
  expect(withFront({ ...front, source: canary })).toMatchObject({ throughput: [{ front }] });
  const [first, ...rest] = points;
  const other = { ...front, points: [{ ...first, outputTokensPerSecond: 1.2345 }, ...rest] };
  expect(withFront(other)).toMatchObject({
    throughput: [{ basis: "combined", outputTokensPerSecond: { value: null } }],
  });
});
