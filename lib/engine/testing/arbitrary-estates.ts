import fc from "fast-check";
import type { Plan } from "@/lib/schemas/plan";
import { ownedGroup } from "./arbitrary-options";
import { arbitraryPlan } from "./arbitrary-plan";
import { optionsOf } from "./plans";
import { projected } from "./results";

/** Plans whose own servers are of several ages, one of them leased or leaving early, and cost something. */
export const plansWithEstates: fc.Arbitrary<Plan> = fc
  .record({
    plan: arbitraryPlan(),
    owned: ownedGroup,
    furtherOwned: fc
      .array(ownedGroup, { minLength: 1, maxLength: 3 })
      .map((groups) => groups.map((group, i) => ({ id: `group-${i}`, ...group }))),
  })
  .map(({ plan, owned, furtherOwned }) => ({
    ...plan,
    options: optionsOf(plan, ["own", "api", "cloud"]).map((option) =>
      option.kind === "on-premises" ? { ...option, owned, furtherOwned } : option,
    ),
  }))
  .filter((plan) => projected(plan, "own").lines.length > 0);
