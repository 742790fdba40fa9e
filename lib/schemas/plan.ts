import * as z from "zod/mini";
import { assumptions } from "./assumptions";
import { budgets, fiscalYearStartMonth } from "./budget";
import { exchangeRates } from "./exchange-rate";
import { rowName } from "./figure";
import { supplyOption } from "./option";
import { scenario } from "./scenario";
import { text } from "./text";
import { unrepeated } from "./unrepeated";
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
  notes: z.optional(text(4000)),
  /** ISO 4217 code of every amount in the plan, but those of an option with a currency of its own. */
  currency: z
    .string()
    .check(z.regex(/^[A-Z]{3}$/, "Write the currency as three capitals, for example USD.")),
  /** None is the same as an empty list. */
  exchangeRates: z.optional(exchangeRates),
  startMonth: monthText,
  horizonMonths: z.int().check(z.gte(1), z.lte(120)),
  /** Hours in a month, for every month alike: 8,760 / 12 unless a published case says otherwise. */
  hoursPerMonth: z.number().check(z.gte(672), z.lte(744)),
  /** The accelerator that training hours are stated on. */
  referenceAccelerator: text(120),
  /** 1 = January, which is what its absence means. */
  fiscalYearStartMonth: z.optional(fiscalYearStartMonth),
  /** At most one for a fiscal year; none is the same as an empty list. */
  budgets: z.optional(budgets),
  assumptions,
});
export type PlanSettings = z.infer<typeof planSettings>;

const rowsOf = <Row extends z.ZodMiniType<{ readonly id: string }>>(row: Row, noun: string) =>
  z.array(row).check(
    z.maxLength(50),
    unrepeated<z.infer<Row>>(
      ({ id }) => id,
      (id) => `Two ${noun}s have the id \u201c${id}\u201d. Give one of them another.`,
    ),
  );

const rows = {
  workloads: rowsOf(workload, "workload"),
  options: rowsOf(supplyOption, "option"),
  scenarios: rowsOf(scenario, "scenario"),
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
