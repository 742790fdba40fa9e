import { describe, expect, it } from "vitest";
import { project } from "@/lib/engine";
import {
  assumed,
  cloud,
  combined,
  front,
  inference,
  planOf,
  split,
} from "@/lib/engine/testing/plans";
import type { Figure } from "@/lib/schemas/figure";
import type { Throughput } from "@/lib/schemas/throughput";
import { explainLine } from "./explain-line";
import { icebergView } from "./iceberg";
import { rateBasis } from "./rate-basis";

const measuredFront = {
  ...front([
    {
      requestsAtOnce: 128,
      timeToFirstTokenMilliseconds: 1150,
      timePerOutputTokenMilliseconds: 27,
      outputTokensPerSecond: 4555,
    },
  ]),
};
measuredFront.front = { ...measuredFront.front, source: "Our bench", date: "2026-03-01" };

const estimate: Figure = {
  value: 1200,
  low: 702,
  high: 1700,
  evidence: "estimated",
  source: "Roofline",
  date: "2026-11-21",
};

const planWith = (throughput: Throughput) =>
  planOf({
    workloads: [inference({ requestsPerMonth: assumed(1e9) })],
    options: [cloud({ rate: assumed(2), throughput: [throughput] })],
  });

const basisOf = (throughput: Throughput) => rateBasis(planWith(throughput), "cloud", "chat");

const pointText =
  "At 27 ms a token 4,555 tok/s a replica, 128 requests at once; the first token after 1,150 ms";

describe("what a rate rests on", () => {
  it("is a point of a measured front, with its source", () => {
    expect(basisOf(measuredFront)).toEqual({
      evidence: "measured",
      note: `${pointText}. A measured point: the largest throughput measured, as the workload has no target. Our bench, 1 Mar 2026.`,
    });
  });

  it("is an estimate with its band where nobody measured", () => {
    const estimated = { ...combined(1), outputTokensPerSecond: estimate } as Throughput;
    const note = "Estimated, not measured: 702 to 1,700 tok/s. Roofline, 21 Nov 2026.";
    expect(basisOf(estimated)).toEqual({ evidence: "estimated", note });
    expect(basisOf(combined(1))).toEqual({ evidence: "assumed", note: "Assumed, not measured." });
    expect(basisOf(split(5, 1))).toEqual({ evidence: "assumed", note: "Assumed, not measured." });
  });

  it("stands beside the rate of the iceberg, and among the inputs of a line", () => {
    for (const [throughput, note] of [
      [measuredFront, pointText],
      [
        { ...combined(1), outputTokensPerSecond: estimate } as Throughput,
        "Estimated, not measured: 702 to 1,700 tok/s",
      ],
    ] as const) {
      const plan = planWith(throughput);
      const projection = project(plan);
      const view = icebergView(
        { plan, planId: "p", projection },
        { optionId: "cloud", againstId: null, workloadId: "chat", month: 0, busyFraction: null },
      );
      const rate = view?.division.table.rows.find(({ id }) => id === "rate")?.cells[1];
      expect(rate?.note).toContain(note);
      const [option] = projection.options;
      const line = option?.lines.find(({ id }) => id === "rental");
      if (!option || !line) throw new Error("The plan has no rental");
      const { inputs } = explainLine({
        planId: "p",
        plan,
        basePlan: plan,
        option,
        line,
        view: "cash",
        amount: 1,
      });
      const said = inputs.map((input) => `${input.value} ${input.note ?? ""}`).join("\n");
      expect(said).toContain(note);
    }
  });
});
