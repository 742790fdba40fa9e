import { deflateRawSync } from "node:zlib";
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

const heads = ["Description", "Quantity", "Unit price"] as const;
const row = ["Server", 4, 1234.5] as const;
const good = () => oneSheet([heads, row]);
const text = (value: string) => new TextEncoder().encode(value);
const csv = (...rows: readonly string[]) => text(`${heads.join(",")}\n${rows.join("\n")}\n`);
const sheet = (xml: string) => workbookFile({ sheets: [["Lines", xml]] });
const cellsXml = (body: string, before = "") =>
  `<?xml version="1.0"?>${before}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Description</t></is></c><c r="B1" t="inlineStr"><is><t>Unit price</t></is></c></row>${body}</sheetData></worksheet>`;
const value = (xml: string) =>
  cellsXml(`<row r="2"><c r="A2" t="inlineStr"><is><t>Server</t></is></c>${xml}</row>`);

/** Zeros that deflate packs a thousandfold, without ever holding them. */
const packedZeros = (megabytes: number) =>
  deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 9 });

type Entry = {
  readonly name: string;
  readonly data: Uint8Array;
  readonly unpacked: number;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** Where another entry's bytes lie, to lie over them. */
  readonly offset?: number;
  readonly attributes?: number;
  readonly localName?: string;
};

/** A ZIP whose directory says what it is told to say. */
function rawZip(entries: readonly Entry[], count = entries.length): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const {
    name,
    data,
    unpacked,
    method = 8,
    flags = 0,
    crc = 0,
    attributes = 0,
    ...entry
  } of entries) {
    const local = Buffer.alloc(30);
    const localName = Buffer.from(entry.localName ?? name);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(localName.length, 26);
    if (entry.offset === undefined) parts.push(local, localName, Buffer.from(data));
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(unpacked, 24);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(attributes, 38);
    central.writeUInt32LE(entry.offset ?? at, 42);
    directory.push(central, Buffer.from(name));
    if (entry.offset === undefined) at += 30 + localName.length + data.length;
  }
  const end = Buffer.alloc(22);
  const list = Buffer.concat(directory);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

const types: Entry = {
  name: "[Content_Types].xml",
  data: deflateRawSync(Buffer.from("<Types/>")),
  unpacked: 8,
};
const withBytes = (file: Uint8Array, change: (bytes: Uint8Array) => void) => {
  const bytes = Uint8Array.from(file);
  change(bytes);
  return bytes;
};
const entryMark = "PK\u0001\u0002";
const indexOf = (bytes: Uint8Array, words: string) => Buffer.from(bytes).indexOf(words);
const swapped = (name: string) => {
  const { "[Content_Types].xml": types, ...rest } = workbookParts({
    sheets: [["Lines", sheetXml([heads, row])]],
  });
  return zipSync({ ...(types && { "[Content_Types].xml": types }), ...rest, [name]: strToU8("x") });
};
const flat = (rows: number, make: (at: number) => string) =>
  Array.from({ length: rows }, (_, at) => make(at)).join("");

const bombs: readonly HostileFile[] = [
  {
    name: "a part of a gigabyte of zeros, said so",
    make: () =>
      rawZip([types, { name: "xl/workbook.xml", data: packedZeros(4), unpacked: 1024 ** 3 }]),
    expected: { refusal: /unpacks to far more/ },
  },
  {
    name: "a part that unpacks to more than it says",
    make: () =>
      rawZip([types, { name: "xl/workbook.xml", data: packedZeros(64), unpacked: 900_000 }]),
    expected: { refusal: /damaged/ },
  },
  {
    name: "a thousandfold ratio",
    make: () =>
      rawZip([
        types,
        { name: "xl/workbook.xml", data: packedZeros(64), unpacked: 64 * 1024 * 1024 },
      ]),
    expected: { refusal: /unpacks to far more/ },
  },
  {
    name: "many parts that together are too much",
    make: () =>
      rawZip([
        types,
        ...Array.from({ length: 40 }, (_, at) => ({
          name: `xl/media/${at}`,
          data: new Uint8Array(100_000),
          unpacked: 9_000_000,
        })),
      ]),
    expected: { refusal: /unpacks to far more/ },
  },
  {
    name: "parts that lie over each other",
    make: () =>
      rawZip([
        types,
        { name: "a", data: packedZeros(1), unpacked: 900_000 },
        { name: "b", data: packedZeros(1), unpacked: 900_000, offset: 27 + types.data.length + 22 },
      ]),
    expected: { refusal: /.+/ },
  },
  {
    name: "two directory entries for the same bytes",
    make: () =>
      rawZip([
        { name: "a", data: packedZeros(1), unpacked: 900_000 },
        { name: "b", localName: "a", data: packedZeros(1), unpacked: 900_000, offset: 0 },
      ]),
    expected: { refusal: /names a part in two ways/ },
  },
  {
    name: "five thousand parts",
    make: () =>
      rawZip(
        Array.from({ length: 5000 }, (_, at) => ({
          name: `p${at}`,
          data: new Uint8Array(0),
          unpacked: 0,
          method: 0,
        })),
      ),
    expected: { refusal: /unpacks to far more/ },
  },
  {
    name: "a directory that claims sixty thousand",
    make: () => rawZip([types], 60_000),
    expected: { refusal: /unpacks to far more|damaged/ },
  },
  {
    name: "a ZIP64 lie",
    make: () => rawZip([types], 0xffff),
    expected: { refusal: /kind for very large files/ },
  },
  {
    name: "a cell of forty megabytes",
    make: () =>
      sheet(value(`<c r="B2" t="inlineStr"><is><t>${"9".repeat(40 * 1024 * 1024)}</t></is></c>`)),
    expected: { refusal: /unpacks to far more|more than 32767 characters/ },
  },
  {
    name: "a cell of fifty thousand characters",
    make: () => sheet(value(`<c r="B2" t="inlineStr"><is><t>${"x".repeat(50_000)}</t></is></c>`)),
    expected: { refusal: /Cell B2 holds more than 32767 characters/ },
  },
  {
    name: "two thousand sheets",
    make: () =>
      workbookFile({
        sheets: Array.from({ length: 1900 }, (_, at) => [`S${at}`, "<worksheet/>"] as const),
      }),
    expected: { refusal: /more than 255 sheets/ },
  },
  {
    name: "a ZIP in a ZIP",
    make: () => zipSync({ "inner.xlsx": zipSync({ "inner.xlsx": good() }) }),
    expected: { refusal: /This ZIP is no workbook/ },
  },
  {
    name: "a bomb inside a workbook that nobody opens",
    make: () => swapped("xl/embeddings/inner.zip"),
    expected: { lines: 1 },
  },
];

const entities =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const xml: readonly HostileFile[] = [
  {
    name: "a billion laughs",
    make: () =>
      sheet(cellsXml('<row r="2"><c r="A2" t="inlineStr"><is><t>&c;</t></is></c></row>', entities)),
    expected: { refusal: /declares XML entities/ },
  },
  {
    name: "an external entity",
    make: () =>
      sheet(
        cellsXml(
          '<row r="2"><c r="A2" t="inlineStr"><is><t>&e;</t></is></c></row>',
          '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        ),
      ),
    expected: { refusal: /declares XML entities/ },
  },
  {
    name: "an entity nobody declared",
    make: () => sheet(value('<c r="B2" t="str"><v>&nope;</v></c>')),
    expected: { refusal: /broken XML/ },
  },
  {
    name: "XML that ends early",
    make: () => sheet('<worksheet><sheetData><row r="1"><c r="A1">'),
    expected: { refusal: /broken XML/ },
  },
  {
    name: "tags a hundred thousand deep",
    make: () => sheet(`${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`),
    expected: { lines: 0 },
  },
  {
    name: "a hundred thousand attributes",
    make: () => sheet(`<worksheet ${flat(100_000, (at) => `a${at}="1" `)}/>`),
    expected: { lines: 0 },
  },
  {
    name: "bytes that are no UTF-8",
    make: () =>
      workbookFile({
        sheets: [["L", "x"]],
        parts: {
          "xl/worksheets/sheet1.xml": new Uint8Array([60, 97, 62, 0xff, 0xfe, 60, 47, 97, 62]),
        },
      }),
    expected: { refusal: /broken XML/ },
  },
  {
    name: "a sheet at an address outside",
    make: () =>
      workbookFile({
        sheets: [],
        parts: {
          "xl/workbook.xml": strToU8(
            '<workbook><sheets><sheet name="a" r:id="x"/></sheets></workbook>',
          ),
          "xl/_rels/workbook.xml.rels": strToU8(
            '<Relationships><Relationship Id="x" Type="t/worksheet" Target="http://127.0.0.1/a" TargetMode="External"/></Relationships>',
          ),
        },
      }),
    expected: { refusal: /no such sheet/ },
  },
];

const broken: readonly HostileFile[] = [
  { name: "nothing", make: () => new Uint8Array(0), expected: { refusal: /is empty/ } },
  {
    name: "a workbook cut short",
    make: () => good().subarray(0, 400),
    expected: { refusal: /damaged/ },
  },
  {
    name: "a wrong checksum",
    make: () => {
      const bytes = Buffer.from(good());
      for (let at = bytes.indexOf(entryMark); at > 0; at = bytes.indexOf(entryMark, at + 1))
        bytes.writeUInt32LE(1, at + 16);
      return bytes;
    },
    expected: { refusal: /damaged/ },
  },
  {
    name: "bytes flipped inside",
    make: () =>
      withBytes(good(), (bytes) => {
        const at = indexOf(bytes, "xl/workbook.xml") + 20;
        for (let next = at; next < at + 60; next += 1) bytes[next] = 0xff;
      }),
    expected: { refusal: /damaged|broken XML/ },
  },
  {
    name: "a password",
    make: () => rawZip([{ ...types, flags: 1 }]),
    expected: { refusal: /protected by a password/ },
  },
  {
    name: "a rare way of packing",
    make: () => rawZip([{ ...types, method: 12 }]),
    expected: { refusal: /packed in a rare way/ },
  },
  {
    name: "two parts of one name",
    make: () => rawZip([types, types]),
    expected: { refusal: /two parts of the name/ },
  },
  {
    name: "a name that climbs out",
    make: () => rawZip([types, { ...types, name: "../../etc/passwd" }]),
    expected: { refusal: /holds a part named/ },
  },
  {
    name: "a name from the root",
    make: () => rawZip([types, { ...types, name: "/etc/passwd" }]),
    expected: { refusal: /holds a part named/ },
  },
  {
    name: "a name with backslashes",
    make: () => rawZip([types, { ...types, name: "xl\\..\\..\\a.exe" }]),
    expected: { refusal: /holds a part named/ },
  },
  {
    name: "a link",
    make: () => rawZip([types, { ...types, name: "xl/link", attributes: (0o120777 << 16) >>> 0 }]),
    expected: { refusal: /holds a link/ },
  },
  {
    name: "macros",
    make: () => swapped("xl/vbaProject.bin"),
    expected: { refusal: /holds macros/ },
  },
  {
    name: "a binary workbook",
    make: () => swapped("xl/workbook.bin"),
    expected: { refusal: /binary workbook/ },
  },
  {
    name: "an OpenDocument sheet",
    make: () =>
      zipSync({
        mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
        "content.xml": strToU8("<a/>"),
      }),
    expected: { refusal: /OpenDocument/ },
  },
  {
    name: "a text document",
    make: () =>
      zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<a/>") }),
    expected: { refusal: /no workbook/ },
  },
  {
    name: "an old workbook",
    make: () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    expected: { refusal: /old kind/ },
  },
  {
    name: "a PDF renamed",
    make: () => text("%PDF-1.7\n%\u00e2\n1 0 obj"),
    expected: { refusal: /This is a PDF/ },
  },
  {
    name: "a PDF that is a ZIP behind",
    make: () => Buffer.concat([text("%PDF-1.7\n"), good()]),
    expected: { refusal: /This is a PDF/ },
  },
  {
    name: "a gzip",
    make: () => new Uint8Array([0x1f, 0x8b, 8, 0]),
    expected: { refusal: /compressed/ },
  },
  {
    name: "a picture",
    make: () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
    expected: { refusal: /no text and no workbook/ },
  },
];

const formula = (inner: string) => value(`<c r="B2">${inner}</c>`);
const cells: readonly HostileFile[] = [
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

const texts: readonly HostileFile[] = [
  {
    name: "headers of the prototype",
    make: () => text("__proto__,constructor,toString,Description,Unit price\nx,y,z,Server,10\n"),
    expected: { lines: 1 },
  },
  {
    name: "values of the prototype",
    make: () => csv("__proto__,1,10", "constructor,1,10"),
    expected: { lines: 2 },
  },
  {
    name: "UTF-16 with its mark",
    make: () => Buffer.from("\ufeffDescription\tUnit price\nServer\t10\n", "utf16le"),
    expected: { lines: 1 },
  },
  {
    name: "UTF-16 the other way round",
    make: () => Buffer.from("\ufeffDescription\tUnit price\nServer\t10\n", "utf16le").swap16(),
    expected: { lines: 1 },
  },
  {
    name: "UTF-16 without its mark",
    make: () => Buffer.from("Description\tUnit price\nServer\t10\n", "utf16le"),
    expected: { lines: 1 },
  },
  {
    name: "UTF-8 with its mark",
    make: () => text("\ufeffDescription,Unit price\nServer,10\n"),
    expected: { lines: 1 },
  },
  {
    name: "Windows letters",
    make: () =>
      Buffer.from("Bezeichnung;St\u00fcckpreis\nK\u00fchlger\u00e4t;1.234,50\n", "latin1"),
    expected: { lines: 1 },
  },
  {
    name: "a zero byte",
    make: () => csv("Server\0,1,10"),
    expected: { refusal: /no text and no workbook/ },
  },
  {
    name: "a line of ten megabytes",
    make: () => csv(`${"x".repeat(10 * 1024 * 1024)},1,10`),
    expected: { refusal: /more than 32767 characters/ },
  },
  {
    name: "a quotation mark that never closes",
    make: () => csv('"Server,1,10', "Switch,1,10"),
    expected: { refusal: /never closes/ },
  },
  {
    name: "a megabyte of quotation marks",
    make: () => csv('"'.repeat(1024 * 1024)),
    expected: { refusal: /never closes|more than 32767/ },
  },
  {
    name: "quotation marks in the middle, many times",
    make: () => csv(...Array.from({ length: 20_000 }, () => '"a"b"c,1,10')),
    expected: { lines: 20_000 },
  },
  {
    name: "formulas as text",
    make: () => csv('=HYPERLINK("http://x"),1,10', "+1+1,1,10", "@SUM(A1),1,10"),
    expected: { lines: 3 },
  },
  {
    name: "numbers written in two ways",
    make: () => csv('Server,1,"1,234.50"', 'Switch,1,"1.234,50"'),
    expected: { lines: 1, refused: 1 },
  },
  {
    name: "NaN and Infinity as text",
    make: () => csv("A,1,NaN", "B,1,Infinity", "C,1,1e308", "D,0x10,10", "E,1,--5"),
    expected: { lines: 0, refused: 5 },
  },
  {
    name: "half a letter",
    make: () => text("Description,Unit price\nServer \\ud800,10\n"),
    expected: { lines: 1 },
  },
  {
    name: "nothing but line breaks",
    make: () => text("\r\n".repeat(100_000)),
    expected: { lines: 0 },
  },
  {
    name: "another currency",
    make: () => csv("Server,1,EUR 10.00", "Switch,1,\u20ac 5.00"),
    expected: { lines: 0, refused: 2 },
  },
];

export const hostileFiles: readonly HostileFile[] = [
  ...bombs,
  ...xml,
  ...broken,
  ...cells,
  ...texts,
];
