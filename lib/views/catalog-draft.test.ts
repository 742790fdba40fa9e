import { describe, expect, it } from "vitest";
import { fieldsOfKind } from "@/lib/catalog/fields-of-kind";
import { recordOf } from "@/lib/catalog/find";
import { catalogRecords } from "@/lib/catalog/index";
import { catalogRecord } from "@/lib/catalog/schema";
import {
  type DraftReading,
  draftOf,
  draftOver,
  emptyDraft,
  readDraft,
  withinRange,
} from "./catalog-draft";

const today = "2026-11-28";
const shared = recordOf("cloud-h100");
const about = { id: shared.id, fields: fieldsOfKind(shared.kind), shared };
const recordFrom = (read: DraftReading) => {
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return catalogRecord.parse(read.record);
};

describe("a record as it is edited", () => {
  it("lies over the shared one: what differs has the new source, the rest keeps the old one", () => {
    const draft = draftOver(shared, today);
    const rate = { value: 2.1, low: null, high: null };
    const record = recordFrom(
      readDraft({ ...draft, source: "Our contract", figures: { ...draft.figures, rate } }, about),
    );
    expect(record).toMatchObject({ id: "cloud-h100", source: "Our contract", date: today });
    expect(record.figures.rate).toEqual({ unit: "moneyPerAcceleratorHour", value: 2.1 });
    expect(record.figures.acceleratorsPerInstance).toMatchObject({
      value: shared.figures.acceleratorsPerInstance?.value,
      source: shared.source,
      evidence: shared.evidence,
      date: shared.date,
    });
  });

  it("drops the old range where a new value lies outside of it", () => {
    const figure = { value: 2.1, low: 2.4, high: 6.88 };
    const without = withinRange(figure);
    expect(without).toEqual({
      ...{ value: 2.1, low: null, high: null },
      leftOut: { low: 2.4, high: 6.88 },
    });
    expect(withinRange({ ...without, value: 2.9 })).toEqual({ ...figure, value: 2.9 });
    expect(withinRange({ ...without, value: 9 })).toMatchObject({ value: 9, low: null });
    expect(withinRange({ ...without, value: 2.9, low: 2.5 })).toMatchObject({
      low: 2.5,
      high: null,
    });
    expect(withinRange({ ...figure, value: 3 })).toEqual({ ...figure, value: 3 });
    expect(withinRange({ ...figure, value: "2,x" })).toEqual({ ...figure, value: "2,x" });
  });

  it("says which field is wrong", () => {
    const draft = {
      ...emptyDraft("api-price", today),
      ...{ url: "example.com", date: "" },
      figures: {
        inputPrice: { value: "3,x", low: null, high: null },
        outputPrice: { value: 3, low: 4, high: null },
      },
    };
    const read = readDraft(draft, { id: "own-1", fields: fieldsOfKind("api-price"), shared: null });
    expect(read).toEqual({
      ok: false,
      issues: {
        label: "Name the entry.",
        source: "Say where the figures are from.",
        url: "Start the address with https://.",
        date: "Give the day on which it was seen.",
        "figures.inputPrice": "“3,x” is no number.",
        "figures.outputPrice": "The value lies outside of its range.",
      },
    });
    const empty = { ...emptyDraft("api-price", today), label: "X", source: "Y" };
    expect(readDraft(empty, { id: "own-1", fields: [], shared: null })).toMatchObject({
      issues: { figures: "Enter at least one figure." },
    });
  });

  it("reads every shared record's own draft back as a record of the catalog", () => {
    for (const record of catalogRecords) {
      const read = recordFrom(
        readDraft(draftOf(record), {
          ...{ id: record.id, fields: fieldsOfKind(record.kind), shared: record },
        }),
      );
      expect(Object.keys(read.figures).toSorted()).toEqual(Object.keys(record.figures).toSorted());
      expect(read.subject).toEqual(record.subject);
    }
  });
});
