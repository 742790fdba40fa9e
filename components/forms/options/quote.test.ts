import { describe, expect, it } from "vitest";
import { noQuoteYet } from "@/lib/schemas/has-quote";
import { quotedOver, requoted } from "./quote";

const head = { supplierName: "Fennmark", number: "Q-2291", quotedOn: "2026-11-12" };
const estimate = {
  value: 277_898,
  evidence: "estimated",
  source: "A study",
  url: "https://example.com",
  date: "2026-04-17",
} as const;

describe("a price in a quote", () => {
  it("is quoted by the supplier, on the quote's day", () => {
    expect(quotedOver(estimate, 318_400, head)).toEqual({
      value: 318_400,
      evidence: "quoted",
      source: "Fennmark Q-2291",
      date: "2026-11-12",
    });
  });

  it("is an assumption while there is no quote, and unpriced when emptied", () => {
    expect(quotedOver(estimate, 300_000, { ...head, supplierName: noQuoteYet })).toEqual({
      value: 300_000,
      evidence: "assumed",
    });
    expect(quotedOver(estimate, null, head)).toEqual({ value: null, evidence: "assumed" });
    expect(quotedOver(estimate, 277_898, head)).toBe(estimate);
  });

  it("follows a corrected number, and leaves figures of another source alone", () => {
    const now = { ...head, number: "Q-2291 rev 3" };
    const quoted = quotedOver(estimate, 318_400, head);
    expect(requoted(quoted, head, now)).toMatchObject({ source: "Fennmark Q-2291 rev 3" });
    expect(requoted(estimate, head, now)).toBe(estimate);
  });

  it("takes the supplier that is named after the price", () => {
    const nameless = { supplierName: "", number: "", quotedOn: "2026-11-12" };
    const quoted = quotedOver(estimate, 318_400, nameless);
    expect(quoted).not.toHaveProperty("source");
    expect(requoted(quoted, nameless, head)).toMatchObject({ source: "Fennmark Q-2291" });
  });
});
