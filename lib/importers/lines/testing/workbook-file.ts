import { strToU8, type Zippable, zipSync } from "fflate";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const letters = (column: number): string =>
  `${column >= 26 ? letters(Math.floor(column / 26) - 1) : ""}${String.fromCharCode(65 + (column % 26))}`;

/** A cell as a test says it: a text, a number, or its XML with "@" for the place. */
export type CellGiven = string | number | null | { readonly xml: string };

export const sheetXml = (rows: readonly (readonly CellGiven[])[], more = ""): string => {
  const cell = (given: CellGiven, place: string) => {
    if (given === null || given === "") return "";
    if (typeof given === "number") return `<c r="${place}"><v>${given}</v></c>`;
    if (typeof given === "object") return given.xml.replace("@", place);
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(given)}</t></is></c>`;
  };
  const body = rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((given, column) => cell(given, `${letters(column)}${at + 1}`)).join("")}</row>`,
    )
    .join("");
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData>${more}</worksheet>`;
};

export type BookGiven = {
  readonly sheets: readonly (readonly [name: string, xml: string])[];
  readonly styles?: string;
  readonly strings?: string;
  readonly is1904?: boolean;
  readonly parts?: Zippable;
};

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
const relations = (all: string) =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`,
  );

/** The parts of a workbook, before they are zipped. */
export function workbookParts({ sheets, styles, strings, is1904, parts }: BookGiven): Zippable {
  const names = sheets
    .map(([name], at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join("");
  const ofSheets = sheets
    .map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`))
    .join("");
  return {
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${names}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": relations(
      `${ofSheets}${styles ? relation("rIdS", "styles", "styles.xml") : ""}${strings ? relation("rIdT", "sharedStrings", "sharedStrings.xml") : ""}`,
    ),
    ...Object.fromEntries(
      sheets.map(([, xml], at) => [`xl/worksheets/sheet${at + 1}.xml`, strToU8(xml)]),
    ),
    ...(styles && { "xl/styles.xml": strToU8(styles) }),
    ...(strings && { "xl/sharedStrings.xml": strToU8(strings) }),
    ...parts,
  };
}

export const workbookFile = (given: BookGiven): Uint8Array => zipSync(workbookParts(given));
export const oneSheet = (rows: readonly (readonly CellGiven[])[], more = ""): Uint8Array =>
  workbookFile({ sheets: [["Lines", sheetXml(rows, more)]] });
