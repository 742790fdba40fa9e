import { type ZipPart, zipFile } from "../zip-file";
import { spreadsheetNamespace, xmlHead, xmlText } from "./xml-text";

/** A name for a cell or a range, "'Inputs'!$B$5". */
export type DefinedName = {
  readonly name: string;
  readonly refersTo: string;
  /** Place of the one sheet that it is of, for the names that spreadsheets give a meaning. */
  readonly sheet?: number;
};

export type SheetPart = {
  readonly name: string;
  readonly isHidden?: boolean;
  /** The worksheet's XML, piece by piece, so that a large one is never there as a whole. */
  readonly xml: Iterable<string>;
};

export type Book = {
  readonly sheets: readonly SheetPart[];
  readonly styles: string;
  readonly names?: readonly DefinedName[];
  /** Has formulas, which the program that opens it is to compute. */
  readonly hasFormulas?: boolean;
};

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const part = (kind: string, target: string, id: number) =>
  `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;
const related = (parts: readonly string[]) =>
  `${xmlHead}<Relationships xmlns="${packageRelations}">${parts.join("")}</Relationships>`;
const sheetPath = (index: number) => `worksheets/sheet${index + 1}.xml`;

function contentTypes(sheets: Book["sheets"]): string {
  const override = (path: string, kind: string) =>
    `<Override PartName="/xl/${path}" ContentType="${type}.${kind}+xml"/>`;
  const overrides = sheets.map((_, index) => override(sheetPath(index), "worksheet"));
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook.xml", "sheet.main")}${override("styles.xml", "styles")}${overrides.join("")}</Types>`;
}

function workbookXml({ sheets, names = [], hasFormulas = false }: Book): string {
  const listed = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${isHidden ? ' state="veryHidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  const defined = names.map(
    ({ name, refersTo, sheet }) =>
      `<definedName name="${xmlText(name)}"${sheet === undefined ? "" : ` localSheetId="${sheet}"`}>${xmlText(refersTo)}</definedName>`,
  );
  const namesXml = defined.length > 0 ? `<definedNames>${defined.join("")}</definedNames>` : "";
  return `${xmlHead}<workbook xmlns="${spreadsheetNamespace}" xmlns:r="${relations}"><sheets>${listed.join("")}</sheets>${namesXml}${hasFormulas ? '<calcPr calcId="191029" fullCalcOnLoad="1"/>' : ""}</workbook>`;
}

/** The same content gives the same bytes. */
const writtenAt = new Date(2000, 0, 1);

/** The file of a workbook: no macro, no link out of it. */
export const bookFile = (book: Book): Uint8Array<ArrayBuffer> => zipFile(partsOf(book), writtenAt);

function* partsOf(book: Book): Generator<ZipPart> {
  const { sheets, styles } = book;
  yield ["[Content_Types].xml", [contentTypes(sheets)]];
  yield ["_rels/.rels", [related([part("officeDocument", "xl/workbook.xml", 1)])]];
  yield ["xl/workbook.xml", [workbookXml(book)]];
  const sheetParts = sheets.map((_, index) => part("worksheet", sheetPath(index), index + 1));
  yield [
    "xl/_rels/workbook.xml.rels",
    [related([...sheetParts, part("styles", "styles.xml", sheets.length + 1)])],
  ];
  yield ["xl/styles.xml", [styles]];
  for (const [index, sheet] of sheets.entries()) yield [`xl/${sheetPath(index)}`, sheet.xml];
}
