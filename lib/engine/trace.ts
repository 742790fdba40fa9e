import type { Figure } from "@/lib/schemas/figure";

/** A part of the plan and the path that names it. */
export type Source<Row> = { readonly path: string; readonly row: Row };

/** A result with the inputs it came from and those of them that are unpriced. */
export type Traced<Value> = {
  readonly value: Value;
  readonly inputs: readonly string[];
  readonly missing: readonly string[];
};

export type Reader = {
  /** The value of a figure; NaN where it is unpriced, and then the result is never shown. */
  figure<Key extends string>(source: Source<{ readonly [K in Key]: Figure }>, key: Key): number;
  /** Another result, with its inputs. */
  traced<Value>(part: Traced<Value>): Value;
  /** Notes an input that is not a single figure, such as a stepped curve. */
  note(path: string): void;
};

/**
 * Runs a computation and records every input it reads, so that a cost line knows what it is made
 * of and an unpriced figure blocks only what really uses it. Inputs read here come first.
 */
export function trace<Value>(compute: (read: Reader) => Value): Traced<Value> {
  const own = new Set<string>();
  const inherited = new Set<string>();
  const missing = new Set<string>();
  const value = compute({
    figure: (source, key) => {
      const path = `${source.path}.${key}`;
      own.add(path);
      const { value } = source.row[key];
      if (value === null) missing.add(path);
      return value ?? Number.NaN;
    },
    traced: (part) => {
      for (const path of part.inputs) inherited.add(path);
      for (const path of part.missing) missing.add(path);
      return part.value;
    },
    note: (path) => {
      own.add(path);
    },
  });
  for (const path of inherited) own.add(path);
  return { value, inputs: [...own], missing: [...missing] };
}
