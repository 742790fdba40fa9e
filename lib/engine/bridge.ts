import type { Plan } from "@/lib/schemas/plan";
import { projectApi } from "./api-option";
import type { Basis } from "./basis";
import { projectCloud } from "./cloud-option";
import { type Load, shareOfLoad } from "./load";
import { type OptionParts, tooManyUnitsFrom } from "./option-parts";
import { at } from "./series";
import { addSpend, type PricedLine } from "./spend";
import { type Traced, trace } from "./trace";
import type { Infeasibility, Series, Use } from "./types";

type Share = { readonly [U in Use]: Series };

export type Bridge = {
  readonly lines: readonly PricedLine[];
  readonly infeasibilities: readonly Infeasibility[];
};

/**
 * What the option's own machines have no room for, priced by the very functions of the bridge
 * option, as one line. docs/model.md, "Bridge".
 */
export function bridge(
  basis: Basis,
  bridgeOptionId: string | null,
  load: Load,
  unserved: Traced<Share>,
): Bridge {
  const months = unserved.missing.length > 0 ? [] : monthsToBridge(unserved.value);
  if (months.length === 0) return { lines: [], infeasibilities: [] };
  if (bridgeOptionId === null) return { lines: [], infeasibilities: unbridged(months) };
  const parts = bridgeParts(basis, bridgeOptionId, shareOfLoad(load, unserved));
  if (parts === null) {
    return { lines: [], infeasibilities: [{ kind: "bridgeUnusable", bridgeOptionId }] };
  }
  const spend = trace((read) =>
    addSpend(
      basis.months,
      parts.lines.map((line) => read.traced(line.spend)),
    ),
  );
  return { lines: [{ id: "bridge", spend }], infeasibilities: [] };
}

/** The bridge option on a load; null where it cannot serve it. */
export function bridgeParts(basis: Basis, bridgeOptionId: string, load: Load): OptionParts | null {
  const row = bridgeRow(basis.plan, bridgeOptionId);
  if (row === undefined) return null;
  const parts = row.kind === "api" ? projectApi(basis, row, load) : projectCloud(basis, row, load);
  const usable = parts.infeasibilities.length === 0 && tooManyUnitsFrom(parts) === null;
  return usable ? parts : null;
}

/** The option as a bridge uses it: for a while, so on demand, whatever it has committed for the whole plan. */
export function bridgeRow(plan: Plan, bridgeOptionId: string) {
  const row = plan.options
    .filter((option) => option.kind === "api" || option.kind === "cloud")
    .find((option) => option.id === bridgeOptionId);
  if (row?.kind !== "cloud") return row;
  const { commitments: _, ...onDemand } = row;
  return onDemand;
}

function monthsToBridge({ inference, training }: Share): number[] {
  return inference.flatMap((share, month) => (share > 0 || at(training, month) > 0 ? [month] : []));
}

/** Runs of months without a bridge where one is needed. */
function unbridged(months: readonly number[]): Infeasibility[] {
  const runs: { kind: "noBridge"; fromMonth: number; toMonth: number }[] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last?.toMonth === month - 1) last.toMonth = month;
    else runs.push({ kind: "noBridge", fromMonth: month, toMonth: month });
  }
  return runs;
}
