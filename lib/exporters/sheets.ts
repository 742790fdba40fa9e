import { bookFile } from "./xlsx/book-file";
import { type Look, styleSheet } from "./xlsx/style-sheet";
import { inlineText, spreadsheetNamespace, xmlHead } from "./xlsx/xml-text";

/** How a cell looks and whether it can be filled in; each is a row of the styles below. */
export const cellStyles = [
  "plain",
  "title",
  "head",
  "label",
  "note",
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

/** A → 1, Z → 26, AA → 27. */
const numberOf = (letter: string): number =>
  [...letter].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);

const plainText = { colour: "3F4F5A", border: "box" } as const;
const filled = { fill: "FFFBEA", border: "box", isOpen: true } as const;
const looks: Readonly<Record<CellStyle, Look>> = {
  plain: {},
  title: { isBold: true, points: 15 },
  head: { isBold: true, fill: "EDF1F2", border: "box", wraps: true },
  label: { isBold: true },
  note: { wraps: true },
  asked: { ...plainText, wraps: true },
  askedNumber: { ...plainText, number: "0.##" },
  text: { ...filled, wraps: true, number: "@" },
  amount: { ...filled, number: "#,##0.00##" },
  percent: { ...filled, number: "0.##" },
  whole: { ...filled, number: "0" },
  date: { ...filled, number: "yyyy\\-mm\\-dd" },
};

function cellXml(address: string, { value, style }: Cell): string {
  const start = `<c r="${address}" s="${cellStyles.indexOf(style)}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr">${inlineText(value)}</c>`;
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
  return `${xmlHead}<worksheet xmlns="${spreadsheetNamespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0"/></sheetViews>${cols && `<cols>${cols}</cols>`}<sheetData>${body}</sheetData>${
    isProtected
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
      : ""
  }${checks && `<dataValidations count="${validations.length}">${checks}</dataValidations>`}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

/** The file of a workbook that is filled in: no macro, no link, no formula. */
export function workbookFile(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  return bookFile({
    styles: styleSheet(cellStyles.map((style) => looks[style])),
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      isHidden: sheet.isHidden ?? false,
      xml: [sheetXml(sheet)],
    })),
  });
}
