import type { IcebergBlock, IcebergView } from "@/lib/views/iceberg";

/** All in pixels, from the waterline down; the tip is above it. */
export type PlacedBlock = {
  readonly block: IcebergBlock;
  readonly top: number;
  readonly height: number;
  /** Middle of its words, moved where they would lie on the ones before. */
  readonly wordsAt: number;
  /** Of its middle: 0 at the waterline, 1 at the bottom. */
  readonly depthFraction: number;
};

export type IcebergLayout = {
  readonly tipHeight: number;
  readonly depth: number;
  /** Height of the drawing below the waterline, words included. */
  readonly room: number;
  readonly placed: readonly PlacedBlock[];
  readonly ticks: readonly { readonly factor: number; readonly at: number }[];
};

const below = 430;
const wordsGap = 44;
const plainTip = 84;
const leastTip = 28;
const tickFactors = [2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000];

/** One log scale for both sides: a block is as high as the logarithm of its factor. */
export function icebergLayout({ blocks, tipFactor }: IcebergView): IcebergLayout {
  const size = ({ factor }: IcebergBlock) => Math.abs(Math.log(factor));
  const whole = Math.max(
    blocks.reduce((sum, block) => sum + size(block), 0),
    Math.log(2),
  );
  const scale = below / whole;
  let top = 0;
  let free = 0;
  const placed = blocks.map((block): PlacedBlock => {
    const height = size(block) * scale;
    const wordsAt = Math.max(top + height / 2, free + wordsGap / 2);
    const depthFraction = (top + height / 2) / below;
    const one = { block, top, height, wordsAt, depthFraction };
    top += height;
    free = wordsAt + wordsGap / 2;
    return one;
  });
  // Where factors begin to take tokens, depth is no product any more.
  const gained = placed
    .filter(({ block }) => block.factor > 1)
    .reduce((deepest, one) => Math.max(deepest, one.top + one.height), 0);
  const tip = tipFactor === null ? plainTip : Math.abs(Math.log(tipFactor)) * scale;
  return {
    tipHeight: Math.max(leastTip, tip),
    depth: top,
    room: Math.max(top, free, 48) + 8,
    placed,
    ticks: tickFactors
      .map((factor) => ({ factor, at: Math.log(factor) * scale }))
      .filter(({ at }) => at <= gained),
  };
}

/** Half the width of the ice, 0..1, at a share of its depth: widest a little under the water. */
export function halfWidth(depthFraction: number): number {
  const known = [
    [-1, 0.14],
    [-0.45, 0.42],
    [0, 0.68],
    [0.16, 0.98],
    [0.3, 1],
    [0.55, 0.86],
    [0.8, 0.55],
    [1, 0.3],
  ] as const;
  const next = known.findIndex(([at]) => at >= depthFraction);
  const [a, b] = [known[Math.max(0, next - 1)], known[Math.max(0, next)]];
  if (!a || !b) return 0.3;
  const share = b[0] === a[0] ? 0 : (depthFraction - a[0]) / (b[0] - a[0]);
  return a[1] + share * (b[1] - a[1]);
}
