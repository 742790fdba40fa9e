import type { RepeatedName } from "./json-text";
import type { RowReading } from "./price-import";

type Rows = readonly (readonly [key: string, row: unknown])[];

/** Adds to a row what the file says twice: its name, its name in other letters, or a field of it. */
export function repetitions(rows: Rows, repeated: readonly RepeatedName[]) {
  const sameLetters = new Map<string, { key: string; row: unknown; line: number }[]>();
  for (const [at, [key, row]] of rows.entries()) {
    const name = key.toLowerCase();
    sameLetters.set(name, [...(sameLetters.get(name) ?? []), { key, row, line: at + 1 }]);
  }
  const twice = new Set(repeated.filter(({ path }) => path.length === 0).map(({ name }) => name));
  const inside = new Map(repeated.map(({ path, name }) => [String(path[0] ?? ""), name]));

  return (key: string, reading: RowReading, line: number): RowReading => {
    const same = sameLetters.get(key.toLowerCase()) ?? [];
    const first = same[0];
    const isLater = first !== undefined && first.line < line;
    if (
      isLater &&
      JSON.stringify(first.row) === JSON.stringify(same.find((s) => s.line === line)?.row)
    )
      return { refusal: repeatedRow(key, line, first.key) };
    if ("refusal" in reading) return reading;
    const doubts: string[] = [];
    const others = same.filter(({ row }) => JSON.stringify(row) !== JSON.stringify(first?.row));
    if (others.length > 0)
      doubts.push(
        `The file has it in other letters at other prices: ${same.map((s) => s.key).join(", ")}.`,
      );
    if (twice.has(key)) doubts.push("The file has it more than once; the last one was read.");
    const field = inside.get(key);
    if (field !== undefined && !twice.has(key))
      doubts.push(`It has ${field} more than once; the last one was read.`);
    return { ...reading, doubts: [...reading.doubts, ...doubts] };
  };
}

const repeatedRow = (key: string, row: number, first: string) => ({
  row,
  key,
  field: "",
  value: key,
  reason: `It is the same row as ${first}.`,
  mend: "Delete one of the two.",
});
