import { describe, expect, it } from "vitest";
import { acceleratorSpeeds, findAccelerator } from "./accelerator-speeds";
import { findArchitecture, modelArchitectures } from "./model-architectures";

describe("shapes of models and speeds of accelerators", () => {
  it("have unique ids and names", () => {
    for (const records of [modelArchitectures, acceleratorSpeeds]) {
      const ids = records.map(({ id }) => id);
      const names = records.flatMap((record) => record.names);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(names).size).toBe(names.length);
      for (const { names } of records)
        for (const name of names) expect(name).toBe(name.toLowerCase());
    }
  });

  it.each([
    ["meta-llama/Llama-3.1-8B-Instruct", "llama-3.1-8b"],
    ["nvidia/Llama-3.1-8B-Instruct-FP8", "llama-3.1-8b"],
    ["meta-llama/Meta-Llama-3.1-70B", "llama-3.1-70b"],
    ["nvidia/DeepSeek-R1-0528-NVFP4-v2", "deepseek-v3"],
    ["Qwen/Qwen3-235B-A22B-Instruct-2507-FP8", "qwen3-235b-a22b"],
    ["mistralai/Mixtral-8x7B-Instruct-v0.1", "mixtral-8x7b"],
    ["MiniMaxAI/MiniMax-M2.5", "minimax-m2.5"],
    ["openai/gpt-oss-120b", "gpt-oss-120b"],
    ["LLAMA3.1_70B", "llama-3.1-70b"],
    ["QWEN3_235B", "qwen3-235b-a22b"],
  ])("finds %s", (name, id) => {
    expect(findArchitecture(name)?.id).toBe(id);
  });

  it("say where each is from, and never take a recollection for a source", () => {
    for (const { id, source, date, evidence } of [...modelArchitectures, ...acceleratorSpeeds]) {
      expect(date <= "2026-11-28", id).toBe(true);
      if (/recalled/i.test(source)) expect(evidence, id).toBe("estimated");
    }
  });

  it("does not take a model or an accelerator for another", () => {
    for (const name of ["someone/Unknown-7B", "Llama-9-70B", ""]) {
      expect(findArchitecture(name)).toBeNull();
      expect(findAccelerator(name)).toBeNull();
    }
  });

  it.each([
    ["h100_sxm", "nvidia-h100-sxm"],
    ["NVIDIA B200 SXM", "nvidia-b200-sxm"],
    ["b300_sxm", "nvidia-b300-sxm"],
    ["gb300", "nvidia-gb300-nvl72"],
    ["MI300X", "amd-mi300x"],
  ])("finds %s", (name, id) => {
    expect(findAccelerator(name)?.id).toBe(id);
  });
});
