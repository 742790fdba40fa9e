import type { BenchmarkRemark } from "@/lib/schemas/benchmark-run";
import { shownInput, shownNumber } from "@/lib/schemas/shown";

export type Bounds = { readonly min: number; readonly max: number };

/** Bounds of what a plan takes; the schema of a throughput has the same. */
export const bounds = {
  rate: { min: 0.001, max: 1e9 },
  toFirst: { min: 0, max: 1e8 },
  perToken: { min: 0.001, max: 1e6 },
  count: { min: 1, max: 1024 },
  atOnce: { min: 0.01, max: 1e7 },
  tokens: { min: 0, max: 1e15 },
  seconds: { min: 0.001, max: 1e9 },
} as const satisfies Record<string, Bounds>;

const longestName = 120;

/** Reads the fields of one record, and gathers what is wrong with them and what is odd. */
export type RecordFields = {
  readonly row: number;
  readonly refused: BenchmarkRemark[];
  readonly odd: BenchmarkRemark[];
  readonly raw: (field: string) => unknown;
  readonly text: (...fields: string[]) => string | null;
  readonly number: (field: string, bounds: Bounds) => number | null;
  readonly needed: (field: string, bounds: Bounds, mend: string) => number | null;
  readonly refuse: (field: string, reason: string, mend: string) => null;
  readonly doubt: (field: string, reason: string, mend: string) => void;
};

export function recordFields(record: Readonly<Record<string, unknown>>, row: number): RecordFields {
  const refused: BenchmarkRemark[] = [];
  const odd: BenchmarkRemark[] = [];
  // A file may name a field "__proto__" or "constructor": only what it holds itself counts.
  const raw = (field: string) => (Object.hasOwn(record, field) ? record[field] : undefined);
  const remark = (field: string, reason: string, mend: string): BenchmarkRemark => ({
    row,
    field,
    value: shownInput(raw(field)),
    reason,
    mend,
  });
  const refuse = (field: string, reason: string, mend: string): null => {
    refused.push(remark(field, reason, mend));
    return null;
  };
  const number = (field: string, { min, max }: Bounds) => {
    const value = raw(field);
    if (value === undefined || value === null || value === "") return null;
    const read = typeof value === "string" ? Number(value) : value;
    const range = `Enter a number from ${shownNumber(min)} to ${shownNumber(max)}, or run it again.`;
    if (typeof read !== "number" || !Number.isFinite(read))
      return refuse(field, "It is not a number.", range);
    return read >= min && read <= max ? read : refuse(field, "It is out of bounds.", range);
  };
  return {
    row,
    refused,
    odd,
    raw,
    refuse,
    number,
    doubt: (field, reason, mend) => void odd.push(remark(field, reason, mend)),
    needed: (field, limits, mend) => {
      const before = refused.length;
      const value = number(field, limits);
      if (value !== null || refused.length > before) return value;
      return refuse(field, "It is missing.", mend);
    },
    text: (...fields) => {
      for (const field of fields) {
        const value = raw(field);
        const words = typeof value === "number" ? String(value) : value;
        if (typeof words === "string" && words.trim() !== "")
          return plainText(words).slice(0, longestName);
      }
      return null;
    },
  };
}

const plainText = (words: string) => words.replaceAll(/[\p{Control}\p{Surrogate}]/gu, " ").trim();
