/** Moves positions apart to at least `gap`, inside bounds, each as near to its own place as can be. */
export function spread(
  wanted: readonly number[],
  { gap, from, to }: { readonly gap: number; readonly from: number; readonly to: number },
): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  type Block = { start: number; indexes: number[] };
  const blocks: Block[] = [];
  for (const index of order) {
    let block: Block = { start: wanted[index] ?? 0, indexes: [index] };
    let before = blocks.at(-1);
    while (before && block.start < before.start + before.indexes.length * gap) {
      blocks.pop();
      block = merge(before, block, wanted, gap);
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  const placed = new Array<number>(wanted.length).fill(from);
  for (const { start, indexes } of blocks) {
    indexes.forEach((index, place) => {
      placed[index] = start + place * gap;
    });
  }
  return inBounds(placed, order, { gap, from, to });
}

/** A block stands where its members' distances from their own places are least in sum of squares. */
function merge(
  a: { start: number; indexes: number[] },
  b: { start: number; indexes: number[] },
  wanted: readonly number[],
  gap: number,
) {
  const indexes = [...a.indexes, ...b.indexes];
  const sum = indexes.reduce(
    (total, index, place) => total + (wanted[index] ?? 0) - place * gap,
    0,
  );
  return { start: sum / indexes.length, indexes };
}

function inBounds(
  placed: number[],
  order: readonly number[],
  { gap, from, to }: { gap: number; from: number; to: number },
): readonly number[] {
  let limit = to;
  for (const index of [...order].reverse()) {
    placed[index] = Math.min(placed[index] ?? 0, limit);
    limit = (placed[index] ?? 0) - gap;
  }
  limit = from;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, limit);
    limit = (placed[index] ?? 0) + gap;
  }
  return placed;
}
