import { counted, dateText, numberFull } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import type { ThroughputFront } from "@/lib/schemas/throughput-front";
import type { ExplainedInput } from "./explain-line";
import { operatingPointText } from "./operating-point";

/** The measured front of `options.ID.throughput.WORKLOAD.front`. */
export function frontAt(plan: Plan, path: string) {
  const [room, optionId, list, workloadId] = path.split(".");
  const option = plan.options.find(({ id }) => id === optionId);
  const workload = plan.workloads.find(({ id }) => id === workloadId);
  if (room !== "options" || list !== "throughput" || !option || !("throughput" in option))
    return null;
  const profile = option.throughput.find((row) => row.workloadId === workloadId);
  if (profile?.basis !== "front" || workload?.kind !== "inference") return null;
  return { profile, workload };
}

/** As an input of a figure: the point that the rate was read at, and where it was measured. */
export function explainedFront(
  plan: Plan,
  path: string,
): Pick<ExplainedInput, "label" | "value" | "evidence" | "source" | "url" | "note"> {
  const label = "Measured points";
  const found = frontAt(plan, path);
  if (!found) return { label, value: "as measured" };
  const { front } = found.profile;
  const point = operatingPointText(found.profile, found.workload);
  return {
    label,
    value: point?.text ?? counted(front.points.length, "point"),
    evidence: front.evidence,
    ...sourceOf(front),
    note: `${point ? `${point.why} ` : ""}${measuredText(front)}`,
  };
}

/** "12 points with 1,024 tokens in and 1,024 out." */
export const measuredText = ({ points, inputTokens, outputTokens }: ThroughputFront) =>
  `${counted(points.length, "point")} with ${numberFull(inputTokens)} tokens in and ${numberFull(outputTokens)} out.`;

/** A source with its date, where there is one. */
export function sourceOf({ source, date, url }: ThroughputFront) {
  const text = [source, date && dateText(date)].filter(Boolean).join(", ");
  return { ...(text && { source: text }), ...(url && { url }) };
}
