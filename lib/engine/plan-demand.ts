import type { Basis } from "./basis";
import { inferenceDemand, missingOf, noRuns, toWorkloadDemand, trainingDemand } from "./demand";
import { elasticityFactors } from "./elasticity";
import { type Load, loadOf } from "./load";
import { addSeries } from "./series";
import type { PlanWarning, Series, WorkloadDemand } from "./types";

/** The demand of the whole plan: the same for every option. */
export type PlanDemand = {
  readonly load: Load;
  readonly workloads: readonly WorkloadDemand[];
  readonly missing: readonly string[];
  readonly warnings: readonly PlanWarning[];
  readonly servedTokens: Series;
  readonly outputTokens: Series;
};

export function planDemand(basis: Basis): PlanDemand {
  const rows = basis.plan.workloads;
  const elasticity = elasticityFactors(basis);
  const demands = rows.map((row) =>
    row.kind === "inference" ? inferenceDemand(basis, row, elasticity) : trainingDemand(basis, row),
  );
  const workloads = demands
    .map((demand) => toWorkloadDemand(basis, demand))
    .filter((demand) => demand !== null);
  const served = workloads.filter((demand) => demand.kind === "inference");
  return {
    load: loadOf(
      basis.months,
      demands.filter((demand) => "requests" in demand),
      demands.filter((demand) => "runs" in demand),
    ),
    workloads,
    missing: [...new Set(demands.flatMap(missingOf))],
    warnings: demands.flatMap((demand) => ("runs" in demand ? noRuns(demand) : [])),
    servedTokens: addSeries(
      basis.months,
      served.map((demand) => demand.servedTokens),
    ),
    outputTokens: addSeries(
      basis.months,
      served.map((demand) => demand.outputTokens),
    ),
  };
}
