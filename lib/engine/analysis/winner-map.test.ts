import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { figuresOf } from "@/lib/schemas/paths";
import { applyChanges, project } from "../index";
import { arbitraryPlan } from "../testing/arbitrary-plan";
import { api, assumed, cloud, combined, inference, planOf } from "../testing/plans";
import { unrankedCell, winnerFinder } from "./winner-map";

vi.setConfig({ testTimeout: 120_000 });

describe("winnerFinder", () => {
  it("says which option costs least at each pair of values", () => {
    // Cloud: 730 h x rate; the API: 1,000 tokens x price. Cloud wins where 730 x rate < 1,000 x price.
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: assumed(1000) })],
      options: [
        api({ outputPrice: assumed(1e6) }),
        cloud({
          rate: assumed(1),
          acceleratorsPerInstance: assumed(1),
          throughput: [combined(1)],
          utilizationCeilingFraction: assumed(1),
        }),
      ],
    });
    const winnerAt = winnerFinder(
      plan,
      { path: "options.cloud.rate", values: [1, 2] },
      { path: "options.api.outputPrice", values: [0.5e6, 1e6, 2e6] },
    );
    const rows = [0, 1, 2].map((row) => [0, 1].map((column) => winnerAt(column, row)));
    expect(rows).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
  });

  it("has no winner where nothing has a rank", () => {
    const plan = planOf({
      workloads: [inference({ requestsPerMonth: assumed(1000) })],
      options: [api({ outputPrice: assumed(1e6) })],
    });
    const winnerAt = winnerFinder(
      plan,
      { path: "workloads.chat.requestsPerMonth", values: [1, 1e19] },
      { path: "options.api.outputPrice", values: [1] },
    );
    expect([winnerAt(0, 0), winnerAt(1, 0)]).toEqual([0, unrankedCell]);
  });

  it("is the ranking of the whole projection in every cell of any plan", () => {
    fc.assert(
      fc.property(arbitraryPlan(), fc.nat(), fc.nat(), (plan, first, second) => {
        const figures = figuresOf(plan).filter(({ figure }) => figure.value !== null);
        const axisOf = (nth: number) => {
          const { path, figure, spec } = figures[nth % figures.length] ?? {};
          const today = figure?.value ?? 0;
          const values = [spec?.min ?? 0, today, Math.min(spec?.max ?? 0, today * 2 + 1)];
          return { path: path ?? "", values };
        };
        const [x, y] = [axisOf(first), axisOf(second)];
        if (x.path === y.path) return;
        const winnerAt = winnerFinder(plan, x, y);
        x.values.forEach((valueX, column) => {
          y.values.forEach((valueY, row) => {
            const { ranking } = project(
              applyChanges(plan, [
                { path: x.path, value: valueX },
                { path: y.path, value: valueY },
              ]),
            );
            const winner = plan.options[winnerAt(column, row)]?.id;
            expect(winner).toBe(ranking[0]);
          });
        });
      }),
    );
  });
});
