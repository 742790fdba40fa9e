import fc from "fast-check";
import { deviceOwnerships } from "@/lib/schemas/edge-option";
import type { Plan } from "@/lib/schemas/plan";
import { whole } from "./arbitrary-figure";
import { arbitraryPlan } from "./arbitrary-plan";
import { assumed, optionsOf, portfolio } from "./plans";
import { projected } from "./results";

/**
 * Plans with devices that answer everything and cost something, and a portfolio that goes from them to
 * the cloud, or back, in some month.
 */
export const plansOnDevices: fc.Arbitrary<Plan> = fc
  .record({
    plan: arbitraryPlan(),
    ownership: fc.constantFrom("bought" as const, ...deviceOwnerships),
    switchMonth: whole(1, 40),
    isFirst: fc.boolean(),
  })
  .map(({ plan, ownership, switchMonth, isFirst }) => {
    const [firstOptionId, secondOptionId] = isFirst ? ["edge", "cloud"] : ["cloud", "edge"];
    const parts = { firstOptionId, secondOptionId, switchMonth };
    return {
      ...plan,
      workloads: plan.workloads.filter(({ kind }) => kind === "inference"),
      options: [
        ...optionsOf(plan, ["edge", "cloud"]).map((option) =>
          option.kind === "edge" ? { ...option, ownership, servableFraction: assumed(1) } : option,
        ),
        portfolio({ id: "stages", mode: "staged", ...parts }),
      ],
    };
  })
  .filter((plan) => ["edge", "stages"].every((id) => projected(plan, id).lines.length > 0));
