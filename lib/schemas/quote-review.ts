import * as z from "zod/mini";
import { rowId } from "./figure";
import { storableText } from "./text";
import { unrepeated } from "./unrepeated";
import { uuid } from "./uuid";

/** `cost` and `time` are scored by a formula, `judged` by people. */
export const criterionKinds = ["cost", "time", "judged"] as const;

export const criterion = z.strictObject({
  id: rowId,
  name: z
    .string()
    .check(z.trim(), z.minLength(1, "Name the criterion."), z.maxLength(60), storableText),
  kind: z.enum(criterionKinds),
  /** Against the sum of all weights. */
  weight: z.number().check(z.gte(0), z.lte(1000)),
});
export type Criterion = z.infer<typeof criterion>;

const criteria = z.array(criterion).check(
  z.minLength(1, "Keep at least one criterion."),
  z.maxLength(20),
  unrepeated<Criterion>(
    ({ id }) => id,
    (id) => `Two criteria have the id \u201c${id}\u201d. Give one of them another.`,
  ),
  z.refine((all) => all.some(({ weight }) => weight > 0), {
    error: "Give at least one criterion a weight above 0.",
  }),
);

const evaluators = z.array(z.strictObject({ userId: uuid, seesPrices: z.boolean() })).check(
  z.maxLength(50),
  unrepeated<{ readonly userId: string }>(
    ({ userId }) => userId,
    () => "A member is an evaluator once. Remove one of the two.",
  ),
);

const version = z.int().check(z.gte(1), z.lte(2_000_000_000));

export const saveReviewInput = z.strictObject({
  planId: uuid,
  /** Null where the plan has no review yet. */
  expectedVersion: z.nullable(version),
  criteria,
  evaluators,
});
export type SaveReview = z.infer<typeof saveReviewInput>;

/** 0 is the worst and 10 the best, by halves. */
export const scoreInput = z.strictObject({
  planId: uuid,
  quoteId: uuid,
  criterionId: rowId,
  /** Null takes it back. */
  score: z.nullable(z.number().check(z.gte(0), z.lte(10), z.multipleOf(0.5))),
  reason: z.string().check(z.trim(), z.maxLength(1000), storableText),
});
export type GiveScore = z.infer<typeof scoreInput>;

export type Evaluator = {
  readonly userId: string;
  readonly name: string;
  readonly seesPrices: boolean;
};

export type QuoteScore = {
  readonly userId: string;
  readonly quoteId: string;
  readonly criterionId: string;
  readonly score: number;
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly at: string;
};

export type QuoteReview = {
  /** Null while nobody has changed what it begins with. */
  readonly version: number | null;
  readonly criteria: readonly Criterion[];
  readonly evaluators: readonly Evaluator[];
  readonly scores: readonly QuoteScore[];
};

/** What a review begins with. */
export const firstCriteria: Criterion[] = [
  { id: "cost", name: "Cost", kind: "cost", weight: 40 },
  { id: "time", name: "Time", kind: "time", weight: 20 },
  { id: "technical", name: "Technical", kind: "judged", weight: 20 },
  { id: "support", name: "Support", kind: "judged", weight: 10 },
  { id: "terms", name: "Terms", kind: "judged", weight: 10 },
];
