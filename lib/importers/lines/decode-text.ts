import { isUtf8 } from "node:buffer";
import { refuse } from "./refuse";

const utf16 = (bytes: Uint8Array, encoding: "utf-16le" | "utf-16be") =>
  new TextDecoder(encoding).decode(bytes);

/** By its byte order mark; else UTF-16 where every other byte is zero, UTF-8 where it is that, else Windows' own. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const text =
    first === 0xff && second === 0xfe
      ? utf16(bytes, "utf-16le")
      : first === 0xfe && second === 0xff
        ? utf16(bytes, "utf-16be")
        : (withoutMark(bytes) ?? eightBit(bytes));
  if (isBinary(text))
    refuse(
      "This file is no text and no workbook. Save the sheet as .xlsx or CSV, and import that.",
    );
  return text;
}

function withoutMark(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 2000);
  const zeros = (odd: number) => head.filter((byte, at) => at % 2 === odd && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > head.length / 4 && even === 0) return utf16(bytes, "utf-16le");
  if (even > head.length / 4 && odd === 0) return utf16(bytes, "utf-16be");
  return null;
}

function eightBit(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) return new TextDecoder("windows-1252").decode(bytes);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const isBinary = (text: string): boolean => /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
