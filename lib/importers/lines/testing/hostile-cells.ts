import { cellsXml, flat, type HostileFile, heads, row, sheet, text, value } from "./hostile-file";
import { oneSheet, workbookFile } from "./workbook-file";

const formula = (inner: string) => value(`<c r="B2">${inner}</c>`);
export const hostileCells: readonly HostileFile[] = [
  {
    name: "formulas with what they came to",
    make: () => sheet(formula("<f>1+1</f><v>2</v>")),
    expected: { lines: 1 },
  },
  {
    name: "formulas alone",
    make: () => sheet(formula("<f>1+1</f>")),
    expected: { lines: 0, refused: 1 },
  },
  {
    name: "a formula that calls out",
    make: () => sheet(formula('<f>WEBSERVICE("http://127.0.0.1")</f>')),
    expected: { lines: 0, refused: 1 },
  },
  {
    name: "an error for a price",
    make: () => sheet(value('<c r="B2" t="e"><v>#N/A</v></c>')),
    expected: { lines: 0, refused: 1 },
  },
  {
    name: "NaN for a price",
    make: () => sheet(value('<c r="B2"><v>NaN</v></c>')),
    expected: { lines: 0, refused: 1 },
  },
  {
    name: "Infinity for a price",
    make: () => sheet(value('<c r="B2"><v>Infinity</v></c>')),
    expected: { lines: 0, refused: 1 },
  },
  {
    name: "1e999 for a price",
    make: () => sheet(value('<c r="B2"><v>1e999</v></c>')),
    expected: { lines: 0, refused: 1 },
  },
  {
    name: "1e308 for a price",
    make: () => sheet(value('<c r="B2"><v>1e308</v></c>')),
    expected: { lines: 0, refused: 1 },
  },
  {
    name: "minus nothing for a price",
    make: () => sheet(value('<c r="B2"><v>-0</v></c>')),
    expected: { lines: 1 },
  },
  {
    name: "a text that no list has",
    make: () => sheet(value('<c r="B2" t="s"><v>999</v></c>')),
    expected: { lines: 0, refused: 1 },
  },
  {
    name: "a cell beyond the last column",
    make: () => sheet(cellsXml('<row r="2"><c r="XFE2"><v>1</v></c></row>')),
    expected: { refusal: /names no place/ },
  },
  {
    name: "a row beyond the last",
    make: () => sheet(cellsXml('<row r="99999999"><c r="A1"><v>1</v></c></row>')),
    expected: { refusal: /names no place/ },
  },
  {
    name: "rows out of order",
    make: () =>
      sheet(
        cellsXml('<row r="9"><c r="A9"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>'),
      ),
    expected: { refusal: /out of order/ },
  },
  {
    name: "ten thousand merged ranges",
    make: () =>
      oneSheet(
        [heads, ...Array.from({ length: 20_000 }, () => [...row])],
        `<mergeCells>${flat(10_000, (at) => `<mergeCell ref="A${2 * at + 2}:A${2 * at + 3}"/>`)}</mergeCells>`,
      ),
    expected: { lines: 20_000 },
  },
  {
    name: "merged ranges over everything, again and again",
    make: () =>
      oneSheet(
        [heads, ...Array.from({ length: 1000 }, () => [...row])],
        `<mergeCells>${flat(10_000, () => '<mergeCell ref="A2:XFD1048576"/>')}</mergeCells>`,
      ),
    expected: { refusal: /merges far more cells/ },
  },
  {
    name: "a merged range of nonsense",
    make: () => oneSheet([heads, row], '<mergeCells><mergeCell ref="A0:&quot;"/></mergeCells>'),
    expected: { refusal: /names no place/ },
  },
  {
    name: "dates of 1904 for a price",
    make: () =>
      workbookFile({
        is1904: true,
        styles: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        sheets: [["L", value('<c r="B2" s="1"><v>44000</v></c>')]],
      }),
    expected: { lines: 0, refused: 1 },
  },
  {
    name: "a hundred and one thousand rows",
    make: () => text(`a,b\n${"x,1\n".repeat(101_000)}`),
    expected: { refusal: /more than 100000 rows/ },
  },
  {
    name: "a thousand columns",
    make: () => text(`${"a,".repeat(1000)}a\n`),
    expected: { refusal: /more than 512 columns/ },
  },
];
