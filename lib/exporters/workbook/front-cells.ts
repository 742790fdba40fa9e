import type { ThroughputFront, ThroughputPoint } from "@/lib/schemas/throughput-front";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { frontPairs } from "@/lib/views/front-pairs";
import type { SheetWriter } from "./cells";
import type { Inputs } from "./input-cells";

type PointCells = { readonly first: string; readonly token: string; readonly rate: string };

/** Where a target is absent: no latency is as long. */
const anyTime = "1000000000000";

/** Output tokens a second at the point that the workload's targets choose. docs/throughput.md, "Measured fronts". */
export function frontRateCell(
  { inputs, sheet }: { readonly inputs: Inputs; readonly sheet: SheetWriter },
  { front, workload }: { readonly front: ThroughputFront; readonly workload: InferenceWorkload },
): string {
  const target = (key: "timeToFirstToken" | "timePerOutputToken") =>
    workload[`${key}TargetMilliseconds`]
      ? inputs.figure(`workloads.${workload.id}.${key}TargetMilliseconds`)
      : anyTime;
  const [first, token] = [target("timeToFirstToken"), target("timePerOutputToken")];
  const cells = new Map(front.points.map((point) => [point, pointCells(inputs, point)]));
  let most = "0";
  const more = (formula: string) => {
    most = sheet.value("Most so far within the targets", "tok/s", `MAX(${most},${formula})`);
  };
  for (const point of cells.values())
    more(`IF(AND(${point.first}<=${first},${point.token}<=${token}),${point.rate},0)`);
  for (const pair of frontPairs(front.points)) {
    const [slow, fast] = pair.map((point) => cells.get(point));
    if (!slow || !fast) continue;
    const place = sheet.value(
      "Place between two points",
      "fraction",
      placeOf({ slow, fast, first, token }),
    );
    const at = (key: keyof PointCells) => `(${slow[key]}+${place}*(${fast[key]}-${slow[key]}))`;
    more(`IF(AND(${place}>0,${place}<1,${at("first")}<=${first}*(1+0.000000001)),${at("rate")},0)`);
  }
  return most;
}

function pointCells(inputs: Inputs, point: ThroughputPoint): PointCells {
  return {
    first: inputs.given(
      "Time to first token of a measured point",
      "milliseconds",
      point.timeToFirstTokenMilliseconds,
    ),
    token: inputs.given(
      "Time per output token of a measured point",
      "milliseconds",
      point.timePerOutputTokenMilliseconds,
    ),
    rate: inputs.given(
      "Output throughput of a measured point",
      "tokensPerSecond",
      point.outputTokensPerSecond,
    ),
  };
}

/** How far from the slower point the targets lie, straight in 1 / time per output token; past 1 where nowhere. */
function placeOf(of: {
  readonly slow: PointCells;
  readonly fast: PointCells;
  readonly first: string;
  readonly token: string;
}): string {
  const { slow, fast, first, token } = of;
  const byToken = `(1/${token}-1/${slow.token})/(1/${fast.token}-1/${slow.token})`;
  const byFirst = `IF(${slow.first}<=${first},0,IF(${fast.first}<${slow.first},(${slow.first}-${first})/(${slow.first}-${fast.first}),2))`;
  return `MAX(0,${byToken},${byFirst})`;
}
