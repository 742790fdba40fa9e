import type { Figure } from "@/lib/schemas/figure";

/** A part of the plan and the path that names it. */
export type Source<Row> = { readonly path: string; readonly row: Row };

/** A figure that was in another currency: the rates it was converted at, and those that were missing. */
export type ConvertedFigure = Figure & {
  readonly exchange?: { readonly reads: readonly string[]; readonly missing: readonly string[] };
};

/** A result that knows what it was computed from, and which of that is unpriced. */
export type Traced<Value> = {
  readonly value: Value;
  /** Paths of the inputs read directly; those of its parts come after them. */
  readonly reads: readonly string[];
  readonly parts: readonly Traced<unknown>[];
  /** Paths of unpriced figures, its parts' included. */
  readonly missing: readonly string[];
};

export type Reader = {
  /** The value of a figure; NaN where it is unpriced, and then the result is never shown. */
  figure<Key extends string>(source: Source<{ readonly [K in Key]: Figure }>, key: Key): number;
  /** A figure that the row may do without; `whenAbsent` stands for one that is not there. */
  optional<Key extends string>(
    source: Source<{ readonly [K in Key]?: Figure | undefined }>,
    key: Key,
    whenAbsent: number,
  ): number;
  /** A figure that the row may do without, but not where this is asked for: absent, it is unpriced. */
  needed<Key extends string>(
    source: Source<{ readonly [K in Key]?: Figure | undefined }>,
    key: Key,
  ): number;
  /** An input that is no figure and is not there, though it is needed. */
  missing(path: string): void;
  /** Another result, with its inputs. */
  traced<Value>(part: Traced<Value>): Value;
  /** Notes an input that is not a single figure, such as a stepped curve. */
  note(path: string): void;
};

/**
 * Runs a computation and records every input it reads, so that a cost line knows what it is made
 * of and an unpriced figure blocks only what really uses it.
 */
export function trace<Value>(compute: (read: Reader) => Value): Traced<Value> {
  const read = new Recorder();
  const value = compute(read);
  const { reads, parts, unpriced } = read;
  return { value, reads, parts, missing: unpriced.length > 1 ? [...new Set(unpriced)] : unpriced };
}

/** A class, since a plan traces hundreds of results and closures for each would cost more than most of them. */
class Recorder implements Reader {
  readonly reads: string[] = [];
  readonly parts: Traced<unknown>[] = [];
  readonly unpriced: string[] = [];

  figure<Key extends string>(
    { path, row }: Source<{ readonly [K in Key]: Figure }>,
    key: Key,
  ): number {
    return this.noted(`${path}.${key}`, row[key]);
  }

  optional<Key extends string>(
    { path, row }: Source<{ readonly [K in Key]?: Figure | undefined }>,
    key: Key,
    whenAbsent: number,
  ): number {
    const figure = row[key];
    return figure ? this.noted(`${path}.${key}`, figure) : whenAbsent;
  }

  needed<Key extends string>(
    { path, row }: Source<{ readonly [K in Key]?: Figure | undefined }>,
    key: Key,
  ): number {
    return this.noted(`${path}.${key}`, row[key]);
  }

  missing(path: string): void {
    this.noted(path, undefined);
  }

  traced<Value>(part: Traced<Value>): Value {
    this.parts.push(part);
    if (part.missing.length > 0) this.unpriced.push(...part.missing);
    return part.value;
  }

  note(path: string): void {
    this.reads.push(path);
  }

  private noted(path: string, figure: ConvertedFigure | undefined): number {
    this.reads.push(path);
    const exchange = figure?.exchange;
    if (exchange) {
      this.reads.push(...exchange.reads);
      this.unpriced.push(...exchange.missing);
      return figure.value ?? Number.NaN;
    }
    const value = figure?.value ?? null;
    if (value === null) this.unpriced.push(path);
    return value ?? Number.NaN;
  }
}

/** Every input behind a result, each once, the nearest first. */
export function inputsOf(result: Traced<unknown>): string[] {
  const paths = new Set<string>();
  const visited = new Set<Traced<unknown>>([result]);
  for (const part of visited) {
    for (const path of part.reads) paths.add(path);
    for (const next of part.parts) visited.add(next);
  }
  return [...paths];
}
