import { describe, expect, it } from "vitest";
import { throughput } from "@/lib/schemas/throughput";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { testPlan } from "@/lib/testing/plan";
import { estimateAnswer } from "@/lib/views/throughput-estimate";
import { assumed } from "../provenance";
import { askedFor, estimatedThroughput } from "./estimate";

const workload = testPlan().workloads.find(
  (row): row is InferenceWorkload => row.kind === "inference",
) as InferenceWorkload;

describe("an estimate in the form", () => {
  it("begins with the workload's lengths, cached input left out, and the smallest replica that holds the model", () => {
    const half = { ...workload, cachedInputFraction: assumed(0.5) };
    const given = { workload: half, accelerator: "NVIDIA H200 SXM", model: "Llama 3.1 405B" };
    const asked = askedFor(given);
    expect(asked).toMatchObject({
      modelId: "llama-3.1-405b",
      acceleratorId: "nvidia-h200-sxm",
      acceleratorsPerReplica: 4,
      inputTokens: (workload.inputTokensPerRequest.value ?? 0) / 2,
    });
    expect(askedFor({ ...given, model: "Llama 3.1 8B" }).acceleratorsPerReplica).toBe(1);
    expect(askedFor({ ...given, model: "Something of ours" }).modelId).toBe("");
  });

  it("counts reasoning among the output only while it is on", () => {
    const asked = (isOn: boolean) =>
      askedFor({
        workload: { ...workload, reasoningRatio: assumed(3), reasoning: { isOn } },
        accelerator: "",
        model: "",
      }).outputTokens;
    expect(asked(true)).toBe(3 * asked(false));
  });

  it("gives a row that the plan takes, estimated and dated", () => {
    const asked = askedFor({ workload, accelerator: "NVIDIA H200 SXM", model: "gpt-oss-120b" });
    const answer = estimateAnswer(asked);
    if (answer.kind !== "answer") throw new Error(answer.text);
    const row = estimatedThroughput(workload, asked, answer);
    expect(throughput.safeParse(row).success).toBe(true);
    expect(row).toMatchObject({
      basis: "combined",
      modelName: "gpt-oss-120b",
      workloadId: workload.id,
      outputTokensPerSecond: { evidence: "estimated", source: expect.stringContaining("roofline") },
    });
  });
});
