import { figuresOf } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { assumed } from "./plans";

/** Paths of the plan's prices: every figure whose unit is money. */
export function pricePaths(plan: Plan): string[] {
  return figuresOf(plan)
    .filter(({ spec }) => spec.unit.startsWith("money"))
    .map(({ path }) => path);
}

/** The plan with another value, or none, at some of its figures. */
export function withValues(plan: Plan, values: ReadonlyMap<string, number | null>): Plan {
  // Not a structured clone, which would let two rows go on sharing one figure.
  const copy = JSON.parse(JSON.stringify(plan)) as Plan;
  for (const { path, figure } of figuresOf(copy)) {
    const value = values.get(path);
    if (value !== undefined) Object.assign(figure, assumed(value));
  }
  return copy;
}

/** The plan with every price multiplied. */
export function withPricesTimes(plan: Plan, factor: number): Plan {
  const prices = new Set(pricePaths(plan));
  const scaled = figuresOf(plan)
    .filter(({ path }) => prices.has(path))
    .map(({ path, figure }) => [path, (figure.value ?? 0) * factor] as const);
  return withValues(plan, new Map(scaled));
}

/** The plan with every inference workload's requests multiplied. */
export function withRequestsTimes(plan: Plan, factor: number): Plan {
  const requests = plan.workloads.flatMap((row) =>
    row.kind === "inference"
      ? [
          [
            `workloads.${row.id}.requestsPerMonth`,
            (row.requestsPerMonth.value ?? 0) * factor,
          ] as const,
        ]
      : [],
  );
  return withValues(plan, new Map(requests));
}

/** Every number in a result, wherever it stands. */
export function numbersIn(result: unknown): number[] {
  if (typeof result === "number") return [result];
  if (typeof result !== "object" || result === null) return [];
  return Object.values(result).flatMap(numbersIn);
}
