import { describe, expect, it } from "vitest";
import { acceleratorSpeeds } from "@/lib/catalog/accelerator-speeds";
import { findArchitecture, modelArchitectures } from "@/lib/catalog/model-architectures";
import { estimateThroughput } from "./estimate-throughput";
import { cacheBytes } from "./memory";
import { parametersOf } from "./model-parts";
import type { Deployment } from "./types";

const shape = (name: string) => {
  const found = findArchitecture(name);
  if (!found) throw new Error(`The catalog has no ${name}.`);
  return found.figures;
};

const deploymentOf = (name: string): Deployment => ({
  model: shape(name),
  accelerator: (acceleratorSpeeds[0] as (typeof acceleratorSpeeds)[number]).figures,
  acceleratorsPerReplica: 1,
  attention: "tensor",
  weights: "bf16",
  expertWeights: "bf16",
  inputTokens: 1024,
  outputTokens: 1024,
  concurrency: 1,
  prefill: "together",
});

describe("parts of published models", () => {
  it.each([
    // Billions of parameters as their makers state them.
    ["llama-3.1-8b", 8.03],
    ["llama-3.1-405b", 405.9],
    ["llama-4-maverick", 400],
    ["qwen3-30b-a3b", 30.5],
    ["qwen3.5-397b-a17b", 397],
    ["deepseek-v3", 671],
    ["gpt-oss-120b", 116.8],
    ["kimi-k2", 1026],
    ["glm-5", 744],
    ["glm-4.5-air", 106],
    ["minimax-m2.5", 229],
    ["mixtral-8x22b", 140.6],
    ["nemotron-3-super-120b-a12b", 120],
  ])("count the parameters of %s", (name, billions) => {
    const found = parametersOf(shape(name)) / 1e9;
    expect(Math.abs(found / billions - 1)).toBeLessThan(0.02);
  });

  it.each([
    // Bytes of cache a token in 16 bits.
    ["llama-3.1-8b", 131_072],
    ["llama-3.1-70b", 327_680],
    ["qwen3-235b-a22b", 192_512],
    ["deepseek-v3", 70_272],
    ["minimax-m2.5", 253_952],
    ["gpt-oss-120b", 73_728],
  ])("keep the cache of %s", (name, bytes) => {
    expect(cacheBytes(deploymentOf(name), 1)).toBe(bytes);
  });

  it("give an estimate, or say what does not fit, for each model on each accelerator", () => {
    for (const { names } of modelArchitectures)
      for (const { figures } of acceleratorSpeeds) {
        const deployment = deploymentOf(names[0] ?? "");
        const found = estimateThroughput({ ...deployment, accelerator: figures });
        const values = Object.values(found).filter((value) => typeof value === "number");
        expect(values.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
      }
  });
});
