import { strToU8, zipSync } from "fflate";

/** How a cell looks and whether it can be filled in; each is a row of the styles below. */
export const cellStyles = [
  "plain",
  "title",
  "head",
  "label",
  "asked",
  "askedNumber",
  "text",
  "amount",
  "percent",
  "whole",
  "date",
] as const;
export type CellStyle = (typeof cellStyles)[number];

export type Cell = {
  /** Text is always text: a formula is never written. */
  readonly value: string | number | null;
  readonly style: CellStyle;
};

export type Validation = {
  /** "K12:K20". */
  readonly range: string;
  readonly xml: string;
};

export type Sheet = {
  readonly name: string;
  readonly isHidden?: boolean;
  /** By row from 1, then by letter. */
  readonly rows: ReadonlyMap<number, Readonly<Record<string, Cell>>>;
  /** In points, of rows whose text needs more than one line: no program measures it for a file. */
  readonly heights?: ReadonlyMap<number, number>;
  readonly columns: readonly {
    readonly letter: string;
    readonly width: number;
    readonly isHidden?: boolean;
  }[];
  readonly validations?: readonly Validation[];
  /** Only cells that are to be filled in can be changed. */
  readonly isProtected?: boolean;
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
/** XML holds no control characters but three, not even escaped. */
const unwritable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
export const xmlText = (text: string): string =>
  text.replace(unwritable, "").replace(/[&<>"]/g, (found) => entities[found] ?? "");

/** A → 1, Z → 26, AA → 27. */
const numberOf = (letter: string): number =>
  [...letter].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);

/** Fonts, fills and borders are counted from 0 in the order they stand here. */
const styles = `${head}<styleSheet xmlns="${main}">
<numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.00##"/><numFmt numFmtId="165" formatCode="0.##"/><numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="15"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><sz val="11"/><color rgb="FF3F4F5A"/><name val="Calibri"/></font></fonts>
<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDF1F2"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFBEA"/></patternFill></fill></fills>
<borders count="2"><border/><border><left style="thin"><color rgb="FFB8C4CB"/></left><right style="thin"><color rgb="FFB8C4CB"/></right><top style="thin"><color rgb="FFB8C4CB"/></top><bottom style="thin"><color rgb="FFB8C4CB"/></bottom></border></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="${cellStyles.length}">
${format({})}
${format({ font: 1 })}
${format({ font: 2, fill: 2, border: 1, wraps: true })}
${format({ font: 2 })}
${format({ font: 3, border: 1, wraps: true })}
${format({ font: 3, border: 1, number: 165 })}
${format({ fill: 3, border: 1, wraps: true, isOpen: true, number: 49 })}
${format({ fill: 3, border: 1, isOpen: true, number: 164 })}
${format({ fill: 3, border: 1, isOpen: true, number: 165 })}
${format({ fill: 3, border: 1, isOpen: true, number: 1 })}
${format({ fill: 3, border: 1, isOpen: true, number: 166 })}
</cellXfs></styleSheet>`;

function format(look: {
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly number?: number;
  readonly wraps?: boolean;
  readonly isOpen?: boolean;
}): string {
  const { font = 0, fill = 0, border = 0, number = 0, wraps = false, isOpen = false } = look;
  const alignment = `<alignment vertical="top"${wraps ? ' wrapText="1"' : ""}/>`;
  const protection = `<protection locked="${isOpen ? 0 : 1}"/>`;
  return `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" applyNumberFormat="1" applyAlignment="1" applyProtection="1">${alignment}${protection}</xf>`;
}

function cellXml(address: string, { value, style }: Cell): string {
  const start = `<c r="${address}" s="${cellStyles.indexOf(style)}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
}

function sheetXml({ rows, columns, heights, validations = [], isProtected }: Sheet): string {
  const cols = columns
    .map(({ letter, width, isHidden }) => {
      const at = numberOf(letter);
      return `<col min="${at}" max="${at}" width="${width}" customWidth="1"${isHidden ? ' hidden="1"' : ""}/>`;
    })
    .join("");
  const body = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const ordered = Object.entries(cells).sort(([a], [b]) => numberOf(a) - numberOf(b));
      const inside = ordered.map(([letter, cell]) => cellXml(`${letter}${row}`, cell)).join("");
      const height = heights?.get(row);
      const tall = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
      return `<row r="${row}"${tall}>${inside}</row>`;
    })
    .join("");
  const checks = validations
    .map(
      ({ range, xml }) =>
        `<dataValidation allowBlank="1" showErrorMessage="1" sqref="${range}" ${xml}</dataValidation>`,
    )
    .join("");
  return `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"/></sheetViews>${cols && `<cols>${cols}</cols>`}<sheetData>${body}</sheetData>${
    isProtected
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
      : ""
  }${checks && `<dataValidations count="${validations.length}">${checks}</dataValidations>`}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

const part = (type: string, target: string, id: number) =>
  `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;

/** The file of a workbook: no macro, no link, no formula. */
export function workbookFile(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const overrides = sheets
    .map(
      (_, index) =>
        `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
    )
    .join("");
  const listed = sheets
    .map(
      ({ name, isHidden }, index) =>
        `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${isHidden ? ' state="veryHidden"' : ""} r:id="rId${index + 1}"/>`,
    )
    .join("");
  const files: Record<string, string> = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${overrides}</Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${packageRelations}">${part("officeDocument", "xl/workbook.xml", 1)}</Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${packageRelations}">${sheets.map((_, index) => part("worksheet", `worksheets/sheet${index + 1}.xml`, index + 1)).join("")}${part("styles", "styles.xml", sheets.length + 1)}</Relationships>`,
    "xl/styles.xml": styles,
  };
  for (const [index, sheet] of sheets.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet);
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(bytes)) as Uint8Array<ArrayBuffer>;
}
