import * as z from "zod/mini";
import { rowName } from "./figure";
import { supplyOption } from "./option";
import { monthText, plan, planFile, planSettings } from "./plan";
import { optionProjection, projection } from "./projection";
import { rfqList, rfqResource } from "./rest-rfq";
import { scenario } from "./scenario";
import { workload } from "./workload";

const version = z.int().check(z.gte(1));
const instant = z.iso.datetime();
const uuid = z.uuid();

/** What a page of a list is asked for with. */
export const pageQuery = z.strictObject({
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(100))),
  cursor: z.optional(z.string().check(z.maxLength(200))),
});

/** What a projection is asked for with; `lines` are most of what it could say. */
export const givenPlanQuery = z.strictObject({ lines: z.optional(z.enum(["true", "false"])) });
export const projectionQuery = z.strictObject({
  scenario: z.optional(z.string()),
  ...givenPlanQuery.shape,
});
export const noQuery = z.strictObject({});

/** A plan begun from a starter template; `templateIds` are the catalog's, which schemas do not know. */
export const planNew = <Id extends string>(templateIds: readonly Id[]) =>
  z.strictObject({
    templateId: z.enum(templateIds as readonly [Id]),
    name: rowName,
    startMonth: z.optional(monthText),
  });

export const givenPlan = z.union([planFile, plan]);
export const planGivenOrNew = <Id extends string>(templateIds: readonly Id[]) =>
  z.union([planFile, plan, planNew(templateIds)]);

const planSummary = z.strictObject({
  id: uuid,
  name: z.string(),
  archived: z.boolean(),
  updatedAt: instant,
  version,
  workloads: z.int(),
  options: z.int(),
});

export const planPage = z.strictObject({
  items: z.array(planSummary),
  nextCursor: z.nullable(z.string()),
});

/** A plan as it is stored: `plan` is what a plan file holds. */
export const planResource = z.strictObject({
  id: uuid,
  version,
  archived: z.boolean(),
  updatedAt: instant,
  settingsVersion: version,
  rowVersions: z.record(z.string(), version),
  plan,
});

export const planCreated = z.strictObject({ id: uuid, version });

/** Where a part of a plan and the plan stand after a change. */
export const partSaved = z.strictObject({ id: z.string(), version, planVersion: version });

const listOf = <Row extends z.ZodMiniType>(row: Row) =>
  z.strictObject({ items: z.array(z.strictObject({ version, row })) });

export const workloadList = listOf(workload);
export const optionList = listOf(supplyOption);
export const scenarioList = listOf(scenario);

/** RFC 9457. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.optional(
    z.array(
      z.strictObject({
        /** RFC 6901, into the body that was sent; absent where the field is not in the body. */
        pointer: z.optional(z.string()),
        field: z.string(),
        message: z.string(),
      }),
    ),
  ),
  /** Of a stale version: the one that is stored now. */
  currentVersion: z.optional(version),
});
export type Problem = z.infer<typeof problem>;

export const openApiDocument = z.looseObject({ openapi: z.string() });

/** Schemas with a name of their own in the document. */
export const namedSchemas = {
  Plan: plan,
  PlanFile: planFile,
  PlanSettings: planSettings,
  Workload: workload,
  Option: supplyOption,
  Scenario: scenario,
  Projection: projection,
  OptionProjection: optionProjection,
  PlanSummary: planSummary,
  PlanPage: planPage,
  PlanResource: planResource,
  PlanCreated: planCreated,
  PartSaved: partSaved,
  WorkloadList: workloadList,
  OptionList: optionList,
  ScenarioList: scenarioList,
  RfqList: rfqList,
  RfqResource: rfqResource,
  Problem: problem,
} as const;
