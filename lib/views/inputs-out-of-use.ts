import type { SupplyOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import type { Throughput } from "@/lib/schemas/throughput";
import type { Workload } from "@/lib/schemas/workload";

/** A field of a row and why nothing is computed from it as the row stands. */
type Idle = readonly [field: string, why: string];

/** Inputs that a choice beside them leaves out of use, by path, each with why; what they hold changes no result. */
export function inputsOutOfUse(plan: Plan): ReadonlyMap<string, string> {
  const at = (path: string, idle: readonly Idle[]) =>
    idle.map(([field, why]) => [`${path}.${field}`, why] as const);
  return new Map([
    ...plan.workloads.flatMap((row) => at(`workloads.${row.id}`, idleOfWorkload(row))),
    ...plan.options.flatMap((row) => at(`options.${row.id}`, idleOfOption(row))),
  ]);
}

const shapeStands = "the load shape stands for it";
const computed = "the run is computed instead";
const dated = "runs have their own months";

function idleOfWorkload(row: Workload): readonly Idle[] {
  if (row.kind === "inference") return row.loadShape ? [["peakToMeanRatio", shapeStands]] : [];
  return [
    ...(row.compute ? [["acceleratorHoursPerRun", computed] as const] : []),
    ...(row.runSchedule
      ? [["firstRunMonth", dated] as const, ["monthsBetweenRuns", dated] as const]
      : []),
  ];
}

const modeOfField = {
  baseLevelRatio: ["base-and-burst", "only for a base load and its burst"],
  requestsFraction: ["by-share", "only where requests are shared"],
  switchMonth: ["staged", "only for one after the other"],
} as const;

function idleOfOption(row: SupplyOption): readonly Idle[] {
  switch (row.kind) {
    case "api":
      return row.routing && !row.routing.isOn ? routingFields : [];
    case "portfolio":
      return Object.entries(modeOfField)
        .filter(([, [mode]]) => mode !== row.mode)
        .map(([field, [, why]]) => [field, why]);
    case "cloud":
      return [
        ...(row.policy === "active-window"
          ? []
          : [["activeHoursPerDay", "only for an active window"] as const]),
        ...(row.policy === "autoscaled"
          ? []
          : [["scalingBufferFraction", "only when autoscaled"] as const]),
        ...idleLevers(row.throughput),
      ];
    case "on-premises":
      return idleLevers(row.throughput);
    case "edge":
      return [
        ...(row.ownership === "bought"
          ? []
          : [
              ["devicePrice", "no device is bought"] as const,
              ["usefulLifeMonths", "no device is bought"] as const,
            ]),
        ...idleLevers(row.throughput),
      ];
    default:
      return row satisfies never;
  }
}

const leverFields = [
  "speedRatio",
  "requestsFraction",
  "smallModelSpeedRatio",
  "devicesCost",
  "startMonth",
];

const routingFields: readonly Idle[] = [
  "requestsFraction",
  "inputPrice",
  "cachedInputPrice",
  "outputPrice",
  "startMonth",
].map((field) => [`routing.${field}`, "routing is off"]);

/** One that the rate includes is taken out when it is off, so it is in use then. */
function idleLevers(throughput: readonly Throughput[]): readonly Idle[] {
  return throughput.flatMap(({ workloadId, levers = [] }) =>
    levers
      .filter(({ isOn, reach }) => !isOn && reach === "added")
      .flatMap(({ id }) =>
        leverFields.map(
          (field): Idle => [`throughput.${workloadId}.levers.${id}.${field}`, "the lever is off"],
        ),
      ),
  );
}
