import type {
  BenchmarkConditions,
  BenchmarkPoint,
  BenchmarkRemark,
  BenchmarkRun,
} from "@/lib/schemas/benchmark-run";
import { shownNumber } from "@/lib/schemas/shown";

/** What a reader makes of one row: a point with its conditions, or what is wrong. */
export type ReadPoint = { readonly refused: readonly BenchmarkRemark[] } & (
  | { readonly point: null }
  | {
      readonly point: BenchmarkPoint;
      readonly conditions: BenchmarkConditions;
      readonly source: string;
      readonly url: string | null;
      readonly note: string | null;
    }
);
type Point = Extract<ReadPoint, { readonly conditions: unknown }>;

/** Random lengths differ a little from one run of a sweep to the next. */
const lengthRoom = 0.05;

/** Points under the same conditions are one run, from few requests at once to many. */
export function groupRuns(read: readonly ReadPoint[]): readonly BenchmarkRun[] {
  const byName = new Map<string, Point[][]>();
  for (const one of read) {
    if (one.point === null) continue;
    const name = nameOf(one);
    const groups = byName.get(name) ?? [];
    byName.set(name, groups);
    const group = groups.find(([first]) => first && sameLengths(first, one));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return [...byName.values()].flat().map((group, at) => runOf(group, `run-${at + 1}`));
}

function nameOf({ conditions, source, note }: Point): string {
  const { inputTokens: _, outputTokens: __, ...named } = conditions;
  return JSON.stringify([named, source, note]);
}

function sameLengths(a: Point, b: Point): boolean {
  return (["inputTokens", "outputTokens"] as const).every((key) => {
    const [one, other] = [a.conditions[key], b.conditions[key]];
    if (one === null || other === null) return one === other;
    return Math.abs(one - other) <= lengthRoom * Math.max(1, one);
  });
}

function runOf(group: readonly Point[], id: string): BenchmarkRun {
  const [first] = group;
  if (!first) throw new Error("A run has at least one point.");
  const mean = (key: "inputTokens" | "outputTokens") => {
    const lengths = group.flatMap(({ conditions }) => conditions[key] ?? []);
    if (lengths.length === 0) return null;
    return Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
  };
  const conditions = {
    ...first.conditions,
    inputTokens: mean("inputTokens"),
    outputTokens: mean("outputTokens"),
  };
  const dates = group.flatMap(({ point }) => point.date ?? []).toSorted();
  const points = withoutRepeats(group.map(({ point }) => point)).toSorted(
    (a, b) => (a.requestsAtOnce ?? 0) - (b.requestsAtOnce ?? 0) || a.row - b.row,
  );
  return {
    ...conditions,
    id,
    source: first.source,
    url: first.url,
    note: first.note,
    date: dates.at(-1) ?? null,
    points: points.filter(({ remarks }) => remarks.length === 0),
    suspicious: points.filter(({ remarks }) => remarks.length > 0),
    unsaid: (Object.keys(conditions) as (keyof BenchmarkConditions)[]).filter(
      (key) => conditions[key] === null,
    ),
  };
}

/** Of clean points with as many requests at once only the newest stays clean. */
function withoutRepeats(points: readonly BenchmarkPoint[]): readonly BenchmarkPoint[] {
  const newest = new Map<number, BenchmarkPoint>();
  for (const point of points) {
    if (point.requestsAtOnce === null || point.remarks.length > 0) continue;
    const known = newest.get(point.requestsAtOnce);
    if (!known || (point.date ?? "") >= (known.date ?? "")) newest.set(point.requestsAtOnce, point);
  }
  return points.map((point) => {
    const last = newest.get(point.requestsAtOnce ?? Number.NaN);
    if (!last || last === point || point.remarks.length > 0) return point;
    return { ...point, remarks: [repeated(point, last)] };
  });
}

const repeated = (point: BenchmarkPoint, last: BenchmarkPoint): BenchmarkRemark => ({
  row: point.row,
  field: "requests at once",
  value: shownNumber(point.requestsAtOnce ?? 0),
  reason: `Measured again in row ${last.row}, which is newer and is used instead: the first of two is often a warm-up.`,
  mend: "Take one of the two out of the file.",
});
