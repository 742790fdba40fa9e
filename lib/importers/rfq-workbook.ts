import { AppError } from "@/lib/errors";
import type { ReadSheet, ReadWorkbook, SheetCell } from "@/lib/schemas/rfq-template";
import { type Cell, columnLetters, heldIn, type Table } from "./lines/cells";
import { openWorkbook } from "./lines/workbook";

/** The template has two, and some people keep notes beside. */
const mostSheets = 10;

const noTemplate = () =>
  new AppError(
    "INVALID",
    "This cannot be read as a filled-in template: it is no Excel workbook (.xlsx), or holds far more than the template does. Fill in the template itself and save it as .xlsx, without macros, pictures or further sheets.",
  );

/** Texts and numbers of a workbook, by sheet and address; formulas count by the value that was saved with them. */
export function read(input: unknown): ReadWorkbook {
  if (!(input instanceof Uint8Array)) throw noTemplate();
  try {
    const source = openWorkbook(Buffer.from(input));
    if (source.sheetNames.length > mostSheets) throw noTemplate();
    const sheets = source.sheetNames.map(
      (name, at): ReadSheet => ({ name, cells: cellsOf(source.read(at)) }),
    );
    return { sheets };
  } catch (error) {
    throw error instanceof AppError ? noTemplate() : error;
  }
}

export function cellsOf({ rows }: Table): Readonly<Record<string, SheetCell>> {
  return Object.fromEntries(
    rows.flatMap(({ at, cells }) =>
      cells.flatMap((cell, column) => {
        const found = toCell(cell);
        return found ? [[`${columnLetters(column)}${at}`, found] as const] : [];
      }),
    ),
  );
}

function toCell(cell: Cell): SheetCell | null {
  const held = heldIn(cell);
  if (held === null) return null;
  if (typeof held === "string") return { kind: "text", text: held };
  if (typeof held === "number") return { kind: "number", text: String(held) };
  if (held.kind === "date") return { kind: "text", text: held.text };
  if (held.kind !== "number") return held.kind === "computed" ? null : { ...held, kind: "error" };
  // Shown as 7.5%, stored as 0.075.
  return held.percent
    ? { kind: "text", text: `${Number((held.value * 100).toPrecision(15))}%` }
    : { kind: "number", text: String(held.value) };
}
