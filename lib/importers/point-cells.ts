/** What is wrong at one cell, and what to enter there. */
export type PointIssue = {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly mend: string;
};

/** Reads the cells of one row, and gathers what is wrong with them. */
export type PointRow = {
  readonly row: number;
  readonly issues: PointIssue[];
  readonly mended: PointIssue[];
  readonly optional: (column: string) => string | null;
  readonly text: (column: string) => string | null;
  readonly positive: (column: string) => number | null;
  readonly optionalPositive: (column: string) => number | null;
  readonly oneOf: <T extends string>(column: string, values: readonly T[]) => T | null;
  readonly refuse: (column: string, mend: string) => null;
  readonly mend: (column: string, mend: string) => void;
};

/** Beyond it nothing is a time, a length or a count. */
const largest = 1e9;

export function pointCells(
  head: readonly string[],
  line: readonly string[],
  row: number,
): PointRow {
  const issues: PointIssue[] = [];
  const mended: PointIssue[] = [];
  const value = (column: string) => line[head.indexOf(column)]?.trim() ?? "";
  const optional = (column: string) => value(column) || null;
  const note = (column: string, mend: string): PointIssue => ({
    row,
    column,
    value: value(column),
    mend,
  });
  const refuse = (column: string, mend: string): null => {
    issues.push(note(column, mend));
    return null;
  };
  const number = (column: string) => {
    const read = Number(value(column));
    if (read > largest) return refuse(column, "Enter a number of at most 1,000,000,000.");
    return read > 0 ? read : refuse(column, "Enter a number above 0.");
  };
  return {
    row,
    issues,
    mended,
    optional,
    refuse,
    mend: (column, mend) => void mended.push(note(column, mend)),
    text: (column) => optional(column) ?? refuse(column, "Enter a name."),
    positive: (column) =>
      value(column) === "" ? refuse(column, "Enter a number above 0.") : number(column),
    optionalPositive: (column) => (value(column) === "" ? null : number(column)),
    oneOf: (column, values) =>
      values.find((known) => known === value(column)) ??
      refuse(column, `Enter ${values.map((known) => `"${known}"`).join(" or ")}.`),
  };
}
