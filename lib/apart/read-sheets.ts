import { inflateRawSync } from "node:zlib";
import { SaxesParser } from "saxes";
import { AppError } from "@/lib/errors";

/** As `ReadWorkbook` of the schemas, which this room may not import. */
type Cell = { readonly kind: "text" | "number" | "error"; readonly text: string };
type Sheet = { readonly name: string; readonly cells: Readonly<Record<string, Cell>> };

/** A filled-in template has some hundred rows: what is far more than that is none. */
const mostPartBytes = 8 * 1024 * 1024;
const mostParts = 400;
const mostCells = 100_000;

const noWorkbook = () =>
  new AppError(
    "INVALID",
    "This is no Excel workbook (.xlsx). Save the template in that format and send it again.",
  );
const tooLarge = () =>
  new AppError(
    "INVALID",
    "The workbook is far larger than a filled-in template. Fill in the template itself, without pictures or further sheets.",
  );

/** Texts and numbers of a workbook, by sheet; formulas count by the value that was saved with them. */
export function read(input: unknown): { sheets: readonly Sheet[]; is1904: boolean } {
  if (!(input instanceof Uint8Array)) throw noWorkbook();
  const parts = partsOf(Buffer.from(input));
  const textOf = (name: string) => parts.get(name)?.().toString("utf8");
  const workbook = textOf("xl/workbook.xml");
  if (workbook === undefined) throw noWorkbook();
  const targets = targetsOf(textOf("xl/_rels/workbook.xml.rels") ?? "");
  const strings = stringsOf(textOf("xl/sharedStrings.xml") ?? "");
  const { listed, is1904 } = sheetsOf(workbook);
  const sheets = listed.flatMap(({ name, relation }) => {
    const xml = textOf(targets.get(relation) ?? "");
    return xml === undefined ? [] : [{ name, cells: cellsOf(xml, strings) }];
  });
  return { sheets, is1904 };
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;

/** By name, inflated when asked for, and never past what is allowed, whatever the file says of itself. */
function partsOf(file: Buffer): ReadonlyMap<string, () => Buffer> {
  let end = file.length - 22;
  const lowest = Math.max(0, end - 65_535);
  while (end >= lowest && file.readUInt32LE(end) !== endMark) end -= 1;
  if (end < lowest) throw noWorkbook();
  const count = file.readUInt16LE(end + 10);
  if (count > mostParts) throw tooLarge();
  const parts = new Map<string, () => Buffer>();
  try {
    let at = file.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
      if (file.readUInt32LE(at) !== entryMark) throw noWorkbook();
      const method = file.readUInt16LE(at + 10);
      const size = file.readUInt32LE(at + 20);
      const lengths = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
      const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
      const name = file.toString("utf8", at + 46, at + 46 + nameLength);
      const local = file.readUInt32LE(at + 42);
      parts.set(name, () => inflated(file, { local, size, method }));
      at += 46 + nameLength + extraLength + commentLength;
    }
  } catch (error) {
    if (error instanceof RangeError) throw noWorkbook();
    throw error;
  }
  return parts;
}

function inflated(
  file: Buffer,
  { local, size, method }: { local: number; size: number; method: number },
): Buffer {
  if (local + 30 > file.length) throw noWorkbook();
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const packed = file.subarray(start, start + size);
  if (method === 0) {
    if (packed.length > mostPartBytes) throw tooLarge();
    return packed;
  }
  if (method !== 8) throw noWorkbook();
  try {
    return inflateRawSync(packed, { maxOutputLength: mostPartBytes });
  } catch (error) {
    throw (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : noWorkbook();
  }
}

type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };
type Handlers = {
  readonly open: (tag: Tag) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

const bare = (name: string) => name.slice(name.indexOf(":") + 1);

/** Names without their prefix. What declares a document type is refused: no workbook needs entities. */
function parse(xml: string, { open, close, text }: Handlers): void {
  const parser = new SaxesParser();
  parser.on("doctype", () => {
    throw noWorkbook();
  });
  parser.on("opentag", ({ name, attributes }) =>
    open({ name: bare(name), attributes: attributes as Record<string, string> }),
  );
  parser.on("closetag", ({ name }) => close?.(bare(name)));
  parser.on("text", (said) => text?.(said));
  parser.on("error", () => {
    throw noWorkbook();
  });
  parser.write(xml.replace(/^\ufeff/, "")).close();
}

function targetsOf(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (xml === "") return targets;
  parse(xml, {
    open: ({ name, attributes: { Id, Target } }) => {
      if (name !== "Relationship" || !Id || !Target) return;
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

function sheetsOf(xml: string) {
  const listed: { name: string; relation: string }[] = [];
  let is1904 = false;
  parse(xml, {
    open: ({ name, attributes }) => {
      if (name === "workbookPr") is1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet" || attributes.name === undefined) return;
      const key = Object.keys(attributes).find((one) => bare(one) === "id" && one !== "id");
      listed.push({ name: attributes.name, relation: attributes[key ?? ""] ?? "" });
    },
  });
  return { listed, is1904 };
}

/** Pieces of one string are joined, phonetic hints left out. */
function stringsOf(xml: string): readonly string[] {
  const strings: string[] = [];
  if (xml === "") return strings;
  let now: string | null = null;
  let within = false;
  let phonetic = 0;
  parse(xml, {
    open: ({ name }) => {
      if (name === "si") now = "";
      if (name === "rPh") phonetic += 1;
      within = name === "t" && phonetic === 0;
    },
    text: (said) => {
      if (within && now !== null) now += said;
    },
    close: (name) => {
      if (name === "rPh") phonetic -= 1;
      if (name === "t") within = false;
      if (name !== "si" || now === null) return;
      if (strings.length >= mostCells) throw tooLarge();
      strings.push(now);
      now = null;
    },
  });
  return strings;
}

const address = /^[A-Z]{1,3}[1-9]\d{0,6}$/;

function cellsOf(xml: string, strings: readonly string[]): Record<string, Cell> {
  const cells = new Map<string, Cell>();
  let cell: { at: string; type: string; text: string } | null = null;
  let within = false;
  parse(xml, {
    open: ({ name, attributes }) => {
      if (name === "c") cell = { at: attributes.r ?? "", type: attributes.t ?? "n", text: "" };
      within = name === "v" || name === "t";
    },
    text: (said) => {
      if (within && cell) cell.text += said;
    },
    close: (name) => {
      if (name === "v" || name === "t") within = false;
      if (name !== "c" || !cell) return;
      const found = toCell(cell, strings);
      if (found && address.test(cell.at)) cells.set(cell.at, found);
      if (cells.size > mostCells) throw tooLarge();
      cell = null;
    },
  });
  return Object.fromEntries(cells);
}

function toCell(
  { type, text }: { readonly type: string; readonly text: string },
  strings: readonly string[],
): Cell | null {
  if (text === "") return null;
  if (type === "s") return { kind: "text", text: strings[Number(text)] ?? "" };
  if (type === "n") return { kind: "number", text };
  if (type === "e") return { kind: "error", text };
  if (type === "b") return { kind: "text", text: text === "1" ? "true" : "false" };
  return { kind: "text", text };
}
