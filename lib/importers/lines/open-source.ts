import type { Source } from "./cells";
import { openDelimited } from "./delimited";
import { refuse } from "./refuse";
import { openWorkbook } from "./workbook";

const begins = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

/** What the file is, by its bytes and never by its name. */
export function openSource(bytes: Buffer): Source {
  if (bytes.length === 0)
    refuse("The file is empty. Save the sheet as .xlsx or CSV, and import that.");
  if (begins(bytes, 0x50, 0x4b)) return openWorkbook(bytes);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    refuse(
      "This is a workbook of the old kind (.xls), or one protected by a password. Save it as .xlsx without a password, and import that.",
    );
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46))
    refuse(
      "This is a PDF. Ask the supplier for the lines as .xlsx or CSV, or enter them on the quote\u2019s page.",
    );
  if (begins(bytes, 0x1f, 0x8b))
    refuse("This file is compressed. Unpack it, and import what is inside.");
  return openDelimited(bytes);
}
