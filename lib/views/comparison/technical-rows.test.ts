import { expect, it } from "vitest";
import type { TechnicalOffer } from "@/lib/schemas/technical-review";
import { technicalChoices, technicalColumns, technicalRows } from "./technical-rows";

const offer = (part: Partial<TechnicalOffer>): TechnicalOffer => ({
  ...{ optionId: "a", optionName: "Own servers", quoteId: "q1" },
  ...{ supplierName: "Oriel", number: "Q-1", revision: 1, servers: 4 },
  ...{ accelerator: "H200", acceleratorsPerServer: 8, serverPowerKilowatts: 10 },
  ...{ leadTimeMonths: 3, rackUnits: null, warrantyMonths: null, validUntil: null },
  ...{ plannedPower: null, plannedLeadTime: null },
  ...{ incoterm: null, throughput: null, lines: [] },
  ...part,
});
const namesOf = (offers: readonly TechnicalOffer[]) =>
  technicalColumns(offers).map(({ name }) => name);

it("names an offer by its supplier, and by more where that is not enough", () => {
  const stavra = offer({ optionId: "s", quoteId: "q2", supplierName: "Stavra" });
  const other = offer({ optionId: "b", quoteId: "q3", number: "Q-2" });
  const again = offer({ optionId: "c", optionName: "Bigger servers" });
  const alike = offer({ optionId: "d" });
  expect(namesOf([offer({}), stavra])).toEqual(["Oriel", "Stavra"]);
  expect(namesOf([offer({}), other])).toEqual(["Oriel Q-1", "Oriel Q-2"]);
  expect(namesOf([offer({}), again])).toEqual([
    "Oriel Q-1, Own servers",
    "Oriel Q-1, Bigger servers",
  ]);
  expect(new Set(namesOf([offer({}), alike])).size).toBe(2);
  expect(new Set(technicalColumns([offer({}), again]).map(({ optionId }) => optionId)).size).toBe(
    2,
  );
});

it("gives a quote that two options use to be scored once", () => {
  const offers = [offer({}), offer({ optionId: "c", optionName: "Bigger" })];
  expect(technicalChoices(offers)).toEqual([{ quoteId: "q1", name: "Oriel" }]);
});

it("says of power and lead time that the supplier said none, and what the plan has then", () => {
  const cellOf = (part: Partial<TechnicalOffer>, id: string) =>
    technicalRows([offer(part)])
      .flatMap(({ rows }) => rows)
      .find((row) => row.id === id)?.cells[0];
  const silent = { serverPowerKilowatts: 14.3, plannedPower: "assumed" as const };
  expect(cellOf(silent, "power")).toMatchObject({
    ...{ text: "not said; the plan assumes 14.3 kW", tone: "muted", evidence: "assumed" },
  });
  expect(cellOf({ plannedLeadTime: "measured" }, "leadTime")?.text).toBe(
    "not said; the plan has 3 months",
  );
  expect(cellOf({}, "power")).toMatchObject({ text: "10 kW", evidence: undefined });
  const neither = { serverPowerKilowatts: null, plannedPower: "assumed" as const };
  expect(cellOf(neither, "power")).toEqual({ text: "not said", sort: null, tone: "muted" });
});
