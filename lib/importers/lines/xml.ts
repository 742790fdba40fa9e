import { isUtf8 } from "node:buffer";
import { StringDecoder } from "node:string_decoder";
import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from "saxes";
import { refuse } from "./refuse";

export type Attributes = Readonly<Record<string, string>>;

export type XmlHandlers = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

const chunkBytes = 64 * 1024;
/** "x:row" is "row": writers choose the prefix, and the names of a workbook's parts are clear without. */
export const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Reads XML piece by piece. A document type is refused: entities are its only use here. */
export function readXml(bytes: Uint8Array, { open, text, close }: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const broken = (): never =>
    refuse(
      "A part of the workbook is broken XML. Open it in a spreadsheet, save it as a new .xlsx, and import that one.",
    );
  parser.on("doctype", () =>
    refuse(
      "The workbook declares XML entities, which no spreadsheet does. Save it anew in a spreadsheet, and import that one.",
    ),
  );
  parser.on("error", broken);
  if (open)
    parser.on("opentag", ({ name, attributes }: SaxesTagPlain) =>
      open(local(name), attributes as Record<string, SaxesAttributePlain["value"]>),
    );
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  if (close) parser.on("closetag", ({ name }) => close(local(name)));
  if (!isUtf8(bytes)) broken();
  const decoder = new StringDecoder("utf8");
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const size = Math.min(chunkBytes, bytes.length - at);
    parser.write(decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset + at, size)));
  }
  parser.close();
}
