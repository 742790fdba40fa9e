import { describe, expect, it } from "vitest";
import { noQuoteYet } from "@/lib/schemas/has-quote";
import { enteredOver, quotedOver, requoted } from "./quote";

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

describe("a price typed where the option uses a quote that is kept", () => {
  const textOf = (value: number) => `${value} USD`;
  const quoted = {
    ...{ value: 281_966.5, evidence: "quoted" as const, source: "Fennmark Q-2291 rev 1" },
    ...{ date: "2026-11-12", note: "Converted at 1 EUR = 1.2 USD." },
  };

  it("is the user's own, and says what the quote says", () => {
    const own = enteredOver(quoted, 250_000, textOf);
    expect(own).toEqual({
      ...{ value: 250_000, evidence: "assumed" },
      source: "Own entry, where Fennmark Q-2291 rev 1 says 281966.5 USD",
    });
    expect(enteredOver(own, 240_000, textOf)).toEqual({ ...own, value: 240_000 });
    expect(enteredOver(quoted, 281_966.5, textOf)).toBe(quoted);
  });

  it("is an assumption where the quote gave no price, and unpriced when emptied", () => {
    expect(enteredOver(estimate, 1, textOf)).toEqual({ value: 1, evidence: "assumed" });
    expect(enteredOver(quoted, null, textOf)).toEqual({ value: null, evidence: "assumed" });
  });

  it("follows no corrected number", () => {
    const own = enteredOver(quoted, 250_000, textOf);
    expect(requoted(own, head, { ...head, number: "Q-9" })).toBe(own);
  });
});
