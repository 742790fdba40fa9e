import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/schemas/plan";
import { project } from "./index";
import { api, assumed, inference, onPremises, planOf, training, yearly } from "./testing/plans";
import { projected } from "./testing/results";

/** One server that draws 10 kW and serves 73 million tokens a month. */
function own(parts: Partial<Plan["assumptions"]>, workloads: Plan["workloads"] = []) {
  const tokens = 73e6;
  const chat = inference({ requestsPerMonth: assumed(tokens) });
  const rate = tokens / (730 * 3600);
  const option = onPremises({ serverPower: assumed(10) });
  const throughput = option.throughput.map((row) => ({
    ...row,
    outputTokensPerSecond: assumed(rate),
  }));
  return projected(
    planOf({
      workloads: [chat, ...workloads],
      options: [{ ...option, throughput } as typeof option, api()],
      assumptions: parts,
    }),
    "own",
  );
}

describe("carbon", () => {
  it("is energy times the grid intensity and its path", () => {
    const result = own({ gridIntensity: assumed(0.4), gridIntensityPath: yearly(-0.5) });
    expect(result.capacity.carbonKilograms?.[0]).toBeCloseTo(2920, 9);
    expect(result.capacity.carbonKilograms?.[6]).toBeCloseTo(2920 * Math.SQRT1_2, 9);
    const flat = own({ gridIntensity: assumed(0.4) });
    expect(flat.summary.carbonKilograms).toBeCloseTo(12 * 2920, 6);
  });

  it("is not counted without an intensity, for an option without energy, nor while one is missing", () => {
    expect(own({}).summary.carbonKilograms).toBeNull();
    const missing = own({ gridIntensity: assumed(null) });
    expect(missing).toMatchObject({ status: "complete", summary: { carbonKilograms: null } });
    const path = { kind: "annual" as const, changePerYearFraction: assumed(null) };
    const undrawn = own({ gridIntensity: assumed(0.4), gridIntensityPath: path });
    expect(undrawn).toMatchObject({ status: "complete", summary: { carbonKilograms: null } });
    const plan = planOf({ options: [api()], assumptions: { gridIntensity: assumed(0.4) } });
    expect(project(plan).options[0]?.summary.carbonKilograms).toBeNull();
  });
});

describe("tokens for energy", () => {
  it("are those served here over what inference takes", () => {
    const { summary } = own({});
    expect(summary.tokensPerKilowattHour).toBeCloseTo(10_000, 6);
    expect(summary.tokensPerSecondPerMegawatt).toBeCloseTo(10_000 / 3.6, 6);
    // A second server for training alone takes energy, and none of inference's.
    const trained = own({}, [training({ acceleratorHoursPerRun: assumed(730) })]);
    expect(trained.capacity.energyKwh[0]).toBeCloseTo(14_600, 6);
    expect(trained.summary.tokensPerKilowattHour).toBeCloseTo(10_000, 6);
  });

  it("are none where no power is drawn", () => {
    const plan = planOf({ workloads: [inference()], options: [onPremises()] });
    expect(projected(plan, "own").summary.tokensPerKilowattHour).toBeNull();
  });
});
