import { describe, expect, it } from "vitest";
import { catalogRecord } from "@/lib/catalog/schema";
import { findAcceleratorName } from "./accelerator-names";
import { readSkypilot } from "./skypilot";

const info = (count: number) =>
  `"{'Gpus': [{'Name': 'H100', 'Manufacturer': 'NVIDIA', 'Count': ${count}, 'MemoryInfo': {'SizeInMiB': 81920}}], 'TotalGpuMemoryInMiB': 0}"`;
const head =
  "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,GpuInfo,Price,SpotPrice,Region,AvailabilityZone";
const line = (
  cells: Partial<
    Record<"name" | "accelerator" | "count" | "info" | "price" | "spot" | "zone", string>
  >,
) =>
  [
    cells.name ?? "p5.48xlarge",
    cells.accelerator ?? "H100",
    cells.count ?? "8.0",
    "192.0,2048.0",
    cells.info ?? info(8),
    cells.price ?? "55.04",
    cells.spot ?? "",
    "us-east-1",
    cells.zone ?? "az1",
  ].join(",");

function read(...lines: string[]) {
  const reading = readSkypilot([head, ...lines].join("\n"), {
    provider: "aws",
    observedOn: "2026-05-08",
  });
  if (!reading.ok) throw new Error(reading.message);
  return reading.value;
}

describe("SkyPilot's machines", () => {
  it("divides the price of an instance by its accelerators", () => {
    const [price] = read(line({ spot: "18.73" })).accepted;
    expect(price).toMatchObject({
      key: "p5.48xlarge us-east-1 az1",
      row: 2,
      kind: "cloud-rental",
      subject: { accelerator: "NVIDIA H100 SXM", provider: "AWS", region: "us-east-1" },
      currency: "USD",
      evidence: "list",
      date: "2026-05-08",
      figures: {
        rate: { unit: "moneyPerAcceleratorHour", value: 6.88 },
        spotRate: { unit: "moneyPerAcceleratorHour", value: 2.34125 },
        acceleratorsPerInstance: { unit: "count", value: 8 },
      },
    });
    const { key: _, row: __, currency: ___, ...record } = price ?? { key: "" };
    expect(catalogRecord.safeParse(record).success).toBe(true);
  });

  it("takes a spot price equal to the price as no discount, and an empty one as none", () => {
    const { accepted } = read(line({ spot: "55.04" }), line({ zone: "az2" }));
    expect(accepted.map(({ figures }) => figures.spotRate)).toEqual([undefined, undefined]);
    expect(accepted[0]?.note).toBe("55.04 an hour for 8 accelerators. No discount on spot here.");
  });

  it("keeps one row for each zone, under the same ids each time", () => {
    const text = [line({ spot: "18" }), line({ spot: "30", zone: "az2" })];
    const ids = read(...text).accepted.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(read(...text)).toEqual(read(...text));
    expect(read(...text.toReversed()).accepted.map(({ id }) => id)).toEqual(ids.toReversed());
  });

  it.each<[string, Parameters<typeof line>[0], string]>([
    ["an instance counted as one", { count: "1", info: info(1) }, "dearer than any accelerator"],
    ["a count that its GpuInfo contradicts", { count: "4" }, "its GpuInfo 8"],
    ["spot above the price", { spot: "60" }, "above its price"],
    [
      "an accelerator that nobody knows",
      { accelerator: "Z900" },
      "no accelerator that the catalog knows",
    ],
    ["a price of nothing", { price: "0" }, "costs nothing"],
    ["a price next to nothing", { price: "0.01" }, "cheaper than any"],
  ])("keeps back %s", (_, cells, words) => {
    const { accepted, suspicious } = read(line(cells));
    expect(accepted).toEqual([]);
    expect(suspicious[0]?.reason).toContain(words);
  });

  it.each<[string, string, string]>([
    ["a machine of processors", line({ accelerator: "", count: "0" }), "AcceleratorName"],
    ["an empty price", line({ price: "" }), "Price"],
    ["a negative price", line({ price: "-1" }), "Price"],
    ["a decimal comma", line({ price: '"55,04"' }), "Price"],
    ["an infinite price", line({ price: "1e400" }), "Price"],
    ["a part of an accelerator", line({ count: "0.5" }), "AcceleratorCount"],
    ["no count", line({ count: "" }), "AcceleratorCount"],
    ["a spot price that is none", line({ spot: "n/a" }), "SpotPrice"],
    ["no name", line({ name: "" }), "InstanceType"],
    ["a ragged row", `${line({})},more`, ""],
    ["a short row", "p5.48xlarge,H100", ""],
  ])("refuses %s, with row, value and mend", (_, text, field) => {
    const { refused } = read(line({ zone: "az9" }), text);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ row: 3, field });
    expect(refused[0]?.mend).not.toBe("");
  });

  it("refuses a line that stands twice, and keeps back one that stands there otherwise", () => {
    expect(read(line({}), line({})).refused[0]?.reason).toBe("It is the same line as 2.");
    expect(read(line({}), line({ price: "60" })).suspicious[0]?.reason).toContain("Line 2");
  });

  it.each<[string, string, string]>([
    ["nothing", "", "It has: nothing"],
    [
      "another table",
      "AcceleratorName,Clouds\nA10,x",
      "has no InstanceType, AcceleratorCount, Price, Region",
    ],
    ["a column twice", `${head},Price\n`, "names the column Price twice"],
    ["an open quote", `"${head}`, "has no InstanceType"],
    ["too much", "a".repeat(21_000_000), "MB"],
    ["too many rows", `${head}\n${"a\n".repeat(200_001)}`, "200001 rows"],
  ])("does not read %s, and says why", (_, text, words) => {
    const reading = readSkypilot(text, { provider: null, observedOn: "2026-05-08" });
    expect(reading.ok ? "" : reading.message).toContain(words);
  });

  it("reads columns in any order, after a byte order mark, and without a provider", () => {
    const text =
      "\uFEFFPrice,Region,InstanceType,AcceleratorCount,AcceleratorName\r\n23.6,eu,m,8,H100\r\n";
    const reading = readSkypilot(text, { provider: null, observedOn: "2026-05-08" });
    const [price] = reading.ok ? reading.value.accepted : [];
    expect(price?.figures.rate?.value).toBe(2.95);
    expect(price?.subject.provider).toBeUndefined();
  });
});

describe("names of accelerators", () => {
  it.each([
    ["H100", "p5.48xlarge", "NVIDIA H100 SXM", 1],
    ["H100", "gpu_1x_h100_pcie", "NVIDIA H100 PCIe", 1],
    ["H100-NVLINK", "x", "NVIDIA H100 SXM", 1],
    ["H100-MEGA", "a3-megagpu-8g", "NVIDIA H100 SXM", 1],
    ["H200-SXM", "x", "NVIDIA H200 SXM", 1],
    ["A100", "x", "NVIDIA A100 40 GB", 1],
    ["A100-80GB-SXM", "x", "NVIDIA A100 SXM 80 GB", 1],
    ["RTX6000-Ada", "x", "NVIDIA RTX 6000 Ada", 1],
    ["RTX6000Ada", "x", "NVIDIA RTX 6000 Ada", 1],
    ["V100-32GB", "x", "NVIDIA V100 32 GB", 1],
    ["tpu-v5litepod", "x", "Google TPU v5e", 1],
    ["tpu-v6e-8", "TPU-VM", "Google TPU v6e", 8],
    ["tpu-v5p-8", "TPU-VM", "Google TPU v5p", 4],
    ["Gaudi HL-205", "dl1.24xlarge", "Intel Gaudi HL-205", 1],
  ])("knows %s of %s", (spelled, instance, name, each) => {
    expect(findAcceleratorName(spelled, instance)).toEqual({ name, each });
  });

  it("knows nothing that objects have of themselves", () => {
    for (const name of ["constructor", "__proto__", "", "H900", "tpu-v5p-0", "tpu-v5p-3"])
      expect(findAcceleratorName(name, "")).toBeNull();
  });
});
