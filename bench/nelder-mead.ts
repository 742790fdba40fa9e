type Point = { readonly at: readonly number[]; readonly value: number };

/** Least value of a function of a few numbers, by reflecting a simplex (Nelder and Mead, 1965). */
export function leastOf(
  of: (at: readonly number[]) => number,
  start: readonly number[],
  { edge = 0.2, rounds = 500 } = {},
): Point {
  const point = (at: readonly number[]): Point => ({ at, value: of(at) });
  let simplex = [
    point(start),
    ...start.map((_, moved) => point(start.map((x, nth) => (nth === moved ? x + edge : x)))),
  ];
  for (let round = 0; round < rounds; round += 1) {
    simplex = nextSimplex(
      simplex.toSorted((a, b) => a.value - b.value),
      point,
    );
  }
  return simplex.toSorted((a, b) => a.value - b.value)[0] as Point;
}

function nextSimplex(sorted: readonly Point[], point: (at: readonly number[]) => Point): Point[] {
  const best = sorted[0] as Point;
  const worst = sorted.at(-1) as Point;
  const others = sorted.slice(0, -1);
  const second = others.at(-1) as Point;
  const centre = best.at.map((_, nth) => mean(others.map(({ at }) => at[nth] ?? 0)));
  const along = (reach: number) =>
    point(centre.map((x, nth) => x + reach * ((worst.at[nth] ?? 0) - x)));
  const mirrored = along(-1);
  if (mirrored.value < best.value) {
    const further = along(-2);
    return [...others, further.value < mirrored.value ? further : mirrored];
  }
  if (mirrored.value < second.value) return [...others, mirrored];
  const nearer = along(mirrored.value < worst.value ? -0.5 : 0.5);
  if (nearer.value < Math.min(worst.value, mirrored.value)) return [...others, nearer];
  const halfway = (to: Point) => point(to.at.map((x, nth) => (x + (best.at[nth] ?? 0)) / 2));
  return [best, ...sorted.slice(1).map(halfway)];
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
