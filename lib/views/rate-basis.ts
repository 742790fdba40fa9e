import { dateText, figureText } from "@/lib/format";
import { type EvidenceClass, evidenceClasses, type Figure } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";
import { frontAt, sourceOf } from "./explain-front";
import { operatingPointText } from "./operating-point";

export type RateBasis = { readonly evidence: EvidenceClass; readonly note: string };

/** What the rate of an option for a workload rests on: a measured point, a measured rate, or an estimate with its band. */
export function rateBasis(plan: Plan, optionId: string, workloadId: string): RateBasis | null {
  const found = frontAt(plan, `options.${optionId}.throughput.${workloadId}.front`);
  if (found) {
    const { front } = found.profile;
    const point = operatingPointText(found.profile, found.workload);
    const { source } = sourceOf(front);
    const note = [point && `${point.text}.`, point?.why, source && `${source}.`];
    return { evidence: front.evidence, note: note.filter(Boolean).join(" ") };
  }
  const option = plan.options.find(({ id }) => id === optionId);
  const profile =
    option && "throughput" in option
      ? option.throughput.find((row) => row.workloadId === workloadId)
      : undefined;
  if (!profile || profile.basis === "front") return null;
  const rates =
    profile.basis === "combined"
      ? [profile.outputTokensPerSecond]
      : [profile.decodeTokensPerSecond, profile.prefillTokensPerSecond];
  const weakest = rates.toSorted((a, b) => rank(b) - rank(a))[0];
  return weakest ? { evidence: weakest.evidence, note: figureBasis(weakest) } : null;
}

const rank = ({ evidence }: Figure) => evidenceClasses.indexOf(evidence);

/** "Estimated, not measured: 702 to 1,700 tok/s, by Loadline's roofline estimate; ...". */
export function figureBasis({ evidence, source, date, low, high }: Figure): string {
  const word = evidence.charAt(0).toUpperCase() + evidence.slice(1);
  const said = [source, date && dateText(date)].filter(Boolean).join(", ");
  const text = (value: number | undefined) => figureText(value ?? null, "tokensPerSecond", "");
  const band =
    low === undefined || high === undefined
      ? ""
      : ` ${text(low).replace(" tok/s", "")} to ${text(high)}.`;
  if (evidence === "measured") return said ? `${word}: ${said}.` : `${word}.`;
  return `${word}, not measured${band === "" ? "." : `:${band}`}${said ? ` ${said}.` : ""}`;
}
