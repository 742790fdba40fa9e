import { describe, expect, it } from "vitest";
import { project } from "@/lib/engine/index";
import type { CatalogKind } from "@/lib/schemas/catalog-kind";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import { testPlan } from "@/lib/testing/plan";
import { catalogFigure } from "./find";
import { catalogRecords } from "./index";
import type { CatalogRecord } from "./schema";

/** Every family that a plan can be made of, by the names of its accelerators. */
const families: readonly (readonly [family: string, accelerator: RegExp, kind: CatalogKind])[] = [
  ["NVIDIA H100", /^NVIDIA H100/, "cloud-rental"],
  ["NVIDIA H200", /^NVIDIA H200/, "cloud-rental"],
  ["NVIDIA B200", /^NVIDIA B200/, "cloud-rental"],
  ["NVIDIA B300", /^NVIDIA B300/, "cloud-rental"],
  ["NVIDIA GB200", /^NVIDIA GB200/, "cloud-rental"],
  ["NVIDIA GB300", /^NVIDIA GB300/, "cloud-rental"],
  ["Google TPU v5e", /^Google TPU v5e/, "cloud-rental"],
  ["Google TPU v5p", /^Google TPU v5p/, "cloud-rental"],
  ["Google TPU v6e", /^Google TPU v6e/, "cloud-rental"],
  ["Google TPU v7 Ironwood", /^Google TPU v7/, "cloud-rental"],
  ["AWS Inferentia2", /^AWS Inferentia2/, "cloud-rental"],
  ["AWS Trainium 1", /^AWS Trainium$/, "cloud-rental"],
  ["AWS Trainium 2", /^AWS Trainium2/, "cloud-rental"],
  ["Groq LPU", /^Groq LPU/, "api-price"],
  ["AMD MI300X", /^AMD Instinct MI300X/, "cloud-rental"],
  ["AMD MI325X", /^AMD Instinct MI325X/, "cloud-rental"],
  ["AMD MI355X", /^AMD Instinct MI355X/, "cloud-rental"],
  ["Apple", /^Apple/, "edge-device"],
  ["Qualcomm", /^Qualcomm/, "edge-device"],
];

/** Known, with no price that could be read or recalled: a quote makes it usable. */
const unpriced: readonly (readonly [family: string, accelerator: RegExp])[] = [
  ["AWS Trainium 3", /^AWS Trainium3/],
];

const providers: readonly (readonly [name: string, kind: CatalogKind])[] = [
  ["Baseten", "api-price"],
  ["DeepInfra", "api-price"],
  ["Fireworks", "api-price"],
  ["Together", "api-price"],
  ["CoreWeave", "cloud-rental"],
  ["Nebius", "cloud-rental"],
  ["Nscale", "api-price"],
];

const priceOf = {
  "cloud-rental": "rate",
  "api-price": "outputPrice",
  "edge-device": "devicePrice",
} as const;
const priceField = (kind: CatalogKind) =>
  kind in priceOf ? priceOf[kind as keyof typeof priceOf] : "";
const isPriced = ({ kind, figures }: CatalogRecord) => (figures[priceField(kind)]?.value ?? 0) > 0;
const recordsOf = (kind: CatalogKind) => catalogRecords.filter((record) => record.kind === kind);

/** A plan whose cloud option rents what the record says, at its price. */
function statusWith({ id, subject, figures }: CatalogRecord) {
  const plan = testPlan();
  const cloud = plan.options.find((option): option is CloudOption => option.kind === "cloud");
  if (!cloud) throw new Error("the test plan rents nothing");
  const size = figures.acceleratorsPerInstance;
  const option: CloudOption = {
    ...cloud,
    accelerator: subject.accelerator ?? "",
    rate: catalogFigure(`${id}.rate`),
    ...(size ? { acceleratorsPerInstance: catalogFigure(`${id}.acceleratorsPerInstance`) } : {}),
  };
  const { options } = project({ ...plan, options: [option] });
  return options[0]?.status;
}

describe("completeness of the catalog", () => {
  it.each(families)("prices %s", (_, accelerator, kind) => {
    const usable = recordsOf(kind).filter(
      (record) => accelerator.test(record.subject.accelerator ?? "") && isPriced(record),
    );
    expect(usable.length).toBeGreaterThan(0);
  });

  it.each(unpriced)("knows %s and says to enter a quote", (_, accelerator) => {
    const known = recordsOf("cloud-rental").filter(({ subject }) =>
      accelerator.test(subject.accelerator ?? ""),
    );
    expect(known.map(({ note }) => note)).toEqual([expect.stringContaining("enter a quote")]);
    expect(known.map(statusWith)).toEqual(["incomplete"]);
  });

  it.each(providers)("has a price of %s", (name, kind) => {
    const offers = recordsOf(kind).filter(
      (record) => record.subject.provider === name && isPriced(record),
    );
    expect(offers.length).toBeGreaterThan(0);
  });

  it.each(
    recordsOf("cloud-rental")
      .filter(isPriced)
      .map((record) => [record.id, record] as const),
  )("computes a plan that rents %s", (_, record) => {
    expect(statusWith(record)).toBe("complete");
  });

  it("never takes a recollection for a list price", () => {
    for (const { id, source, evidence, note } of catalogRecords)
      if (/recalled, not read$/.test(source)) {
        expect([id, evidence]).toEqual([id, "estimated"]);
        expect([id, note]).toEqual([id, expect.stringMatching(/ask for a quote/)]);
      }
  });
});
