import { isRecord } from "@/lib/schemas/walk";

/** One record of a JSON file, with where it stands. */
export type JsonRow = { readonly row: number; readonly value: unknown };

/** Records of a file: one object, a list of them, or one a line. Null where it is no JSON. */
export function jsonRows(text: string): readonly JsonRow[] | null {
  const whole = parsed(text);
  if (whole) {
    if (Array.isArray(whole.value))
      return whole.value.map((value: unknown, at) => ({ row: at + 1, value }));
    return isRecord(whole.value) ? [{ row: 1, value: whole.value }] : null;
  }
  const lines = text.split(/\r?\n/).map((line, at) => ({ row: at + 1, line }));
  const full = lines.filter(({ line }) => line.trim() !== "");
  const rows = full.map(({ row, line }) => ({ row, value: parsed(line)?.value ?? line }));
  return rows.some(({ value }) => isRecord(value)) ? rows : null;
}

/** Python writes numbers that are none as bare words, which JSON has not: they come as text here. */
const bareWord = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g;

function parsed(text: string): { readonly value: unknown } | null {
  try {
    const quoted = /Infinity|NaN/.test(text)
      ? text.replaceAll(bareWord, (found) => (found.startsWith('"') ? found : `"${found}"`))
      : text;
    return { value: JSON.parse(quoted) };
  } catch {
    return null;
  }
}
