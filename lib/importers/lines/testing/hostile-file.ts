import { strToU8, zipSync } from "fflate";
import { oneSheet, sheetXml, workbookFile, workbookParts } from "./workbook-file";

/** A file that means harm or came to some, with what its reader must say: a refusal in these words, or so many lines. */
export type HostileFile = {
  readonly name: string;
  readonly make: () => Uint8Array;
  readonly expected:
    | { readonly refusal: RegExp }
    | { readonly lines: number; readonly refused?: number };
};

export const heads = ["Description", "Quantity", "Unit price"] as const;
export const row = ["Server", 4, 1234.5] as const;
export const good = () => oneSheet([heads, row]);
export const text = (value: string) => new TextEncoder().encode(value);
export const sheet = (xml: string) => workbookFile({ sheets: [["Lines", xml]] });
export const cellsXml = (body: string, before = "") =>
  `<?xml version="1.0"?>${before}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Description</t></is></c><c r="B1" t="inlineStr"><is><t>Unit price</t></is></c></row>${body}</sheetData></worksheet>`;
export const value = (xml: string) =>
  cellsXml(`<row r="2"><c r="A2" t="inlineStr"><is><t>Server</t></is></c>${xml}</row>`);

/** A sound workbook with a part more. */
export const withPart = (name: string) => {
  const { "[Content_Types].xml": types, ...rest } = workbookParts({
    sheets: [["Lines", sheetXml([heads, row])]],
  });
  return zipSync({ ...(types && { "[Content_Types].xml": types }), ...rest, [name]: strToU8("x") });
};
export const flat = (rows: number, make: (at: number) => string) =>
  Array.from({ length: rows }, (_, at) => make(at)).join("");
