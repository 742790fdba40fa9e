import type { CatalogRecord } from "@/lib/catalog/schema";
import type { RefusedPrice } from "@/lib/schemas/price-import";

/** A row of a price source, read into the catalog's shape. */
export type ImportedPrice = CatalogRecord & {
  /** What the source itself calls it. */
  readonly key: string;
  /** Row of the source: the line of a table, else the position in its list, from 1. */
  readonly row: number;
  readonly currency: "USD";
};

/** Read, but not to be used before a person has said so. */
export type SuspiciousPrice = ImportedPrice & { readonly reason: string };

/** Every row of the source stands in exactly one of the three. */
export type PriceImport = {
  readonly accepted: readonly ImportedPrice[];
  readonly suspicious: readonly SuspiciousPrice[];
  readonly refused: readonly RefusedPrice[];
};

/** A file that could not be read at all says why instead. */
export type PriceReading =
  | { readonly ok: true; readonly value: PriceImport }
  | { readonly ok: false; readonly message: string };

export type RowReading =
  | { readonly price: ImportedPrice; readonly doubts: readonly string[] }
  | { readonly refusal: RefusedPrice };

export function importOf(rows: readonly RowReading[]): PriceReading {
  const accepted: ImportedPrice[] = [];
  const suspicious: SuspiciousPrice[] = [];
  const refused: RefusedPrice[] = [];
  for (const row of rows) {
    if ("refusal" in row) refused.push(row.refusal);
    else if (row.doubts.length === 0) accepted.push(row.price);
    else suspicious.push({ ...row.price, reason: row.doubts.join(" ") });
  }
  return { ok: true, value: { accepted, suspicious, refused } };
}

/** A value of the source as a refusal shows it, however long or deep it is. */
export function shown(value: unknown): string {
  if (typeof value === "string") return value.slice(0, 120);
  if (value === undefined) return "";
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}

export const priceFileLimitBytes = 20_000_000;
export const priceRowLimit = 200_000;

export const tooLarge = (size: number): string =>
  `This file has ${Math.ceil(size / 1e6)} MB; a price file may have up to ${priceFileLimitBytes / 1e6} MB.`;
export const tooManyRows = (rows: number): string =>
  `This file has ${rows} rows; a price file may have up to ${priceRowLimit}.`;
