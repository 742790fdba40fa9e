import type { Curve } from "./curve";

/** Two curves of the same volume, one cost on top of the other. */
export function sumOfCurves(a: Curve, b: Curve): Curve {
  return {
    *segmentsFrom(from) {
      const aSegments = a.segmentsFrom(from);
      const bSegments = b.segmentsFrom(from);
      let aSegment = aSegments.next().value;
      let bSegment = bSegments.next().value;
      let low = from;
      while (true) {
        const high = Math.min(aSegment.high, bSegment.high);
        const fixed = aSegment.fixed + bSegment.fixed;
        yield { low, high, fixed, slope: aSegment.slope + bSegment.slope };
        if (aSegment.high <= high) aSegment = aSegments.next().value;
        if (bSegment.high <= high) bSegment = bSegments.next().value;
        low = high;
      }
    },
    lower: { fixed: a.lower.fixed + b.lower.fixed, slope: a.lower.slope + b.lower.slope },
    upper: { fixed: a.upper.fixed + b.upper.fixed, slope: a.upper.slope + b.upper.slope },
  };
}
