import type { Figure } from "@/lib/schemas/figure";
import type { Plan } from "@/lib/schemas/plan";
import type { Change } from "@/lib/schemas/scenario";

/** The figure that a path names, such as `options.cloud.throughput.claims.outputTokensPerSecond`. */
export function figureAt(plan: Plan, path: string): Figure | undefined {
  let node: unknown = plan;
  for (const name of path.split(".")) node = child(node, name);
  return isFigure(node) ? node : undefined;
}

/**
 * The plan with other values at the named inputs: each becomes an assumption, its plausible range
 * stays, its source does not. Unknown paths and values that are not numbers change nothing.
 */
export function applyChanges(plan: Plan, changes: readonly Change[]): Plan {
  return changes.reduce<Plan>(
    (changed, { path, value }) =>
      Number.isFinite(value) ? replaced(changed, path.split("."), value) : changed,
    plan,
  );
}

/** The plan as one of its scenarios has it, or as it stands where none is named; null where the scenario is gone. */
export function underScenario(plan: Plan, scenarioId: string | null): Plan | null {
  if (scenarioId === null) return plan;
  const scenario = plan.scenarios.find(({ id }) => id === scenarioId);
  return scenario ? applyChanges(plan, scenario.changes) : null;
}

function replaced<Node>(node: Node, [name, ...rest]: readonly string[], value: number): Node {
  if (name === undefined) return isFigure(node) ? (assumed(node, value) as Node) : node;
  const before = child(node, name);
  if (before === undefined) return node;
  const after = replaced(before, rest, value);
  if (after === before) return node;
  if (Array.isArray(node)) return node.map((row) => (row === before ? after : row)) as Node;
  return { ...node, [name]: after };
}

function assumed({ low, high }: Figure, value: number): Figure {
  return {
    value,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    evidence: "assumed",
  };
}

/** Rows of a list go by their id, a throughput by the workload it serves, a budget by its fiscal year, a rate by its pair. */
function child(node: unknown, name: string): unknown {
  if (Array.isArray(node)) {
    return node.find(
      (row: {
        id?: string;
        workloadId?: string;
        fiscalYear?: number;
        from?: string;
        to?: string;
      }) =>
        (row.id ?? row.workloadId ?? (row.from ? pairKey(row) : `fy${row.fiscalYear}`)) === name,
    );
  }
  if (typeof node !== "object" || node === null || !Object.hasOwn(node, name)) return undefined;
  return (node as Record<string, unknown>)[name];
}

/** How a path names a pair of currencies: `eur-usd`. */
export const pairKey = ({ from, to }: { from?: string; to?: string }) =>
  `${from}-${to}`.toLowerCase();

export function isFigure(node: unknown): node is Figure {
  return typeof node === "object" && node !== null && "value" in node && "evidence" in node;
}
