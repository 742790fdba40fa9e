import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { read } from "./read-sheets";

const workbook = '<workbook><sheets><sheet name="Offer" r:id="rId1"/></sheets></workbook>';
const relations =
  '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';
const file = (sheet: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    "xl/workbook.xml": strToU8(workbook.replace("<workbook", '<workbook xmlns:r="r"')),
    "xl/_rels/workbook.xml.rels": strToU8(relations),
    "xl/worksheets/sheet1.xml": strToU8(sheet),
    ...more,
  });
const sheetOf = (cells: string) =>
  `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
const cellsOf = (cells: string, more = {}) => read(file(sheetOf(cells), more)).sheets[0]?.cells;

describe("a workbook", () => {
  it("gives shared and inline texts, numbers, and what a formula came to", () => {
    const strings = strToU8(
      "<sst><si><r><t>Un</t></r><r><t>it</t></r><rPh><t>x</t></rPh></si></sst>",
    );
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>a &amp; b</t></is></c>' +
      '<c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="e"><v>#REF!</v></c><c r="E1"/>';
    expect(cellsOf(cells, { "xl/sharedStrings.xml": strings })).toEqual({
      A1: { kind: "text", text: "Unit" },
      B1: { kind: "text", text: "a & b" },
      C1: { kind: "number", text: "2" },
      D1: { kind: "error", text: "#REF!" },
    });
  });

  it("takes no name of the file for one of its own", () => {
    expect(cellsOf('<c r="__proto__"><v>1</v></c><c r="A1"><v>1</v></c>')).toEqual({
      A1: { kind: "number", text: "1" },
    });
  });

  it.each([
    ["no archive", strToU8("number,price\n1,2\n")],
    ["an empty file", new Uint8Array()],
    ["an archive of something else", zipSync({ "a.txt": strToU8("a") })],
    ["broken XML", file("<worksheet><sheetData>")],
    [
      "entities",
      file(
        `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${sheetOf('<c r="A1"><v>&b;</v></c>')}`,
      ),
    ],
    ["half a file", file(sheetOf("")).slice(0, 200)],
  ])("refuses %s in words", (_what, bytes) => {
    expect(() => read(bytes)).toThrow(/no Excel workbook/);
  });

  it("refuses what grows past all measure", () => {
    const bomb = new Uint8Array(9 * 1024 * 1024).fill(32);
    expect(() => read(file(sheetOf(""), { "xl/worksheets/sheet1.xml": bomb }))).toThrow(
      /far larger than a filled-in template/,
    );
    const parts = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`a${index}`, bomb.slice(0, 1)]),
    );
    expect(() => read(file(sheetOf(""), parts))).toThrow(/far larger/);
  });
});
