import type { Plan } from "@/lib/schemas/plan";
import type { InferenceWorkload, TrainingWorkload } from "@/lib/schemas/workload";
import { type Row, type SheetWriter, sumOf } from "./cells";
import { curveRow } from "./curve-cells";
import type { HourLevelCells } from "./hour-level-cells";
import type { Inputs } from "./input-cells";

/** Work to bill and size, retries included, as rows of cells. */
export type CellLoad = {
  readonly inference: readonly {
    readonly workload: InferenceWorkload;
    readonly uncached: Row;
    readonly cached: Row;
    readonly output: Row;
    readonly requests: Row;
    /** Share of the tokens that may wait. */
    readonly batchable: string;
    /** How a part of the work lies over the hours; absent where it lies as the workload says. */
    readonly levels?: HourLevelCells;
  }[];
  /** Hours, and the accelerators that they take together while runs last. */
  readonly training: readonly { readonly hours: Row; readonly atOnce: Row }[];
  /** A formula that is true in the months in which standing charges are due. */
  readonly inUse: (month: number) => string;
};

export type DemandCells = { readonly load: CellLoad; readonly served: Row };

/** docs/model.md, "Demand". */
export function demandCells(
  plan: Plan,
  inputs: Inputs,
  sheet: SheetWriter,
  hours: string,
): DemandCells {
  const served: Row[] = [];
  const elasticity = elasticityRow(plan, inputs, sheet);
  const load: CellLoad = {
    inference: plan.workloads
      .filter((row) => row.kind === "inference")
      .map((row) => inferenceCells(plan, row, { inputs, sheet, served, elasticity })),
    training: plan.workloads
      .filter((row) => row.kind === "training")
      .map((row) => trainingCells(row, inputs, sheet, hours)),
    inUse: () => "TRUE()",
  };
  const all = sheet.series("Served tokens", "tokens", (t) => sumOf(served.map((row) => row.at(t))));
  return { load, served: all };
}

function inferenceCells(
  plan: Plan,
  workload: InferenceWorkload,
  {
    inputs,
    sheet,
    served,
    elasticity,
  }: { inputs: Inputs; sheet: SheetWriter; served: Row[]; elasticity: Row | null },
) {
  const path = `workloads.${workload.id}`;
  const figure = (key: string) => inputs.figure(`${path}.${key}`);
  const season = workload.season?.map((factor, month) =>
    inputs.given(`${workload.name}: season of calendar month ${month + 1}`, "ratio", factor),
  );
  const firstMonth = Number(plan.startMonth.slice(5, 7)) - 1;
  sheet.heading(workload.name);
  const growth = curveRow("Growth", workload.growth, `${path}.growth`, inputs, sheet);
  const requests = sheet.series("Requests", "requests", (t) =>
    [figure("requestsPerMonth"), growth.at(t), season?.[(firstMonth + t) % 12], elasticity?.at(t)]
      .filter(Boolean)
      .join("*"),
  );
  const kinds = {
    uncached: `${figure("inputTokensPerRequest")}*(1-${figure("cachedInputFraction")})`,
    cached: `${figure("inputTokensPerRequest")}*${figure("cachedInputFraction")}`,
    output: `${figure("outputTokensPerRequest")}`,
  };
  const billed = (
    label: string,
    perRequest: string,
    times: (month: number) => string = () => "",
  ) => {
    const plain = sheet.series(
      `${label}, served`,
      "tokens",
      (t) => `${requests.at(t)}*${perRequest}${times(t)}`,
    );
    served.push(plain);
    return sheet.series(
      `${label}, with retries`,
      "tokens",
      (t) => `${plain.at(t)}*(1+${figure("retryFraction")})`,
    );
  };
  return {
    workload,
    uncached: billed("Uncached input tokens", kinds.uncached),
    cached: billed("Cached input tokens", kinds.cached),
    output: billed("Output tokens", kinds.output, reasoningCells(workload, figure)),
    requests: sheet.series(
      "Requests, with retries",
      "requests",
      (t) => `${requests.at(t)}*(1+${figure("retryFraction")})`,
    ),
    batchable: workload.batchableFraction ? figure("batchableFraction") : "0",
  };
}

/** Times the reasoning multiplier, from its month on and while it is on. */
function reasoningCells({ reasoning }: InferenceWorkload, figure: (key: string) => string) {
  if (reasoning?.isOn === false) return () => "";
  const ratio = figure("reasoningRatio");
  if (!reasoning?.startMonth) return () => `*${ratio}`;
  const from = figure("reasoning.startMonth");
  return (t: number) => `*IF(${t + 1}>=${from},${ratio},1)`;
}

/** docs/model.md, "Training". */
function trainingCells(
  workload: TrainingWorkload,
  inputs: Inputs,
  sheet: SheetWriter,
  hoursPerMonth: string,
) {
  const path = `workloads.${workload.id}`;
  const figure = (key: string) => inputs.figure(`${path}.${key}`);
  sheet.heading(workload.name);
  const growth = curveRow("Growth", workload.growth, `${path}.growth`, inputs, sheet);
  const hoursOfRun = workload.compute
    ? `(6*${figure("compute.activeParameters")}*10^9*${figure("compute.tokens")}*10^9/(${figure("compute.modelFlopsUtilizationFraction")}*${figure("compute.peakTeraflopsPerSecond")}*10^12*3600))`
    : figure("acceleratorHoursPerRun");
  const dated = workload.runSchedule?.runs.map(({ month, count }) => ({
    month,
    cell: inputs.given(`${workload.name}: runs in month ${month + 1}`, "count", count),
  }));
  const runs = sheet.series("Runs", "count", (t) => {
    if (dated) return dated.find(({ month }) => month === t)?.cell ?? "0";
    const since = `(${sheet.month.at(t)}-${figure("firstRunMonth")}+1)`;
    return `IF(AND(${since}>=0,MOD(${since},${figure("monthsBetweenRuns")})=0),1,0)`;
  });
  const started = sheet.series(
    "Reference accelerator-hours of the runs that start",
    "hours",
    (t) =>
      `${runs.at(t)}*${hoursOfRun}*${growth.at(t)}*(1+${figure("failureFraction")})*${figure("experimentsRatio")}`,
  );
  if (!workload.runDays) {
    return {
      hours: started,
      atOnce: sheet.series("At once", "accelerators", (t) => `${started.at(t)}/${hoursPerMonth}`),
    };
  }
  const days = figure("runDays");
  const runMonths = `(${days}*24/${hoursPerMonth})`;
  const sumOfRuns = (t: number, part: (left: string) => string) =>
    sumOf(
      Array.from({ length: t + 1 }, (_, start) => {
        const left = `(${runMonths}-${t - start})`;
        return `${started.at(start)}*${part(left)}`;
      }),
    );
  return {
    hours: sheet.series("Reference accelerator-hours", "hours", (t) =>
      sumOfRuns(t, (left) => `MAX(0,MIN(1,${left}))/${runMonths}`),
    ),
    atOnce: sheet.series("At once", "accelerators", (t) =>
      sumOfRuns(t, (left) => `IF(${left}>0,1,0)/(${days}*24)`),
    ),
  };
}

/** What a price does to demand; null where the plan says nothing of it. docs/model.md, "Elasticity". */
function elasticityRow(plan: Plan, inputs: Inputs, sheet: SheetWriter): Row | null {
  const { priceElasticityRatio, elasticityPricePath = "api" } = plan.assumptions;
  if (!priceElasticityRatio) return null;
  const key = `${elasticityPricePath}PricePath` as const;
  const label = "Price that moves demand";
  const price = curveRow(label, plan.assumptions[key], `assumptions.${key}`, inputs, sheet);
  const elasticity = inputs.figure("assumptions.priceElasticityRatio");
  const least = (t: number) => `MAX(${price.at(t)},0.000000001)`;
  return sheet.series(
    "Demand factor",
    "ratio",
    (t) => `(${least(t)}/${least(0)})^(-${elasticity})`,
  );
}
