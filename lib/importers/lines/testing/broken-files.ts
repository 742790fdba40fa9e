import { strToU8, zipSync } from "fflate";
import { good, type HostileFile, text, withPart } from "./hostile-file";
import { rawZip, types } from "./raw-zip";

const withBytes = (file: Uint8Array, change: (bytes: Uint8Array) => void) => {
  const bytes = Uint8Array.from(file);
  change(bytes);
  return bytes;
};
const entryMark = "PK\u0001\u0002";
const indexOf = (bytes: Uint8Array, words: string) => Buffer.from(bytes).indexOf(words);

export const brokenFiles: readonly HostileFile[] = [
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
    make: () => withPart("xl/vbaProject.bin"),
    expected: { refusal: /holds macros/ },
  },
  {
    name: "a binary workbook",
    make: () => withPart("xl/workbook.bin"),
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
