import type { ChartView } from "@/lib/views/types";

/** A drawing that moves under the hand: its painter hears of each step, React of new words alone. */
export type ChartSource = {
  /** The view as it is now, null where there is none any more. */
  latest(): ChartView | null;
  onStep(follow: () => void): () => void;
};

/** True where everything that is written around the canvas reads the same. */
export function sameWords(a: ChartView, b: ChartView): boolean {
  return (
    a.id === b.id &&
    a.title === b.title &&
    a.basis === b.basis &&
    a.unitLabel === b.unitLabel &&
    a.note === b.note &&
    a.levels?.label === b.levels?.label &&
    sameList(a.keys, b.keys, (one, other) => one.label === other.label) &&
    sameList(a.series, b.series, (one, other) => one.id === other.id) &&
    sameList(
      a.marks,
      b.marks,
      (one, other) => one.id === other.id && one.title === other.title && one.text === other.text,
    )
  );
}

function sameList<Item>(
  a: readonly Item[] = [],
  b: readonly Item[] = [],
  same: (one: Item, other: Item) => boolean,
): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index];
      return other !== undefined && same(item, other);
    })
  );
}
