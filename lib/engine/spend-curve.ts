import { type Curve, costAt, type Segment, straightCurve } from "./curve";
import type { SpendBand, SpendTerms } from "./spend-terms";

/**
 * Cost of a month over its tokens where the bill at list price is tokens x `billPerToken`, and
 * `standing` is due beside it: one line for each band of spend, and a level where the minimum
 * holds. Exact. docs/model.md, "Break-even by volume".
 */
export function spendCurve(
  billPerToken: number,
  standing: number,
  { bands, minimum }: SpendTerms,
): Curve {
  const segments =
    billPerToken > 0
      ? bands.flatMap((band) => withMinimum(band, minimum)).map(toTokens(billPerToken, standing))
      : [{ low: 0, high: Number.POSITIVE_INFINITY, fixed: standing + minimum, slope: 0 }];
  const { slope } = segments.at(-1) ?? { slope: 0 };
  const heights = segments.flatMap((segment) =>
    [segment.low, segment.high].map((tokens) =>
      Number.isFinite(tokens) ? costAt(segment, tokens) - slope * tokens : segment.fixed,
    ),
  );
  return {
    *segmentsFrom(low) {
      let from = low;
      for (const segment of segments) {
        if (segment.high <= from) continue;
        yield { ...segment, low: from };
        from = segment.high;
      }
      const { fixed, slope: rise } = segments.at(-1) ?? { fixed: standing, slope: 0 };
      return yield* straightCurve({ fixed, slope: rise }).segmentsFrom(from);
    },
    lower: { fixed: Math.min(...heights), slope },
    upper: { fixed: Math.max(...heights), slope },
  };
}

/** max(minimum, fixed + slope x spend) on one band: the level first, then the line. */
function withMinimum(band: SpendBand, minimum: number): SpendBand[] {
  const level = { ...band, fixed: minimum, slope: 0 };
  const meets = band.slope > 0 ? (minimum - band.fixed) / band.slope : Number.POSITIVE_INFINITY;
  if (meets <= band.low) return [band];
  if (meets >= band.high) return [level];
  return [
    { ...level, high: meets },
    { ...band, low: meets },
  ];
}

function toTokens(billPerToken: number, standing: number) {
  return ({ low, high, fixed, slope }: SpendBand): Segment => ({
    low: low / billPerToken,
    high: high / billPerToken,
    fixed: standing + fixed,
    slope: slope * billPerToken,
  });
}
