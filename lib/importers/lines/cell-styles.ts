import { currencyIn } from "./currency-words";
import { readXml } from "./xml";

/** What the form of a cell says about its number. */
export type CellStyle = {
  readonly isDate: boolean;
  readonly isPercent: boolean;
  /** A code or symbol, as it is written. */
  readonly currency: string | null;
};

export const plain: CellStyle = { isDate: false, isPercent: false, currency: null };
const between = (id: number, from: number, to: number) => id >= from && id <= to;
const isDateId = (id: number) =>
  between(id, 14, 22) || between(id, 27, 36) || between(id, 45, 47) || between(id, 50, 58);

/** By the number that cells name their form by. */
export function cellStyles(part: Uint8Array | undefined): readonly CellStyle[] {
  const formats = new Map<number, string>();
  const styles: CellStyle[] = [];
  if (!part) return styles;
  let inCells = false;
  readXml(part, {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      if (name === "numFmt") formats.set(Number(numFmtId), formatCode);
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells)
        styles.push(styleOf(Number(numFmtId), formats.get(Number(numFmtId))));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}

export function styleOf(id: number, code = ""): CellStyle {
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  return {
    isDate: code === "" ? isDateId(id) : /[ymdhs]/i.test(bare.replace(/general/i, "")),
    isPercent: id === 9 || id === 10 || bare.includes("%"),
    currency: currencyIn(code.replaceAll(/\[\$([^\]-]*)[^\]]*\]/g, "$1").replaceAll(/["\\]/g, "")),
  };
}
