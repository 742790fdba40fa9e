import * as z from "zod/mini";
import { uuid } from "./uuid";

/** Of one file that came with a quote. */
export const maxAttachmentBytes = 16 * 1024 * 1024;
/** Of all that came with an organization's quotes. */
export const maxAttachmentsBytes = 1024 * 1024 * 1024;
export const maxAttachmentsEach = 20;
/** How long a removed one can be had back. */
export const removedKeptDays = 30;

export const attachmentNamedInput = z.strictObject({ quoteId: uuid, attachmentId: uuid });
export type AttachmentNamed = z.infer<typeof attachmentNamedInput>;

/** The id is the client's, so that a file sent twice is attached once. */
export const addAttachmentInput = z.strictObject({ quoteId: uuid, id: uuid });
export type AddAttachment = z.infer<typeof addAttachmentInput>;

/** A file as it came with a revision of a quote. */
export type Attachment = {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly createdBy: string | null;
  /** What a revision had when it was received stays with it. */
  readonly isKept: boolean;
  /** Of the lines that an import took from it; null where none were. */
  readonly imported: ImportedFrom | null;
};

/** Where the lines of an import came to stand. */
export type ImportedFrom = {
  /** From 1. */
  readonly firstLine: number;
  readonly lineCount: number;
};

export const xlsxMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const kinds = [
  { mediaType: "application/pdf", endings: ["pdf"] },
  { mediaType: "image/png", endings: ["png"] },
  { mediaType: "image/jpeg", endings: ["jpg", "jpeg"] },
  { mediaType: "image/webp", endings: ["webp"] },
  { mediaType: xlsxMediaType, endings: ["xlsx"] },
  { mediaType: "message/rfc822", endings: ["eml"] },
] as const;
/** What lines are imported from besides workbooks: text has no mark of its own, so it is taken for nothing else. */
const delimitedText = { mediaType: "text/csv", endings: ["csv", "tsv", "txt"] } as const;
const keptKinds = [...kinds, delimitedText] as const;
export type AttachmentMediaType = (typeof keptKinds)[number]["mediaType"];

export const attachmentAccept = kinds
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(",");

const text = (bytes: Uint8Array, from = 0, to = bytes.length) =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

/** An e-mail has no mark of its own: its first lines are fields, among them who it is from. */
function isEmail(bytes: Uint8Array): boolean {
  const head = text(bytes, 0, 8192);
  return (
    !head.includes("\0") &&
    /^[!-9;-~]+:/.test(head) &&
    /^(from|received|return-path|message-id):/im.test(head) &&
    /^from:/im.test(head)
  );
}

/** A ZIP says the names of its first parts where they stand. */
const isWorkbook = (bytes: Uint8Array) =>
  text(bytes, 0, 4) === "PK\u0003\u0004" &&
  /\[Content_Types\]\.xml|xl\/|_rels\/\.rels/.test(text(bytes, 0, 4096)) &&
  text(bytes, Math.max(0, bytes.length - 65_536)).includes("xl/workbook");

/** What a file is, by its own bytes; null for what is not taken. What it is called decides nothing. */
export function attachmentTypeOf(bytes: Uint8Array): AttachmentMediaType | null {
  const begin = text(bytes, 0, 12);
  if (begin.startsWith("%PDF-")) return "application/pdf";
  if (begin.startsWith("\u0089PNG\r\n\u001a\n")) return "image/png";
  if (begin.startsWith("\u00ff\u00d8\u00ff")) return "image/jpeg";
  if (begin.startsWith("RIFF") && begin.endsWith("WEBP")) return "image/webp";
  if (isWorkbook(bytes)) return xlsxMediaType;
  return isEmail(bytes) ? "message/rfc822" : null;
}

/** What a file that lines were read from is: a workbook, else text. */
export const importedTypeOf = (bytes: Uint8Array): AttachmentMediaType =>
  text(bytes, 0, 2) === "PK" ? xlsxMediaType : delimitedText.mediaType;

const longestName = 120;
/** Controls, what turns the direction of writing round, and what paths and headers are made of. */
const unsafe = /[\p{C}\p{Zl}\p{Zp}"'\\/:*?<>|;%]/gu;

/** A name that is safe to save under, with the ending of what the file is. */
export function safeFileName(asked: string, mediaType: AttachmentMediaType): string {
  const endings: readonly string[] =
    keptKinds.find((kind) => kind.mediaType === mediaType)?.endings ?? [];
  const last = asked.split(/[\\/]/).at(-1) ?? "";
  const clean = last.normalize("NFC").replace(unsafe, " ").replace(/\s+/g, " ").trim();
  const bare = clean.replace(/^[. ]+/, "").replace(/[. ]+$/, "");
  const isRight = endings.some((ending) => bare.toLowerCase().endsWith(`.${ending}`));
  const stem = isRight ? bare.slice(0, bare.lastIndexOf(".")) : bare;
  const ending = isRight ? bare.slice(bare.lastIndexOf(".") + 1).toLowerCase() : endings[0];
  const short = [...stem].slice(0, longestName).join("").trim();
  return `${/^(con|prn|aux|nul|com\d|lpt\d)?$/i.test(short) ? `file ${short}`.trim() : short}.${ending}`;
}
