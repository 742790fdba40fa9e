import { readFileSync } from "node:fs";
import { deploymentsOf, type PointDeployments } from "@/lib/cli/point-estimates";
import {
  type Errors,
  errorsOf,
  estimateThroughput,
  fittedParameters,
  type RooflineParameters,
} from "@/lib/engine";
import { readThroughputPoints } from "@/lib/importers/throughput-points";
import { leastOf } from "./nelder-mead";

// Fits the parameters of the throughput estimate on a file in the layout of silicon_sample.csv, and
// prints them with their errors: in sample, and leaving out each model and each machine in turn.
//   npx tsx bench/fit-throughput.ts FILE.csv

type Name = keyof RooflineParameters;
type Measure = {
  readonly names: readonly Name[];
  readonly pair: (of: PointDeployments, p: RooflineParameters) => readonly [number, number];
};

const estimated = ({ decode }: PointDeployments, p: RooflineParameters) => {
  const estimate = estimateThroughput(decode, p);
  if (estimate.kind !== "estimate") throw new Error("A point that does not fit was kept.");
  return estimate;
};

const perOutputToken: Measure = {
  names: [
    "memoryEfficiency",
    "arithmeticEfficiency",
    "secondsPerKernel",
    "secondsPerCollective",
    "unpackingFactor",
    "activationPasses",
    "secondsPerRequest",
  ],
  pair: (of, p) => [
    estimated(of, p).secondsPerOutputToken,
    of.point.measured.secondsPerOutputToken,
  ],
};

const toFirstToken: Measure = {
  names: ["firstTokenLaunchFactor", "firstTokenPrefills", "prefillsAheadShare"],
  pair: (of, p) => [estimated(of, p).secondsToFirstToken, of.point.measured.secondsToFirstToken],
};

/** An efficiency nearer to 1 than this is not believed of a kernel. */
const highestEfficiency = 0.95;
/** Log errors count squared below this, and by their size above it (Huber). */
const robustFrom = 0.25;
/** Pulls a parameter that the points leave open towards where it began. */
const pull = 1e-4;

const robust = (error: number) =>
  error < robustFrom ? error ** 2 / 2 / robustFrom : error - robustFrom / 2;

/** Models count by the root of their points, so that no one of them decides. */
function weightsOf(points: readonly PointDeployments[]): number[] {
  const counts = new Map<string, number>();
  for (const { model } of points) counts.set(model, (counts.get(model) ?? 0) + 1);
  return points.map(({ model }) => (counts.get(model) ?? 1) ** -0.5);
}

function withValues(
  start: RooflineParameters,
  names: readonly Name[],
  logs: readonly number[],
): RooflineParameters {
  const entries = names.map((name, nth) => {
    const value = Math.exp(logs[nth] ?? 0);
    return [name, name.endsWith("Efficiency") ? Math.min(value, highestEfficiency) : value];
  });
  return { ...start, ...Object.fromEntries(entries) };
}

function fitTo(
  points: readonly PointDeployments[],
  { names, pair }: Measure,
  start: RooflineParameters,
  restarts: number,
): RooflineParameters {
  const weights = weightsOf(points);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const first = names.map((name) => Math.log(start[name]));
  const loss = (logs: readonly number[]) => {
    const p = withValues(start, names, logs);
    let sum = 0;
    for (const [nth, of] of points.entries()) {
      const [estimate, measured] = pair(of, p);
      sum += (weights[nth] ?? 0) * robust(Math.abs(Math.log(estimate / measured)));
    }
    const strayed = logs.reduce((far, log, nth) => far + (log - (first[nth] ?? 0)) ** 2, 0);
    return sum / whole + pull * strayed;
  };
  let found = leastOf(loss, first);
  for (let nth = 0; nth < restarts; nth += 1) found = leastOf(loss, found.at);
  return withValues(start, names, found.at);
}

const percent = (fraction: number) => `${(fraction * 100).toFixed(1)}%`;
const words = (errors: Errors | null) =>
  errors === null
    ? "no points"
    : `${errors.points} points, median ${percent(errors.medianFraction)}, p90 ${percent(errors.ninthDecileFraction)}`;

function leaveOut(
  points: readonly PointDeployments[],
  measure: Measure,
  whole: RooflineParameters,
  by: "model" | "machine",
): void {
  const pairs = [...new Set(points.map((of) => of[by]))].flatMap((name) => {
    const without = fitTo(
      points.filter((of) => of[by] !== name),
      measure,
      whole,
      0,
    );
    const left = points.filter((of) => of[by] === name);
    const own = left.map((of) => measure.pair(of, without));
    console.log(`  without ${name}: ${words(errorsOf(own))}`);
    return own;
  });
  console.log(`one ${by} left out: ${words(errorsOf(pairs))}`);
}

function run(path: string): void {
  const { points: all } = readThroughputPoints(readFileSync(path, "utf8"));
  const points = all
    .filter(({ mode }) => mode === "agg")
    .map(deploymentsOf)
    .filter((of): of is PointDeployments => "decode" in of)
    .filter(({ decode }) => estimateThroughput(decode).kind === "estimate");
  let p = fittedParameters;
  for (const [name, measure] of Object.entries({ perOutputToken, toFirstToken })) {
    p = fitTo(points, measure, p, 1);
    console.log(`\n${name}`);
    for (const one of measure.names) console.log(`  ${one}: ${p[one].toPrecision(4)}`);
    console.log(`in sample: ${words(errorsOf(points.map((of) => measure.pair(of, p))))}`);
    leaveOut(points, measure, p, "model");
    leaveOut(points, measure, p, "machine");
  }
}

const path = process.argv[2];
if (path === undefined)
  throw new Error("Give the path of a file: npx tsx bench/fit-throughput.ts FILE.csv");
run(path);
