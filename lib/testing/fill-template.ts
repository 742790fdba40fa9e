import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { xmlText } from "@/lib/exporters/xlsx/xml-text";

/** What is entered, by address: a number as a number, a text as a text. */
export type Filled = Readonly<Record<string, string | number>>;

/** The workbook as a supplier's spreadsheet would save it: other cells stay as they are. */
export function fillTemplate(
  bytes: Uint8Array,
  filled: Filled,
  sheetNumber = 1,
): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes);
  const name = `xl/worksheets/sheet${sheetNumber}.xml`;
  let xml = strFromU8(parts[name] ?? new Uint8Array());
  for (const [address, value] of Object.entries(filled)) {
    const cell = new RegExp(
      `<c r="${address}" s="(\\d+)"(?:/>| t="inlineStr">.*?</c>|><v>.*?</c>)`,
    );
    if (!cell.test(xml)) throw new Error(`the sheet has no cell ${address}`);
    xml = xml.replace(cell, (_found, style) =>
      typeof value === "number"
        ? `<c r="${address}" s="${style}"><v>${value}</v></c>`
        : `<c r="${address}" s="${style}" t="str"><v>${xmlText(value)}</v></c>`,
    );
  }
  return zipSync({ ...parts, [name]: strToU8(xml) }) as Uint8Array<ArrayBuffer>;
}

const dayMs = 86_400_000;
export const serialOf = (day: string): number =>
  (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / dayMs;
