import type { GrowthCurve, PricePath } from "@/lib/schemas/curve";
import type { Plan } from "@/lib/schemas/plan";
import type { InferenceWorkload, TrainingWorkload } from "@/lib/schemas/workload";
import { type Row, type SheetWriter, sumOf } from "./cells";
import type { Inputs } from "./input-cells";

/** Work to bill and size, retries included, as rows of cells. */
export type CellLoad = {
  readonly inference: readonly {
    readonly workload: InferenceWorkload;
    readonly uncached: Row;
    readonly cached: Row;
    readonly output: Row;
  }[];
  readonly training: readonly { readonly hours: Row }[];
  /** A formula that is true in the months in which standing charges are due. */
  readonly inUse: (month: number) => string;
};

export type DemandCells = { readonly load: CellLoad; readonly served: Row };

/** docs/model.md, "Demand". */
export function demandCells(plan: Plan, inputs: Inputs, sheet: SheetWriter): DemandCells {
  const served: Row[] = [];
  const load: CellLoad = {
    inference: plan.workloads
      .filter((row) => row.kind === "inference")
      .map((row) => inferenceCells(plan, row, { inputs, sheet, served })),
    training: plan.workloads
      .filter((row) => row.kind === "training")
      .map((row) => ({ hours: trainingCells(row, inputs, sheet) })),
    inUse: () => "TRUE()",
  };
  const all = sheet.series("Served tokens", "tokens", (t) => sumOf(served.map((row) => row.at(t))));
  return { load, served: all };
}

function inferenceCells(
  plan: Plan,
  workload: InferenceWorkload,
  { inputs, sheet, served }: { inputs: Inputs; sheet: SheetWriter; served: Row[] },
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
    [figure("requestsPerMonth"), growth.at(t), season?.[(firstMonth + t) % 12]]
      .filter(Boolean)
      .join("*"),
  );
  const kinds = {
    uncached: `${figure("inputTokensPerRequest")}*(1-${figure("cachedInputFraction")})`,
    cached: `${figure("inputTokensPerRequest")}*${figure("cachedInputFraction")}`,
    output: `${figure("outputTokensPerRequest")}*${figure("reasoningRatio")}`,
  };
  const billed = (label: string, perRequest: string) => {
    const plain = sheet.series(
      `${label}, served`,
      "tokens",
      (t) => `${requests.at(t)}*${perRequest}`,
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
    output: billed("Output tokens", kinds.output),
  };
}

function trainingCells(workload: TrainingWorkload, inputs: Inputs, sheet: SheetWriter): Row {
  const path = `workloads.${workload.id}`;
  const figure = (key: string) => inputs.figure(`${path}.${key}`);
  sheet.heading(workload.name);
  const growth = curveRow("Growth", workload.growth, `${path}.growth`, inputs, sheet);
  const runs = sheet.series("Runs", "count", (t) => {
    const since = `(${sheet.month.at(t)}-${figure("firstRunMonth")}+1)`;
    return `IF(AND(${since}>=0,MOD(${since},${figure("monthsBetweenRuns")})=0),1,0)`;
  });
  return sheet.series(
    "Reference accelerator-hours",
    "hours",
    (t) =>
      `${runs.at(t)}*${figure("acceleratorHoursPerRun")}*${growth.at(t)}*(1+${figure("failureFraction")})*${figure("experimentsRatio")}`,
  );
}

/** The level of each month over the start. docs/model.md, "Demand" and "Price paths". */
export function curveRow(
  label: string,
  curve: GrowthCurve | PricePath,
  path: string,
  inputs: Inputs,
  sheet: SheetWriter,
): Row {
  const figure = (key: string) => inputs.figure(`${path}.${key}`);
  const years = (t: number) => `(${sheet.month.at(t)}/12)`;
  const row = (formula: (month: number) => string) => sheet.series(label, "ratio", formula);
  switch (curve.kind) {
    case "annual":
      return row((t) => `(1+${figure("changePerYearFraction")})^${years(t)}`);
    case "compound":
      return row((t) => `(1+${figure("ratePerYearFraction")})^${years(t)}`);
    case "linear":
      return row((t) => `MAX(0,1+${figure("addedPerYearFraction")}*${years(t)})`);
    case "logistic":
      return row(
        (t) =>
          `${figure("ceilingRatio")}/(1+EXP(-${figure("steepnessPerYear")}*(${sheet.month.at(t)}-${figure("midpointMonths")})/12))`,
      );
    case "bass":
      return row((t) => {
        const rate = `(${figure("innovationPerYearFraction")}+${figure("imitationPerYearFraction")})`;
        const left = `EXP(-${rate}*(${sheet.month.at(t)}+${figure("monthsSinceLaunch")})/12)`;
        const ratio = `(${figure("imitationPerYearFraction")}/${figure("innovationPerYearFraction")})`;
        return `${figure("marketRatio")}*(1-${left})/(1+${ratio}*${left})`;
      });
    case "drawn": {
      const points = curve.points.map(({ month, factor }) => ({
        month,
        cell: inputs.given(`${path}: month ${month + 1}`, "ratio", factor),
      }));
      if (points[0]?.month !== 0) points.unshift({ month: 0, cell: "1" });
      return row((t) => {
        const next = points.findIndex(({ month }) => month > t);
        const [from, to] = [points[next - 1], points[next]];
        if (!from || !to) return points.at(-1)?.cell ?? "1";
        const share = `((${sheet.month.at(t)}-${from.month})/${to.month - from.month})`;
        return `${from.cell}*(${to.cell}/${from.cell})^${share}`;
      });
    }
    case "steps": {
      const factors = curve.steps.map(({ month, factor }) => ({
        month,
        cell: inputs.given(`${path}: from month ${month + 1}`, "ratio", factor),
      }));
      return row((t) => factors.findLast(({ month }) => month <= t)?.cell ?? "1");
    }
    default:
      return curve satisfies never;
  }
}
