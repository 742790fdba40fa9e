import type { LineRead } from "./to-line";

const names = [
  "category",
  "description",
  "partNumber",
  "quantity",
  "unit",
  "unitPrice",
  "discountFraction",
  "recurrence",
  "months",
  "taxFraction",
  "lineTotal",
  "freight",
] as const satisfies readonly (keyof LineRead)[];
type Name = (typeof names)[number];

/**
 * Lines column by column, each column as JSON of its texts: a dozen long texts go from process to process and into
 * the database where half a million short ones would each be copied. An empty text is none.
 */
export type LineColumns = { readonly count: number; readonly row: string } & {
  readonly [name in Name]: string;
};

export type LinesBuilder = {
  readonly add: (row: number, line: LineRead) => void;
  readonly columns: () => LineColumns;
};

export function emptyLines(): LinesBuilder {
  const row: number[] = [];
  const texts = Object.fromEntries(names.map((name) => [name, [] as string[]])) as Record<
    Name,
    string[]
  >;
  return {
    add: (at, line) => {
      row.push(at);
      for (const name of names) texts[name].push(String(line[name] ?? ""));
    },
    columns: () => {
      const written = Object.fromEntries(names.map((name) => [name, JSON.stringify(texts[name])]));
      return {
        count: row.length,
        row: JSON.stringify(row),
        ...(written as Record<Name, string>),
      };
    },
  };
}

/** The columns taken apart again. */
export type LineValues = { readonly row: readonly number[] } & {
  readonly [name in Name]: readonly string[];
};

export function valuesOf({ count, ...columns }: LineColumns): LineValues {
  const values = Object.entries(columns).map(([name, json]) => [name, JSON.parse(json)] as const);
  if (values.some(([, column]) => column.length !== count))
    throw new Error("columns of lines of unequal length");
  return Object.fromEntries(values) as LineValues;
}
