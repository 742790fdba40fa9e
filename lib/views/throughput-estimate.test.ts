import { describe, expect, it } from "vitest";
import { throughput } from "@/lib/schemas/throughput";
import {
  acceleratorIdOf,
  type EstimateQuestion,
  estimateAccelerators,
  estimateAnswer,
  estimateModels,
  modelIdOf,
} from "./throughput-estimate";

const question: EstimateQuestion = {
  modelId: "llama-3.1-70b",
  acceleratorId: "nvidia-h200-sxm",
  acceleratorsPerReplica: 2,
  format: "fp8",
  inputTokens: 1024,
  outputTokens: 1024,
  targetMilliseconds: 25,
};

describe("throughput estimate in words", () => {
  it("answers with a rate, what it rests on and a figure that a plan takes", () => {
    const answer = estimateAnswer(question);
    if (answer.kind !== "answer") throw new Error(answer.text);
    expect(answer.rate).toMatch(/^[\d,]+ tok\/s a replica$/);
    expect(answer.lines[0]).toMatch(
      /^\d+ requests at once, 2[45](\.\d)? ms an output token, about [\d,]+ ms to the first\.$/,
    );
    expect(answer.lines[1]).toContain("half the time within 13%, and nine times in ten within 42%");
    const { value, low, high, evidence } = answer.figure;
    expect(evidence).toBe("estimated");
    expect((low ?? 0) / (value ?? 0)).toBeCloseTo(1 - 0.416, 2);
    expect((high ?? 0) / (value ?? 0)).toBeCloseTo(1 + 0.416, 2);
    const row = {
      workloadId: "claims",
      modelName: answer.model,
      accelerator: answer.accelerator,
      precision: answer.precision,
      servingEngine: "",
      conditions: answer.conditions,
      acceleratorsPerReplica: { value: 2, evidence: "assumed" },
      basis: "combined",
      outputTokensPerSecond: answer.figure,
    };
    expect(throughput.safeParse(row).success).toBe(true);
  });

  it("refuses in words what does not fit, is too slow or is not known", () => {
    const refusal = (change: Partial<EstimateQuestion>) => {
      const answer = estimateAnswer({ ...question, ...change });
      return answer.kind === "refusal" ? answer.text : "";
    };
    expect(refusal({ modelId: "kimi-k2" })).toMatch(/^It does not fit: [\d,]+ GB of weights/);
    expect(refusal({ targetMilliseconds: 1 })).toMatch(/^One request alone takes [\d.]+ ms/);
    expect(refusal({ modelId: "" })).toBe("Choose a model and an accelerator.");
  });

  it("knows the names that stand in plans", () => {
    expect(modelIdOf("Llama 3.1 70B")).toBe("llama-3.1-70b");
    expect(acceleratorIdOf("NVIDIA H200 SXM")).toBe("nvidia-h200-sxm");
    expect(modelIdOf("Something of ours")).toBe("");
    expect(estimateModels.length).toBeGreaterThan(60);
    expect(estimateAccelerators.length).toBeGreaterThan(20);
  });
});
