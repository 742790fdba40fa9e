import { describe, expect, it } from "vitest";
import {
  api,
  assumed,
  edge,
  inference,
  planOf,
  portfolio,
  training,
} from "@/lib/engine/testing/plans";
import type { Plan } from "@/lib/schemas/plan";
import { recalculatedLine } from "./testing/recalculated";

const hours = 730;
const tokens = 2 * hours * 3600;

/** Two devices' work on the mean: a share of it on ten devices at $900, the rest on an API at $100 a million. */
const shared = (requestsFraction: number, workloads: Plan["workloads"] = [training()]) =>
  planOf({
    workloads: [inference({ requestsPerMonth: assumed(tokens) }), ...workloads],
    options: [
      api({ outputPrice: assumed(100), trainingRate: assumed(7), fixedFee: assumed(50) }),
      edge({ devices: assumed(10), devicePrice: assumed(900), management: assumed(4) }),
      portfolio({
        mode: "by-share",
        firstOptionId: "edge",
        secondOptionId: "api",
        requestsFraction: assumed(requestsFraction),
      }),
    ],
  });
const firstMonth = (
  plan: Plan,
  id: Parameters<typeof recalculatedLine>[2]["id"],
  use?: "training",
) => recalculatedLine(plan, "mix", { id, ...(use && { use }) })[0];

describe("cells of a portfolio by share of requests", () => {
  it("give the first option its share, and the second the others and training", () => {
    const plan = shared(0.6);
    expect(firstMonth(plan, "devices")).toBe(9000);
    expect(firstMonth(plan, "outputTokens")).toBeCloseTo(0.4 * (tokens / 1e6) * 100, 9);
    expect(firstMonth(plan, "trainingRental", "training")).toBe(7);
    expect(firstMonth(plan, "fixedFee")).toBe(50);
  });

  it("charge nothing standing on an option without a share", () => {
    expect(firstMonth(shared(0), "devices")).toBe(0);
    expect(firstMonth(shared(0), "management")).toBe(0);
    expect(firstMonth(shared(1, []), "fixedFee")).toBe(0);
    expect(firstMonth(shared(1), "fixedFee")).toBe(50);
  });
});
