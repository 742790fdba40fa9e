import * as z from "zod/mini";
import { figure, rowId } from "./figure";
import { unrepeated } from "./unrepeated";

/** A term that began before month 1: its price stays to its end. */
const runningTerm = z.strictObject({
  monthsRun: figure({
    label: "Months already run",
    unit: "months",
    min: 1,
    max: 60,
    integer: true,
    help: "Of the term, before the first month of the plan. What is left of it runs from month 1.",
  }),
  rate: figure({
    label: "Contracted rental",
    unit: "moneyPerAcceleratorHour",
    min: 0,
    max: 10_000,
    help: "As signed, to the end of the running term. Paid upfront: what was paid, over the hours of the term.",
  }),
});

/** Instances taken for a term at a price that stays the same until it ends. */
export const commitment = z.strictObject({
  id: rowId,
  instances: figure({
    label: "Committed instances",
    unit: "count",
    min: 0,
    max: 100_000,
    integer: true,
    help: "Paid at every hour of the term, used or not.",
  }),
  startMonth: figure({
    label: "Start of the commitment",
    unit: "month",
    min: 1,
    max: 120,
    integer: true,
    help: "1 is the first month of the plan.",
  }),
  /** Where it is there, the commitment began before the plan, and the start above is not read. */
  running: z.optional(runningTerm),
  term: z.enum(["1-year", "3-year", "5-year"]),
  /** Which of the next two counts. */
  pricing: z.enum(["discount", "rate"]),
  discountFraction: figure({
    label: "Commitment discount",
    unit: "fraction",
    min: 0,
    max: 1,
    help: "Off the on-demand rental of the month in which a term starts.",
  }),
  rate: figure({
    label: "Committed rental",
    unit: "moneyPerAcceleratorHour",
    min: 0,
    max: 10_000,
    help: "In prices of month 1; a term that starts later follows the cloud rental path to its start.",
  }),
  payment: z.enum(["monthly", "upfront"]),
  atEnd: z.enum(["renew", "end"]),
});
export type Commitment = z.infer<typeof commitment>;

export const commitments = z.array(commitment).check(
  z.maxLength(20),
  unrepeated<Commitment>(
    ({ id }) => id,
    (id) => `Two commitments have the id \u201c${id}\u201d. Give one of them another.`,
  ),
);
