import { moneyFull, numberFull } from "@/lib/format";
import type { Cell, FigureRef } from "./types";

/** What a table says where there is no figure: a word, never a blank or a 0. */
const absent: Cell = { text: "n/a", sort: null };

export function textCell(text: string, sort: number | string = text): Cell {
  return { text, sort };
}

export function moneyCell(
  value: number | null | undefined,
  currency: string,
  opens?: FigureRef,
): Cell {
  if (value === null || value === undefined) return absent;
  return { text: moneyFull(value, currency), sort: value, ...(opens && { opens }) };
}

/** Money without its sign, for a column whose head names the currency. */
export function amountCell(value: number | null | undefined, opens?: FigureRef): Cell {
  if (value === null || value === undefined) return absent;
  const decimals = Math.abs(value) >= 1000 ? 0 : 2;
  return { text: numberFull(value, decimals), sort: value, ...(opens && { opens }) };
}
