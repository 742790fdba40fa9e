import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { HyperFormula } from "hyperformula";
import { type BookRead, readBook } from "./read-book";

/** Reads a cell as formulas name it: "'Own servers'!$C$5". */
export type CellReader = (cell: string) => number | string | null;

const hasLibreOffice = (process.env.PATH ?? "")
  .split(delimiter)
  .some((folder) => existsSync(join(folder, "soffice")));

/** The program that recalculates files here: LibreOffice where it is installed, else a library. */
export const calculator = hasLibreOffice ? "LibreOffice" : "HyperFormula";

/** Workbooks opened in another program, everything computed anew, and what their cells then hold. */
export function recalculateFiles(files: readonly Uint8Array[]): readonly CellReader[] {
  const bare = files.map(withoutResults);
  return hasLibreOffice ? byLibreOffice(bare) : bare.map(byHyperFormula);
}

/** The formulas alone: LibreOffice otherwise believes the results that a file brings. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, part] of Object.entries(parts))
    if (path.startsWith("xl/worksheets/"))
      parts[path] = strToU8(strFromU8(part).replace(/<\/f><v>[^<]*<\/v>/g, "</f>"));
  return zipSync(parts, { level: 1 });
}

/** One start of the program for all files: that is what takes time. */
function byLibreOffice(files: readonly Uint8Array[]): readonly CellReader[] {
  const folder = mkdtempSync(join(tmpdir(), "loadline-workbooks-"));
  const made = join(folder, "made");
  mkdirSync(made);
  try {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const { status, stderr } = spawnSync(
      "soffice",
      [
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        made,
      ].concat(paths),
      { encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`);
    return files.map((_, index) => valuesOf(readBook(readFileSync(join(made, `${index}.xlsx`)))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function valuesOf({ sheets }: BookRead): CellReader {
  const byName = new Map(sheets.map(({ name, cells }) => [name, cells]));
  return (cell) => {
    const { sheet, address } = placeOf(cell);
    const cells = byName.get(sheet);
    if (!cells) throw new Error(`No sheet is called ${sheet}.`);
    return cells.get(address)?.value ?? null;
  };
}

function placeOf(cell: string) {
  const at = cell.lastIndexOf("!");
  const sheet = cell.slice(0, at).replace(/^'|'$/g, "").replaceAll("''", "'");
  return { sheet, address: cell.slice(at + 1).replaceAll("$", "") };
}

function byHyperFormula(bytes: Uint8Array): CellReader {
  const { sheets } = readBook(bytes);
  const rows = Object.fromEntries(sheets.map(({ name, cells }) => [name, rowsOf(cells)]));
  const opened = HyperFormula.buildFromSheets(rows, { licenseKey: "gpl-v3", smartRounding: false });
  return (cell) => {
    const at = opened.simpleCellAddressFromString(cell.replaceAll("$", ""), 0);
    if (!at) throw new Error(`No cell ${cell}`);
    const value = opened.getCellValue(at);
    return typeof value === "number" || typeof value === "string" ? value : null;
  };
}

type Cells = BookRead["sheets"][number]["cells"];

function rowsOf(cells: Cells): (number | string | null)[][] {
  const rows: (number | string | null)[][] = [];
  for (const [address, { formula, value, isText }] of cells) {
    const [, letters = "", number = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
    const row = rows[Number(number) - 1] ?? [];
    rows[Number(number) - 1] = row;
    // A text in quotes is never taken for a formula.
    row[column] = formula !== null ? `=${formula}` : isText ? `'${value}` : value;
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null));
}
