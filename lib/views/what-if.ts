import { figureAt } from "@/lib/engine";
import type { Projection } from "@/lib/engine/types";
import { dateText } from "@/lib/format";
import type { PricePath } from "@/lib/schemas/curve";
import type { EvidenceClass, FieldSpec } from "@/lib/schemas/figure";
import type { SupplyOption } from "@/lib/schemas/option";
import { specAt } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import type { InferenceWorkload } from "@/lib/schemas/workload";
import { usualRange } from "./usual-range";

/** An input that a slider moves. */
export type WhatIfInput = {
  readonly path: string;
  readonly label: string;
  readonly spec: FieldSpec;
  /** What the track spans, in stored units. */
  readonly range: readonly [low: number, high: number];
  readonly base: number;
  readonly low?: number;
  readonly high?: number;
  readonly evidence: EvidenceClass;
  readonly source?: string;
};

const mostSliders = 8;

/** The inputs that most often turn an answer, as far as this plan has them and they are priced. */
export function whatIfInputs(plan: Plan, projection: Projection): readonly WhatIfInput[] {
  return candidates(plan, projection)
    .flatMap(({ path, about }) => inputAt(plan, path, about))
    .slice(0, mostSliders);
}

/** Where one part of a portfolio ends and the other begins. */
const sharedAt = {
  "base-and-burst": "baseLevelRatio",
  "by-share": "requestsFraction",
  staged: "switchMonth",
} as const;

type Candidate = { readonly path: string; readonly about?: string };

function candidates(plan: Plan, projection: Projection): readonly Candidate[] {
  const has = (kind: SupplyOption["kind"]) => plan.options.some((option) => option.kind === kind);
  const workloads = plan.workloads.filter((workload) => workload.kind === "inference");
  const main = busiest(workloads);
  const machine = mainMachine(plan, projection);
  const path = (name: string, row: PricePath): Candidate[] =>
    row.kind === "annual" ? [{ path: `assumptions.${name}.changePerYearFraction` }] : [];
  const { assumptions } = plan;
  const several = workloads.length > 1;
  return [
    ...(several && workloads.length <= 2 ? workloads : main ? [main] : []).flatMap((workload) =>
      growthPath(workload, several),
    ),
    ...plan.options.flatMap((option) =>
      option.kind === "portfolio"
        ? [{ path: `options.${option.id}.${sharedAt[option.mode]}`, about: option.name }]
        : [],
    ),
    ...(has("on-premises") ? path("hardwarePricePath", assumptions.hardwarePricePath) : []),
    ...(has("api") ? path("apiPricePath", assumptions.apiPricePath) : []),
    ...(has("cloud") ? path("cloudPricePath", assumptions.cloudPricePath) : []),
    ...(machine && main ? throughputPaths(machine, main) : []),
    ...(machine && main && !main.loadShape
      ? [{ path: `workloads.${main.id}.peakToMeanRatio` }]
      : []),
    ...(machine?.kind === "on-premises"
      ? [{ path: `options.${machine.id}.quote.serverPrice`, about: machine.name }]
      : []),
    ...(has("on-premises") ? [{ path: "assumptions.powerPrice" }] : []),
    ...(has("on-premises") ? path("powerPricePath", assumptions.powerPricePath) : []),
  ];
}

function busiest(workloads: readonly InferenceWorkload[]): InferenceWorkload | undefined {
  const load = (workload: InferenceWorkload) =>
    (workload.requestsPerMonth.value ?? 0) *
    ((workload.inputTokensPerRequest.value ?? 0) + (workload.outputTokensPerRequest.value ?? 0));
  return [...workloads].sort((a, b) => load(b) - load(a))[0];
}

/** Owned before rented, and of those the one that costs least. */
function mainMachine(plan: Plan, { ranking }: Projection) {
  const place = (id: string) => (ranking.includes(id) ? ranking.indexOf(id) : ranking.length);
  const machines = plan.options.filter(
    (option) => option.kind === "cloud" || option.kind === "on-premises",
  );
  return [...machines].sort(
    (a, b) =>
      Number(a.kind !== "on-premises") - Number(b.kind !== "on-premises") ||
      place(a.id) - place(b.id),
  )[0];
}

function growthPath({ id, name, growth }: InferenceWorkload, several: boolean): Candidate[] {
  const about = several ? { about: name } : {};
  switch (growth.kind) {
    case "compound":
      return [{ path: `workloads.${id}.growth.ratePerYearFraction`, ...about }];
    case "linear":
      return [{ path: `workloads.${id}.growth.addedPerYearFraction`, ...about }];
    case "logistic":
      return [{ path: `workloads.${id}.growth.ceilingRatio`, ...about }];
    case "bass":
      return [{ path: `workloads.${id}.growth.marketRatio`, ...about }];
    case "steps":
    case "drawn":
      return [];
  }
}

function throughputPaths(
  option: Extract<SupplyOption, { kind: "cloud" | "on-premises" }>,
  { id }: InferenceWorkload,
): Candidate[] {
  const profile = option.throughput.find(({ workloadId }) => workloadId === id);
  if (!profile) return [];
  if (profile.basis === "front")
    return [{ path: `workloads.${id}.timePerOutputTokenTargetMilliseconds` }];
  const field = profile.basis === "combined" ? "outputTokensPerSecond" : "decodeTokensPerSecond";
  return [{ path: `options.${option.id}.throughput.${id}.${field}`, about: option.name }];
}

function inputAt(plan: Plan, path: string, about: string | undefined): WhatIfInput[] {
  const figure = figureAt(plan, path);
  const spec = specAt(plan, path);
  if (!figure || !spec || figure.value === null) return [];
  const { value, low, high, evidence } = figure;
  const source = [figure.source, figure.date && dateText(figure.date)].filter(Boolean).join(", ");
  return [
    {
      path,
      label: about ? `${spec.label}, ${about}` : spec.label,
      spec,
      range: usualRange(spec, { value, low, high }),
      base: value,
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
      evidence,
      ...(source && { source }),
    },
  ];
}
