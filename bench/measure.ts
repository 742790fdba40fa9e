export type Result = {
  name: string;
  ours: number;
  /** null where nothing comparable exists. */
  theirs: number | null;
  ratio: number | null;
  unit: string;
};

export const median = (values: readonly number[]) => percentile(values, 0.5);

export function percentile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(fraction * sorted.length) - 1)];
  if (value === undefined) throw new Error("There is nothing to take a percentile of.");
  return value;
}

const rounded = (value: number) => Number(value.toPrecision(4));

export const compared = (name: string, ours: number, theirs: number, unit: string): Result => ({
  name,
  ours: rounded(ours),
  theirs: rounded(theirs),
  ratio: rounded(ours / theirs),
  unit,
});

export const alone = (name: string, ours: number, unit: string): Result => ({
  name,
  ours: rounded(ours),
  theirs: null,
  ratio: null,
  unit,
});

/** Runs the two in turn, so that whatever else the machine does meets both alike. */
export async function interleaved(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<{ ours: number; theirs: number }> {
  const taken = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    taken.ours.push(await ours());
    taken.theirs.push(await theirs());
  }
  return { ours: median(taken.ours), theirs: median(taken.theirs) };
}
