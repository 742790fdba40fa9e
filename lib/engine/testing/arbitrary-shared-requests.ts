import fc from "fast-check";
import type { Plan } from "@/lib/schemas/plan";
import { number } from "./arbitrary-figure";
import { arbitraryPlan } from "./arbitrary-plan";
import { assumed, optionsOf, portfolio } from "./plans";
import { projected } from "./results";

const pairs = [
  ["own", "cloud"],
  ["own", "api"],
  ["cloud", "own"],
  ["cloud", "api"],
  ["api", "own"],
  ["edge", "api"],
  ["edge", "cloud"],
  ["edge", "own"],
] as const;

/** Of an option that owns servers. */
const bridges = ["api", "cloud"];

/** Some, all or none of them on the first option. */
const requestsFraction = fc.oneof(
  { weight: 6, arbitrary: number(0, 1) },
  fc.constantFrom(assumed(0), assumed(1)),
);

/** Plans with a portfolio by share of requests that costs something. */
export const plansSharingRequests: fc.Arbitrary<Plan> = fc
  .record({ plan: arbitraryPlan(), pair: fc.constantFrom(...pairs), requestsFraction })
  .map(({ plan, pair: [firstOptionId, secondOptionId], requestsFraction }) => {
    const parts = { firstOptionId, secondOptionId, requestsFraction };
    return {
      ...plan,
      options: [
        ...optionsOf(plan, [firstOptionId, secondOptionId, ...bridges]),
        portfolio({ id: "shares", mode: "by-share", ...parts }),
      ],
    };
  })
  .filter((plan) => projected(plan, "shares").lines.length > 0);
