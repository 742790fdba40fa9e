import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { OffloadLever } from "@/lib/schemas/lever";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { type Row, sumOf } from "./cells";
import type { CellLoad } from "./demand-cells";
import { type LineCells, paidAsUsed } from "./line-cells";
import type { OptionScope } from "./option-scope";

type Scope = OptionScope<CloudOption | OnPremisesOption | EdgeOption>;
type Work = CellLoad["inference"][number];

/** What devices leave for the option's own machines, and what they cost. docs/model.md, "Levers". */
export function offloadCells(
  scope: Scope,
  load: CellLoad,
): { readonly own: CellLoad; readonly lines: readonly LineCells[] } {
  const bills: ((month: number) => string)[] = [];
  const inference = load.inference.map((one) => ownWork(scope, one, bills));
  if (bills.length === 0) return { own: load, lines: [] };
  return {
    own: { ...load, inference },
    lines: [
      paidAsUsed(scope.sheet, "edgeOffload", "inference", (t) =>
        sumOf(bills.map((bill) => bill(t))),
      ),
    ],
  };
}

function ownWork(scope: Scope, one: Work, bills: ((month: number) => string)[]): Work {
  const { sheet, prices } = scope;
  const profile = scope.option.throughput.find(({ workloadId }) => workloadId === one.workload.id);
  const levers = (profile?.levers ?? []).filter(
    (lever): lever is OffloadLever => lever.kind === "edge-offload" && lever.isOn,
  );
  let kept: Row | null = null;
  for (const lever of levers) {
    const figure = (key: string) =>
      scope.figure(`throughput.${one.workload.id}.levers.${lever.id}.${key}`);
    const from = lever.startMonth ? figure("startMonth") : "1";
    const before = kept;
    const left = (t: number) => before?.at(t) ?? "1";
    const share = sheet.series(
      `${one.workload.name}: share on devices`,
      "fraction",
      (t) => `IF(${t + 1}>=${from},${left(t)}*${figure("requestsFraction")},0)`,
    );
    kept = sheet.series(
      `${one.workload.name}: share left`,
      "fraction",
      (t) => `${left(t)}-${share.at(t)}`,
    );
    bills.push((t) => {
      const tokens = sumOf([one.uncached.at(t), one.cached.at(t), one.output.at(t)]);
      return `${share.at(t)}*(${tokens})*${figure("devicesCost")}/1000000*${prices.other.at(t)}`;
    });
  }
  if (kept === null) return one;
  const own = kept;
  const part = (label: string, whole: Row) =>
    sheet.series(
      `${one.workload.name}: ${label} left`,
      "tokens",
      (t) => `${whole.at(t)}*${own.at(t)}`,
    );
  return {
    ...one,
    uncached: part("uncached", one.uncached),
    cached: part("cached", one.cached),
    output: part("output", one.output),
    requests: part("requests", one.requests),
  };
}
