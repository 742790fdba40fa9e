import { describe, expect, it } from "vitest";
import { testContent, testHead } from "@/lib/testing/quote";
import { pastedLines } from "./pasted-lines";
import { draftOf, emptyLine, readableContent, readDraft } from "./quote-draft";

describe("the form of a quote", () => {
  it("gives back what it was filled with", () => {
    const draft = draftOf(testHead, testContent());
    expect(readDraft(draft)).toEqual({ head: testHead, content: testContent(), errors: {} });
  });

  it("says which field cannot be read, and counts it as missing until then", () => {
    const draft = draftOf(testHead, testContent());
    const line = { ...emptyLine(), description: "Rack", unitPrice: "about 5" };
    const wrong = { ...draft, lines: [line], head: { ...testHead, number: " " } };
    const { content, errors } = readDraft(wrong);
    expect(content).toBeNull();
    expect(Object.keys(errors).sort()).toEqual(["head.number", "lines.0.unitPrice"]);
    expect(readableContent(wrong).lines[0]?.unitPrice).toBeNull();
  });
});

describe("rows from a spreadsheet", () => {
  it("go by their heads, or by their places", () => {
    const headed = pastedLines(
      "Part\tDescription\tQty\tUnit price\r\nA-1\tSwitch\t2\t1,200.50\r\n",
    );
    expect(headed).toMatchObject([
      { partNumber: "A-1", description: "Switch", quantity: "2", unitPrice: "1,200.50" },
    ]);
    expect(pastedLines("Switch\t2\t1200\nCable\t10\t35")).toMatchObject([
      { description: "Switch", quantity: "2", unitPrice: "1200" },
      { description: "Cable", quantity: "10", unitPrice: "35" },
    ]);
    expect(pastedLines("just words")).toBeNull();
  });
});
