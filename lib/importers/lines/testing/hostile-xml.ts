import { strToU8 } from "fflate";
import { cellsXml, flat, type HostileFile, sheet, value } from "./hostile-file";
import { workbookFile } from "./workbook-file";

const entities =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
export const hostileXml: readonly HostileFile[] = [
  {
    name: "a billion laughs",
    make: () =>
      sheet(cellsXml('<row r="2"><c r="A2" t="inlineStr"><is><t>&c;</t></is></c></row>', entities)),
    expected: { refusal: /declares XML entities/ },
  },
  {
    name: "an external entity",
    make: () =>
      sheet(
        cellsXml(
          '<row r="2"><c r="A2" t="inlineStr"><is><t>&e;</t></is></c></row>',
          '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        ),
      ),
    expected: { refusal: /declares XML entities/ },
  },
  {
    name: "an entity nobody declared",
    make: () => sheet(value('<c r="B2" t="str"><v>&nope;</v></c>')),
    expected: { refusal: /broken XML/ },
  },
  {
    name: "XML that ends early",
    make: () => sheet('<worksheet><sheetData><row r="1"><c r="A1">'),
    expected: { refusal: /broken XML/ },
  },
  {
    name: "tags a hundred thousand deep",
    make: () => sheet(`${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`),
    expected: { lines: 0 },
  },
  {
    name: "a hundred thousand attributes",
    make: () => sheet(`<worksheet ${flat(100_000, (at) => `a${at}="1" `)}/>`),
    expected: { lines: 0 },
  },
  {
    name: "bytes that are no UTF-8",
    make: () =>
      workbookFile({
        sheets: [["L", "x"]],
        parts: {
          "xl/worksheets/sheet1.xml": new Uint8Array([60, 97, 62, 0xff, 0xfe, 60, 47, 97, 62]),
        },
      }),
    expected: { refusal: /broken XML/ },
  },
  {
    name: "a sheet at an address outside",
    make: () =>
      workbookFile({
        sheets: [],
        parts: {
          "xl/workbook.xml": strToU8(
            '<workbook><sheets><sheet name="a" r:id="x"/></sheets></workbook>',
          ),
          "xl/_rels/workbook.xml.rels": strToU8(
            '<Relationships><Relationship Id="x" Type="t/worksheet" Target="http://127.0.0.1/a" TargetMode="External"/></Relationships>',
          ),
        },
      }),
    expected: { refusal: /no such sheet/ },
  },
];
