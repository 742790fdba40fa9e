import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { applyChanges, project } from "@/lib/engine";
import { arbitraryPlan } from "@/lib/engine/testing/arbitrary-plan";
import { figuresOf } from "@/lib/schemas/paths";
import { inputsOutOfUse } from "./inputs-out-of-use";
import { examplePlan } from "./testing/example";

vi.setConfig({ testTimeout: 60_000 });

it("names what a choice beside it leaves out of use, and why", () => {
  const plan = examplePlan("claims-assistant");
  const idle = inputsOutOfUse(plan);
  expect(idle.get("options.cloud.activeHoursPerDay")).toBe("only for an active window");
  expect(idle.get("options.cloud.rate")).toBeUndefined();
});

it("changes no result of any plan, whatever such an input holds", () => {
  let seen = 0;
  fc.assert(
    fc.property(arbitraryPlan(), (plan) => {
      const idle = inputsOutOfUse(plan);
      const changes = figuresOf(plan)
        .filter(({ path }) => idle.has(path))
        .map(({ path, spec, figure }) => ({
          path,
          value: figure.value === spec.max ? spec.min : spec.max,
        }));
      seen += changes.length;
      expect(project(applyChanges(plan, changes))).toEqual(project(plan));
    }),
  );
  expect(seen).toBeGreaterThan(0);
});
