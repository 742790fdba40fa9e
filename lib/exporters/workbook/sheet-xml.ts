import { inlineText, spreadsheetNamespace, xmlHead, xmlText } from "../xlsx/xml-text";
import { type Cell, columnName, quoted, type Sheet, type SheetRow } from "./cells";
import { inputsName } from "./input-cells";
import { type LookName, lookNames, looks } from "./looks";

const pieceLength = 1 << 16;
const defaultLook: LookName = "plain";
const styleOf = new Map(lookNames.map((name, place) => [name, place]));

/** A sheet as the file holds it, piece by piece. */
export function* sheetXml(sheet: Sheet): Generator<string> {
  yield `${xmlHead}<worksheet xmlns="${spreadsheetNamespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${viewXml(sheet)}<sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet)}<sheetData>`;
  let piece = "";
  for (const [index, row] of sheet.rows.entries()) {
    piece += rowXml(sheet, row, index + 1);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}</sheetData><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide(sheet)}" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>`;
}

function viewXml({ frozen: { rows, columns } }: Sheet): string {
  const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const frozen =
    rows + columns > 0
      ? `<pane${splits} topLeftCell="${columnName(columns)}${rows + 1}" activePane="${pane}" state="frozen"/>`
      : "";
  return `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${frozen}</sheetView></sheetViews>`;
}

const columnsOf = ({ rows }: Sheet): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 1);

function columnsXml(sheet: Sheet): string {
  const { widths } = sheet;
  const last = Math.max(columnsOf(sheet), widths.length);
  const columns = widths.map((width, at) => {
    const to = at === widths.length - 1 ? last : at + 1;
    return `<col min="${at + 1}" max="${to}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${columns.join("")}</cols>`;
}

const monthsAPage = 12;
const fewColumns = 16;

function pagesWide(sheet: Sheet): number {
  const columns = sheet.printedColumns ?? columnsOf(sheet);
  return columns <= fewColumns ? 1 : Math.ceil(columns / monthsAPage);
}

function rowXml(sheet: Sheet, row: SheetRow, number: number): string {
  if (row.cells.length === 0) return "";
  let cells = "";
  for (const [at, cell] of row.cells.entries()) {
    const look = row.looks[Math.min(at, row.looks.length - 1)] ?? defaultLook;
    cells += cellXml(`${columnName(at)}${number}`, cell, styleOf.get(look) ?? 0);
  }
  const height = heightOf(sheet, row);
  return `<row r="${number}"${height === null ? "" : ` ht="${height}" customHeight="1"`}>${cells}</row>`;
}

function cellXml(address: string, cell: Cell, style: number): string {
  const start = `<c r="${address}" s="${style}"`;
  if (cell === null || cell === "") return `${start}/>`;
  if (typeof cell === "number") return `${start}><v>${cell}</v></c>`;
  if (typeof cell === "string") return `${start} t="inlineStr">${inlineText(cell)}</c>`;
  const { formula, value } = cell;
  const written = `<f>${xmlText(withPlainInputs(formula))}</f>`;
  if (value === undefined) return `${start}>${written}</c>`;
  return typeof value === "number"
    ? `${start}>${written}<v>${value}</v></c>`
    : `${start} t="str">${written}<v>${xmlText(value)}</v></c>`;
}

/** The one sheet whose name needs no quotes stands in most formulas. */
const withPlainInputs = (formula: string): string =>
  formula.replaceAll(`${quoted(inputsName)}!`, `${inputsName}!`);

const lineHeight = 15;
const titleHeight = 24;

/** In points, where a text needs more than one line: no program measures it for a file. */
function heightOf({ widths }: Sheet, { cells, looks: named }: SheetRow): number | null {
  let lines = 1;
  for (const [at, cell] of cells.entries()) {
    const look = named[Math.min(at, named.length - 1)] ?? defaultLook;
    if (look === "title") return titleHeight;
    if (typeof cell !== "string" || !("wraps" in looks[look])) continue;
    const width = widths[Math.min(at, widths.length - 1)] ?? 10;
    lines = Math.max(lines, Math.ceil(cell.length / width));
  }
  return lines === 1 ? null : lines * lineHeight;
}
