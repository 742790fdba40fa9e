import { describe, expect, it } from "vitest";
import type { ApiRouting } from "@/lib/schemas/api-routing";
import { api, assumed, inference, planOf } from "./testing/plans";
import { projected } from "./testing/results";

const routing: ApiRouting = {
  requestsFraction: assumed(0.4),
  inputPrice: assumed(0.25),
  cachedInputPrice: assumed(null),
  outputPrice: assumed(1),
  isOn: true,
  startMonth: assumed(3),
};

/** A million requests of 1,000 input and 500 output tokens at $2 and $8. */
const projectedWith = (given: Partial<ApiRouting>, terms = {}) =>
  projected(
    planOf({
      workloads: [
        inference({
          requestsPerMonth: assumed(1e6),
          inputTokensPerRequest: assumed(1000),
          outputTokensPerRequest: assumed(500),
        }),
      ],
      options: [
        api({
          inputPrice: assumed(2),
          outputPrice: assumed(8),
          routing: { ...routing, ...given },
          ...terms,
        }),
      ],
    }),
    "api",
  );

describe("smaller-model routing of an API", () => {
  it("sends a share of the tokens to the smaller model's prices", () => {
    const { accrual, lines } = projectedWith({});
    // 1,000 x $2 + 500 x $8 = $6,000; 60% of it, and 40% of 1,000 x $0.25 + 500 x $1.
    expect([accrual.inference[1], accrual.inference[2]]).toEqual([6000, 3600 + 300]);
    expect(lines.find(({ id }) => id === "smallModelTokens")?.accrual[2]).toBe(300);
  });

  it("is off without a trace, and blocks where a price that counts is missing", () => {
    expect(projectedWith({ isOn: false }).accrual.inference[2]).toBe(6000);
    expect(projectedWith({ outputPrice: assumed(null) }).missing).toEqual([
      { path: "options.api.routing.outputPrice" },
    ]);
  });

  it("takes the batch discount off both models' tokens", () => {
    const { accrual } = projectedWith({}, { batchDiscountFraction: assumed(0.5) });
    expect(accrual.inference[2]).toBe(3900);
  });
});
