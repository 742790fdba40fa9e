import * as z from "zod/mini";
import { assumptions } from "./assumptions";
import { rowName } from "./figure";
import { supplyOption } from "./option";
import { scenario } from "./scenario";
import { workload } from "./workload";

export const planSchemaVersion = 1;

export const monthText = z
  .string()
  .check(
    z.regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, "Write the month as YYYY-MM, for example 2027-01."),
  );

/** The plan's own settings: everything but its rows. */
export const planSettings = z.strictObject({
  name: rowName,
  notes: z.optional(z.string().check(z.maxLength(4000))),
  /** ISO 4217 code of every amount in the plan. */
  currency: z
    .string()
    .check(z.regex(/^[A-Z]{3}$/, "Write the currency as three capitals, for example USD.")),
  startMonth: monthText,
  horizonMonths: z.int().check(z.gte(1), z.lte(120)),
  /** Hours in a month, for every month alike: 8,760 / 12 unless a published case says otherwise. */
  hoursPerMonth: z.number().check(z.gte(672), z.lte(744)),
  /** The accelerator that training hours are stated on. */
  referenceAccelerator: z.string().check(z.maxLength(120)),
  assumptions,
});
export type PlanSettings = z.infer<typeof planSettings>;

const uniqueIds = (rows: readonly { readonly id: string }[]) =>
  new Set(rows.map((row) => row.id)).size === rows.length;

const rows = {
  workloads: z
    .array(workload)
    .check(z.maxLength(50), z.refine(uniqueIds, { error: "Two workloads have the same id." })),
  options: z
    .array(supplyOption)
    .check(z.maxLength(50), z.refine(uniqueIds, { error: "Two options have the same id." })),
  scenarios: z
    .array(scenario)
    .check(z.maxLength(50), z.refine(uniqueIds, { error: "Two scenarios have the same id." })),
};

/** A plan as the engine, the browser and the database see it. */
export const plan = z.strictObject({ ...planSettings.shape, ...rows });
export type Plan = z.infer<typeof plan>;

/** A plan as a file. */
export const planFile = z.strictObject({
  loadline: z.literal("plan"),
  schemaVersion: z.literal(planSchemaVersion),
  plan,
});
export type PlanFile = z.infer<typeof planFile>;
