import { type ColumnMapping, importFields } from "@/lib/schemas/lines-import";
import { matchesOf } from "./header-words";

/** The surest pairs first; a column holds one field, and a field stands in one column. */
export function proposeMapping(headers: readonly string[]): ColumnMapping {
  const pairs = headers.flatMap((header, column) =>
    matchesOf(header).map((match) => ({ ...match, column })),
  );
  const sorted = pairs.toSorted(
    (a, b) =>
      b.strength - a.strength ||
      a.column - b.column ||
      importFields.indexOf(a.field) - importFields.indexOf(b.field),
  );
  const mapping: { -readonly [Field in keyof ColumnMapping]: ColumnMapping[Field] } = {};
  const taken = new Set<number>();
  for (const { field, column } of sorted) {
    if (mapping[field] !== undefined || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

/** How many fields a header names: what a row of lines does not. */
export function headerScore(headers: readonly string[]): number {
  const mapping = proposeMapping(headers);
  const fields = Object.keys(mapping).length;
  const { description, unitPrice, lineTotal } = mapping;
  if (description === undefined) return fields;
  return fields + (unitPrice !== undefined ? 2 : 0) + (lineTotal !== undefined ? 1 : 0);
}
