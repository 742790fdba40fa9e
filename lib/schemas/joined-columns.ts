/**
 * Columns of texts, each as one text: a dozen long texts go from process to process and into the database where half
 * a million short ones would each be copied. The separator stands before every value, and in none.
 */
export type JoinedColumns<Name extends string> = {
  readonly count: number;
  readonly separator: string;
  readonly texts: Readonly<Record<Name, string>>;
};

export type Columns<Name extends string> = Readonly<Record<Name, readonly string[]>>;

export function joinColumns<Name extends string>(
  columns: Columns<Name>,
  count: number,
): JoinedColumns<Name> {
  const separator = separatorOutside(Object.values<readonly string[]>(columns));
  const texts = Object.entries<readonly string[]>(columns).map(([name, values]) => [
    name,
    values.length === 0 ? "" : separator + values.join(separator),
  ]);
  return { count, separator, texts: Object.fromEntries(texts) as Record<Name, string> };
}

export function splitColumns<Name extends string>({
  count,
  separator,
  texts,
}: JoinedColumns<Name>): Columns<Name> {
  const columns = Object.entries<string>(texts).map(
    ([name, text]) => [name, text.split(separator).slice(1)] as const,
  );
  if (columns.some(([, values]) => values.length !== count))
    throw new Error("columns of lines of unequal length");
  return Object.fromEntries(columns) as Record<Name, string[]>;
}

/** "Delete", which no text has a use for; else one that ends as none of it begins, so that it cannot arise where two meet. */
function separatorOutside(columns: readonly (readonly string[])[]): string {
  for (let tried = 0; ; tried += 1) {
    const sign = tried === 0 ? "\x7f" : `\x7f${tried}~`;
    if (!columns.some((texts) => texts.some((text) => text.includes(sign)))) return sign;
  }
}
