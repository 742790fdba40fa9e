/** fixed + slope x tokens. */
export type Line = { readonly fixed: number; readonly slope: number };

/** A line that holds for volumes (low, high]. */
export type Segment = Line & { readonly low: number; readonly high: number };

/** Cost of a month over its tokens, exact on every step, with lines that bound it at any volume. */
export type Curve = {
  /** Segments in order, the first one holding just above `low`. They do not end. */
  segmentsFrom(low: number): Generator<Segment, never>;
  readonly lower: Line;
  readonly upper: Line;
};

/** Whole counts that hold for volumes (low, high]. */
export type Step = {
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
};

export function straightCurve(line: Line): Curve {
  return {
    *segmentsFrom(low) {
      let from = low;
      while (true) {
        yield { low: from, high: Number.POSITIVE_INFINITY, ...line };
        from = Number.POSITIVE_INFINITY;
      }
    },
    lower: line,
    upper: line,
  };
}

/**
 * Walks volumes upwards from threshold to threshold: count i is ceil(tokens x rate i), which steps
 * at tokens = n / rate i. docs/model.md, "Break-even by volume".
 */
export function* stepsFrom(rates: readonly number[], from: number): Generator<Step, never> {
  let low = from;
  const counts = rates.map((rate) => (rate > 0 ? Math.floor(low * rate * (1 + nearly)) + 1 : 0));
  while (true) {
    const ends = counts.map((count, i) => thresholdOf(count, rates[i] ?? 0));
    const high = Math.min(Number.POSITIVE_INFINITY, ...ends);
    yield { low, high, counts: [...counts] };
    ends.forEach((end, i) => {
      if (end <= high * (1 + nearly)) counts[i] = (counts[i] ?? 0) + 1;
    });
    low = high;
  }
}

/** Thresholds closer than this are one. */
const nearly = 1e-12;

function thresholdOf(count: number, rate: number): number {
  return rate > 0 ? count / rate : Number.POSITIVE_INFINITY;
}

/** A curve that costs, on each step, what its counts cost. */
export function steppedCurve(
  rates: readonly number[],
  costOf: (counts: readonly number[]) => number,
  bounds: { readonly lower: Line; readonly upper: Line },
): Curve {
  return {
    *segmentsFrom(from) {
      for (const { low, high, counts } of stepsFrom(rates, from)) {
        yield { low, high, fixed: costOf(counts), slope: 0 };
      }
      throw new Error("Steps do not end");
    },
    ...bounds,
  };
}

export function costAt({ fixed, slope }: Line, tokens: number): number {
  return slope === 0 ? fixed : fixed + slope * tokens;
}
