import { describe, expect, it } from "vitest";
import { throughputFronts } from "@/lib/catalog/throughput-fronts";
import { type Throughput, throughput } from "@/lib/schemas/throughput";
import { assumed } from "../provenance";
import {
  finishedFront,
  rebased,
  throughputEntries,
  throughputFrom,
  throughputFromFront,
  withWhatComesOnTop,
} from "./throughput";

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

describe("a measured front of the catalog", () => {
  it("is taken whole, with its source", () => {
    for (const record of throughputFronts) {
      const row = throughputFromFront(record, "claims");
      expect(throughput.safeParse(row).success, record.id).toBe(true);
      expect(row).toMatchObject({
        basis: "front",
        modelName: record.model,
        front: { points: record.points, source: record.source, date: record.date },
        acceleratorsPerReplica: { value: record.acceleratorsPerReplica, evidence: "measured" },
      });
      expect(rebased(row, "combined")).not.toHaveProperty("front");
    }
  });

  it("is drawn once its numbers are numbers", () => {
    const [record] = throughputFronts;
    const row = record && throughputFromFront(record, "claims");
    if (row?.basis !== "front") throw new Error("The catalog has no front");
    expect(finishedFront(row)).toBe(true);
    const typed = [{ ...row.front.points[0], outputTokensPerSecond: "12x" }] as never;
    expect(finishedFront({ ...row, front: { ...row.front, points: typed } })).toBe(false);
  });
});

describe("another rate in the place of one", () => {
  it("keeps what comes on top of a rate, and drops what the old one included", () => {
    const lever = (reach: "added" | "included") =>
      ({ id: reach, kind: "quantization", speedRatio: assumed(2), reach, isOn: true }) as const;
    const next: Throughput = {
      workloadId: "chat",
      modelName: "Model",
      accelerator: "H200",
      precision: "FP8",
      servingEngine: "vLLM",
      acceleratorsPerReplica: assumed(1),
      basis: "combined",
      outputTokensPerSecond: assumed(100),
    };
    const row = {
      ...next,
      outputTokensPerSecond: assumed(10),
      speedUpPerYearFraction: assumed(0.1),
      levers: [lever("added"), lever("included")],
    };
    expect(withWhatComesOnTop(row, next)).toEqual({
      ...next,
      speedUpPerYearFraction: assumed(0.1),
      levers: [lever("added")],
    });
  });
});
