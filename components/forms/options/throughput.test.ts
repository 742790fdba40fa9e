import { describe, expect, it } from "vitest";
import { throughput } from "@/lib/schemas/throughput";
import { rebased, throughputEntries, throughputFrom } from "./throughput";

describe("throughput of the catalog", () => {
  it("offers what was measured for the model and accelerator, and takes it whole", () => {
    const entries = throughputEntries({
      model: "gpt-oss-120b",
      accelerator: "NVIDIA H200 SXM",
    });
    expect(entries.length).toBeGreaterThan(1);
    for (const entry of entries) {
      const row = throughputFrom(entry.id, "claims");
      expect(throughput.safeParse(row).success).toBe(true);
      expect(row).toMatchObject({ modelName: "gpt-oss-120b", workloadId: "claims" });
    }
  });

  it("changes basis without inventing a rate", () => {
    const [entry] = throughputEntries({ model: "gpt-oss-120b", accelerator: "" });
    const row = throughputFrom(entry?.id ?? "", "claims");
    const split = rebased(row, "split");
    expect(split).toMatchObject({
      basis: "split",
      precision: row.precision,
      prefillTokensPerSecond: { value: null },
      decodeTokensPerSecond: { value: null },
    });
    expect(split).not.toHaveProperty("outputTokensPerSecond");
    expect(throughput.safeParse(split).success).toBe(true);
    expect(rebased(split, "combined")).toMatchObject({ outputTokensPerSecond: { value: null } });
  });
});
