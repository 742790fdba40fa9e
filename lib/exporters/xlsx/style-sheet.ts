import { spreadsheetNamespace, xmlHead, xmlText } from "./xml-text";

/** How a cell looks and whether it can be filled in. */
export type Look = {
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly points?: number;
  /** "3F4F5A" */
  readonly colour?: string;
  readonly fill?: string;
  readonly border?: "box" | "below" | "above";
  /** "#,##0.00", "General", "@" for text. */
  readonly number?: string;
  readonly align?: "left" | "center" | "right";
  readonly wraps?: boolean;
  /** Of a text at the left, in the width of about a letter. */
  readonly indent?: number;
  /** Where a sheet is protected, it can be changed. */
  readonly isOpen?: boolean;
};

const line = '<color rgb="FFB8C4CB"/>';
const side = (name: string, has: boolean) => (has ? `<${name} style="thin">${line}</${name}>` : "");

function fontXml({ isBold, isItalic, points = 11, colour }: Look): string {
  const marks = `${isBold ? "<b/>" : ""}${isItalic ? "<i/>" : ""}`;
  return `<font>${marks}<sz val="${points}"/>${colour ? `<color rgb="FF${colour}"/>` : ""}<name val="Calibri"/></font>`;
}

const fillXml = ({ fill }: Look): string =>
  fill
    ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/></patternFill></fill>`
    : '<fill><patternFill patternType="none"/></fill>';

function borderXml({ border }: Look): string {
  const box = border === "box";
  const top = side("top", box || border === "above");
  const bottom = side("bottom", box || border === "below");
  return `<border>${side("left", box)}${side("right", box)}${top}${bottom}</border>`;
}

/** Each part once, by its place. */
function places(first: readonly string[]) {
  const parts = [...first];
  const placeOf = (part: string) => {
    const at = parts.indexOf(part);
    return at < 0 ? parts.push(part) - 1 : at;
  };
  return { parts, placeOf };
}

const firstOwnFormat = 164;

/** The part of a workbook that says how its cells look: a cell names its look by place. */
export function styleSheet(looks: readonly Look[]): string {
  const fonts = places([fontXml({})]);
  // The first two fills are the format's own.
  const fills = places([fillXml({}), '<fill><patternFill patternType="gray125"/></fill>']);
  const borders = places([borderXml({})]);
  const formats = places([]);
  const numberId = ({ number = "General" }: Look) =>
    number === "General" ? 0 : firstOwnFormat + formats.placeOf(number);
  const cells = looks.map((look) => {
    const { indent, wraps, isOpen } = look;
    const align = indent ? "left" : look.align;
    const alignment = `<alignment vertical="top"${align ? ` horizontal="${align}"` : ""}${indent ? ` indent="${indent}"` : ""}${wraps ? ' wrapText="1"' : ""}/>`;
    const ids = `numFmtId="${numberId(look)}" fontId="${fonts.placeOf(fontXml(look))}" fillId="${fills.placeOf(fillXml(look))}" borderId="${borders.placeOf(borderXml(look))}"`;
    const applied =
      "applyNumberFormat applyFont applyFill applyBorder applyAlignment applyProtection"
        .split(" ")
        .map((name) => `${name}="1"`)
        .join(" ");
    return `<xf ${ids} xfId="0" ${applied}>${alignment}<protection locked="${isOpen ? 0 : 1}"/></xf>`;
  });
  const list = (name: string, parts: readonly string[]) =>
    parts.length === 0 ? "" : `<${name} count="${parts.length}">${parts.join("")}</${name}>`;
  const numbers = formats.parts.map(
    (code, at) => `<numFmt numFmtId="${firstOwnFormat + at}" formatCode="${xmlText(code)}"/>`,
  );
  return `${xmlHead}<styleSheet xmlns="${spreadsheetNamespace}">${list("numFmts", numbers)}${list("fonts", fonts.parts)}${list("fills", fills.parts)}${list("borders", borders.parts)}<cellStyleXfs count="1"><xf/></cellStyleXfs>${list("cellXfs", cells)}</styleSheet>`;
}
