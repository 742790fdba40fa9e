import { describe, expect, it } from "vitest";
import { recordOf } from "@/lib/catalog/find";
import { newerFigures, ownRecordIds, takenRecordIds } from "@/lib/catalog/newer-figures";
import type { OwnRecord } from "@/lib/catalog/own-record";
import { starterPlan } from "@/lib/catalog/starter-plan";
import { catalogVersion } from "@/lib/catalog/version";
import { withValueAt } from "@/lib/schemas/merge";
import { answerChange, newerRows, pinnedText, withNewer } from "./newer-figures";
import { noEffect } from "./newer-words";

const plan = starterPlan({
  templateId: "support-chatbot",
  name: "Chatbot",
  startMonth: "2027-01",
});
const cloud = plan.options.find((option) => option.kind === "cloud");
const recordId = cloud?.rate.catalog?.entry.replace(/\.rate$/, "") ?? "";

function ownRate(value: number | null, more: Partial<OwnRecord> = {}): OwnRecord {
  const shared = recordOf(recordId);
  const rate = { unit: "moneyPerAcceleratorHour" as const, value };
  const record = {
    ...{ ...shared, source: "Our contract", date: "2026-11-01" },
    figures: { ...shared.figures, rate },
  };
  return {
    ...{ record, shared, origin: "entered", version: 4, removed: false, authorName: null },
    updatedAt: "2026-11-01T00:00:00.000Z",
    ...more,
  };
}

describe("figures that a plan took from the catalog", () => {
  it("say which entry and version they are of, and nothing is newer at first", () => {
    expect(cloud?.rate.catalog).toEqual({
      ...{ entry: `${recordId}.rate`, kind: "cloud-rental" },
      ...{ value: cloud?.rate.value, version: catalogVersion() },
    });
    expect(takenRecordIds(plan)).toContain(recordId);
    expect(ownRecordIds(plan, [])).toEqual([]);
    expect(newerFigures(plan, [])).toEqual([]);
  });

  it("are newer where the organization's entry says otherwise, wherever it was taken", () => {
    const newer = newerFigures(plan, [ownRate(1.5)]);
    expect(newer.map(({ path }) => path).toSorted()).toEqual([
      "options.api.trainingRate",
      "options.cloud.rate",
    ]);
    const [first] = newer;
    expect(first).toMatchObject({
      ...{ isOwn: true, currency: "USD", to: { value: 1.5, source: "Our contract" } },
    });
    expect(first?.to.catalog).toMatchObject({ value: 1.5, version: "own.4" });
  });

  it("are newer where the shared catalog has another value than was taken", () => {
    const taken = { ...cloud?.rate, value: 9, catalog: { ...cloud?.rate.catalog, value: 9 } };
    const old = withValueAt(plan, "options.cloud.rate", taken);
    expect(newerFigures(old, [])).toMatchObject([
      { path: "options.cloud.rate", from: { value: 9 }, to: { value: cloud?.rate.value } },
    ]);
  });

  it("are not newer once typed over, unpriced, taken back, or in another currency", () => {
    const typed = withValueAt(plan, "options.cloud.rate", { ...cloud?.rate, value: 3 });
    const paths = (newer: ReturnType<typeof newerFigures>) => newer.map(({ path }) => path);
    expect(paths(newerFigures(typed, [ownRate(1.5)]))).toEqual(["options.api.trainingRate"]);
    expect(newerFigures(plan, [ownRate(null)])).toEqual([]);
    expect(newerFigures(plan, [ownRate(1.5, { removed: true })])).toEqual([]);
    const euros = { ...plan, currency: "EUR" };
    expect(newerFigures(euros, [ownRate(1.5)])).toEqual([]);
  });
});

describe("what newer figures would change", () => {
  const newer = newerFigures(plan, [ownRate(0.4)]);

  it("is said for each of them alone, with its source", () => {
    const rows = newerRows(plan, newer);
    const rate = rows.find(({ path }) => path === "options.cloud.rate");
    expect(rate).toMatchObject({ to: "0.40 $/accelerator-h", source: "Our contract, 1 Nov 2026" });
    expect(rate?.label).toBe(`${cloud?.name}: Rental`);
    expect(rate?.effect).toMatch(/^.+: \$[\d.]+[MKk]? → \$[\d.]+[MKk]? \(−\d+(\.\d)?%\)/);
    const training = rows.find(({ path }) => path === "options.api.trainingRate");
    expect(training?.effect).toBe(noEffect);
  });

  it("is said of all that is ticked together", () => {
    expect(answerChange(plan, [])).toMatchObject({ isSame: true });
    expect(answerChange(plan, newer).isSame).toBe(false);
    expect(newerFigures(withNewer(plan, newer), [ownRate(0.4)])).toEqual([]);
    expect(pinnedText(plan, [catalogVersion()])).toMatch(
      /^Figures of this plan were taken from the catalog of \d+ \w+ 2026\.$/,
    );
    expect(pinnedText(plan, ["own.3"])).toContain("own entries");
  });
});
