export type RentalRow = {
  /** US dollars for an accelerator and an hour. */
  readonly rate: number;
  readonly spotRate: number | null;
  readonly count: number;
  readonly spelled: string;
  readonly isKnown: boolean;
  /** SkyPilot's GpuInfo: what Python prints for a dict, so no JSON. */
  readonly info: string;
};

/** The dearest accelerator-hour on demand asks some 18. */
const dearest = 40;
const cheapest = 0.03;

/** Why a rental is not to be used unasked; nothing where it may. */
export function rentalDoubts(row: RentalRow): readonly string[] {
  const { rate, spotRate, count, spelled, isKnown, info } = row;
  const doubts: string[] = [];
  if (!isKnown) doubts.push(`"${spelled.slice(0, 60)}" is no accelerator that the catalog knows.`);
  if (rate === 0) doubts.push("It costs nothing: that is a price not known, not a free machine.");
  else if (rate < cheapest)
    doubts.push("It is cheaper than any accelerator: the price or the count is wrong.");
  if (rate > dearest)
    doubts.push(
      `It is dearer than any accelerator (${dearest} an hour): likely the price of an instance counted as one.`,
    );
  if (spotRate === 0) doubts.push("Its spot price is nothing: that is a price not known.");
  if (spotRate !== null && spotRate > rate)
    doubts.push("Its spot price is above its price on demand.");
  const counted = countIn(info);
  if (counted !== null && counted !== count)
    doubts.push(`It counts ${count} accelerators, and its GpuInfo ${counted}.`);
  return doubts;
}

function countIn(info: string): number | null {
  const counts = [...info.slice(0, 2000).matchAll(/'Count': (\d+(?:\.\d+)?)/g)].map(([, n]) =>
    Number(n),
  );
  return counts.length === 0 ? null : counts.reduce((sum, n) => sum + n, 0);
}
