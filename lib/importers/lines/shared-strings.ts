import { most } from "./limits";
import { refuse } from "./refuse";
import { readXml } from "./xml";

export const tooLong = (where: string): never =>
  refuse(
    `${where} holds more than ${most.cellCharacters} characters, more than a spreadsheet lets into a cell. Shorten it, and import the file again.`,
  );

/** What XML cannot hold, a workbook writes as "_x000D_". */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** The texts that cells refer to by number. */
export function readSharedStrings(part: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (!part) return strings;
  let value = "";
  let inText = false;
  let inPhonetic = false;
  readXml(part, {
    open: (name) => {
      if (name === "si") value = "";
      if (name === "rPh") inPhonetic = true;
      inText = name === "t" && !inPhonetic;
    },
    text: (text) => {
      if (!inText) return;
      value += text;
      if (value.length > most.cellCharacters) tooLong("A cell");
    },
    close: (name) => {
      if (name === "si") strings.push(unescaped(value));
      if (name === "rPh") inPhonetic = false;
      inText = false;
    },
  });
  return strings;
}
