import { efficientPoints, frontPoint, interactivityOf } from "@/lib/engine";
import type { FrontThroughput } from "@/lib/engine/types";
import { figureText, listed, numberFull, quantity } from "@/lib/format";
import type { ThroughputPoint } from "@/lib/schemas/throughput-front";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { sourceOf } from "./explain-front";
import { operatingPointText } from "./operating-point";
import { textCell } from "./table";
import type { TableView } from "./types";

/** x: output tokens a second for each user; y: for each accelerator. */
type Place = { readonly x: number; readonly y: number };

export type FrontView = {
  readonly points: readonly (Place & { readonly isEfficient: boolean })[];
  /** The front from its slowest point to its fastest. */
  readonly line: readonly Place[];
  readonly chosen: (Place & { readonly label: string }) | null;
  /** A rule where the workload's time per output token lies; null where it has no target. */
  readonly target: { readonly x: number; readonly label: string } | null;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Where the replica runs, or why it runs nowhere. */
  readonly words: readonly [finding: string, why: string];
  readonly isMissed: boolean;
  readonly targets: string;
  /** Where it was measured, and when. */
  readonly source?: string;
  readonly table: TableView;
};

/** A measured front with the point that the workload's targets choose. */
export function frontView(profile: FrontThroughput, workload: InferenceWorkload): FrontView {
  const { points } = profile.front;
  const width = profile.acceleratorsPerReplica.value ?? 1;
  const place = (point: ThroughputPoint): Place => ({
    x: interactivityOf(point),
    y: point.outputTokensPerSecond / width,
  });
  const front = efficientPoints(points);
  const chosen = frontPoint(profile, workload);
  const target = workload.timePerOutputTokenTargetMilliseconds?.value;
  const text = operatingPointText(profile, workload);
  return {
    points: points.map((point) => ({ ...place(point), isEfficient: front.includes(point) })),
    line: front.map(place),
    chosen: chosen && {
      ...place(chosen),
      label: `${quantity(chosen.outputTokensPerSecond / width)} tok/s`,
    },
    target: target
      ? {
          x: interactivityOf({ timePerOutputTokenMilliseconds: target }),
          label: `target ${quantity(target)} ms`,
        }
      : null,
    xLabel: "Output tokens/s for each user",
    yLabel: "Output tokens/s an accelerator",
    words: text ? [`${text.text}.`, text.why] : missedWords(points),
    isMissed: text === null,
    targets: targetsText(workload),
    ...sourceOf(profile.front),
    table: frontTable(profile, front, width),
  };
}

function missedWords(points: readonly ThroughputPoint[]): FrontView["words"] {
  const best = (key: "timePerOutputTokenMilliseconds" | "timeToFirstTokenMilliseconds") =>
    quantity(Math.min(...points.map((point) => point[key])));
  return [
    "No measured point meets the workload\u2019s targets.",
    `The fastest gives ${best("timePerOutputTokenMilliseconds")} ms a token, the earliest first token takes ${best("timeToFirstTokenMilliseconds")} ms. Loosen a target, or enter another throughput.`,
  ];
}

/** "Targets of Claims triage: at most 50 ms a token, first token within 2,000 ms." */
function targetsText(workload: InferenceWorkload): string {
  const ms = (value: number | null) => figureText(value, "milliseconds", "");
  const token = workload.timePerOutputTokenTargetMilliseconds;
  const first = workload.timeToFirstTokenTargetMilliseconds;
  const parts = [
    ...(token ? [`at most ${ms(token.value)} a token`] : []),
    ...(first ? [`a first token within ${ms(first.value)}`] : []),
  ];
  return parts.length === 0
    ? `${workload.name} has no target.`
    : `Targets of ${workload.name}: ${listed(parts)}.`;
}

function frontTable(
  profile: FrontThroughput,
  front: readonly ThroughputPoint[],
  width: number,
): TableView {
  const { points, inputTokens, outputTokens } = profile.front;
  const number = (value: number) => textCell(quantity(value), value);
  return {
    id: `front-${profile.workloadId}`,
    caption: `Measured points with ${numberFull(inputTokens)} tokens in and ${numberFull(outputTokens)} out`,
    columns: [
      { id: "token", label: "A token", unit: "ms", align: "right" },
      { id: "first", label: "First token", unit: "ms", align: "right" },
      { id: "requests", label: "At once", unit: "requests", align: "right" },
      { id: "user", label: "For each user", unit: "tok/s", align: "right" },
      { id: "replica", label: "A replica", unit: "tok/s", align: "right" },
      { id: "accelerator", label: "An accelerator", unit: "tok/s", align: "right" },
      { id: "front", label: "On the front", align: "left" },
    ],
    rows: points.map((point, index) => ({
      id: String(index),
      cells: [
        number(point.timePerOutputTokenMilliseconds),
        number(point.timeToFirstTokenMilliseconds),
        point.requestsAtOnce === undefined ? textCell("n/a", "") : number(point.requestsAtOnce),
        number(interactivityOf(point)),
        number(point.outputTokensPerSecond),
        number(point.outputTokensPerSecond / width),
        textCell(front.includes(point) ? "yes" : "no"),
      ],
    })),
  };
}
