import { isRecord } from "@/lib/schemas/walk";

/** One record of a JSON file, with where it stands. */
export type JsonRow = { readonly row: number; readonly value: unknown };

/** Records of a file: one object, a list of them, one a line, or several written one after the other. Null where it is no JSON. */
export function jsonRows(text: string): readonly JsonRow[] | null {
  const whole = parsed(text);
  if (whole) {
    if (Array.isArray(whole.value))
      return whole.value.map((value: unknown, at) => ({ row: at + 1, value }));
    return isRecord(whole.value) ? [{ row: 1, value: whole.value }] : null;
  }
  const pieces = consecutive(text);
  if (pieces) return pieces.map((value, at) => ({ row: at + 1, value }));
  const lines = text.split(/\r?\n/).map((line, at) => ({ row: at + 1, line }));
  const full = lines.filter(({ line }) => line.trim() !== "");
  const rows = full.map(({ row, line }) => ({ row, value: parsed(line)?.value ?? line }));
  return rows.some(({ value }) => isRecord(value)) ? rows : null;
}

/** Objects over several lines, one after the other, as where files were put into one; null where any is broken. */
function consecutive(text: string): readonly unknown[] | null {
  if (parsed(text.split(/\r?\n/, 1)[0] ?? "")) return null;
  const values: unknown[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/g)) {
    if (found === "{" || found === "[") depth += 1;
    else if (found === "}" || found === "]") depth -= 1;
    else continue;
    if (depth > 0) continue;
    const value = parsed(text.slice(from, index + 1));
    if (!value) return null;
    values.push(value.value);
    from = index + 1;
  }
  return values.length > 1 && text.slice(from).trim() === "" ? values : null;
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
