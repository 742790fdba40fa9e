import type { DateOrder } from "@/lib/schemas/lines-import";

const dayMs = 24 * 60 * 60 * 1000;

/** ISO 8601 of a spreadsheet's day number; null beyond the days that it knows. */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  const day = Math.floor(serial);
  if (day < 0 || day > 2_958_465) return null;
  // The system of 1900 counts a 29 February 1900, which never was.
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(epoch + day * dayMs).toISOString().slice(0, 10);
}

type Parts = readonly [first: number, second: number, year: number];

/** "31.12.2027", "12/31/27", "2027-12-31". */
function partsOf(text: string): Parts | "iso" | null {
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(text)) return "iso";
  const [, first, second, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text) ?? [];
  return first && second && year
    ? [Number(first), Number(second), year.length === 2 ? 2000 + Number(year) : Number(year)]
    : null;
}

/** What a date as text proves; null where it may be either. */
export function orderShownBy(text: string): DateOrder | "either" | null {
  const parts = partsOf(text.trim());
  if (parts === null || parts === "iso") return null;
  if (parts[0] > 12) return "day-first";
  return parts[1] > 12 ? "month-first" : "either";
}

/** ISO 8601, or null for what is no day. */
export function readDay(text: string, order: DateOrder): string | null {
  const parts = partsOf(text.trim());
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0] =
    parts === "iso"
      ? text.trim().split(/[-/.]/).map(Number)
      : [
          parts[2],
          order === "day-first" ? parts[1] : parts[0],
          order === "day-first" ? parts[0] : parts[1],
        ];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay ? date.toISOString().slice(0, 10) : null;
}

/** Whole months from a first to a last day, both counted; null where they are no whole months. */
export function monthsBetween(first: string, last: string): number | null {
  const from = new Date(first);
  const after = new Date(new Date(last).getTime() + dayMs);
  if (from.getUTCDate() !== after.getUTCDate()) return null;
  const months =
    (after.getUTCFullYear() - from.getUTCFullYear()) * 12 +
    after.getUTCMonth() -
    from.getUTCMonth();
  return months >= 1 ? months : null;
}
