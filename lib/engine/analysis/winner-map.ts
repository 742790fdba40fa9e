import type { Plan } from "@/lib/schemas/plan";
import { basisOf } from "../basis";
import { applyChanges } from "../paths";
import { type PlanDemand, planDemand } from "../plan-demand";
import { netPresentCostOf } from "../project-option";
import type { MapAxis, WinnerCell } from "./types";

export const unrankedCell = -1;

/** Which of two inputs an option's cost can depend on. */
type Depends = "both" | "x" | "y" | "none";

/**
 * The option of lowest net present cost at any two values of two inputs, by the engine itself. What
 * only one of the inputs can touch is computed once for each of its values: an input of an option
 * touches that option and those that name it, any other input touches all. docs/model.md, "Winner map".
 */
export function winnerFinder(
  plan: Plan,
  x: MapAxis,
  y: MapAxis,
): (column: number, row: number) => WinnerCell {
  const depends = plan.options.map((_, nth) => dependsOn(plan, nth, x.path, y.path));
  const cells = cellPlans(plan, x, y);
  const known = plan.options.map(() => new Map<number, number | null>());
  const costOf = (nth: number, column: number, row: number): number | null => {
    const key = keyOf(depends[nth] ?? "both", column, row);
    const before = known[nth]?.get(key);
    if (before !== undefined) return before;
    const cost = cells(nth, column, row);
    if (depends[nth] !== "both") known[nth]?.set(key, cost);
    return cost;
  };
  return (column, row) => {
    const costs = plan.options.map((_, nth) => costOf(nth, column, row));
    return cheapest(plan, costs);
  };
}

function keyOf(depends: Depends, column: number, row: number): number {
  if (depends === "x") return column;
  return depends === "y" ? row : 0;
}

/** Cost of an option in a cell; the last plan and its demand are kept while the cell stays the same. */
function cellPlans(plan: Plan, x: MapAxis, y: MapAxis) {
  const demands = new Map<number, PlanDemand>();
  // An option's input changes no demand: one is enough for each value of the other axis.
  const [ofX, ofY] = [isOptionPath(x.path), isOptionPath(y.path)];
  let made: { key: string; cell: ReturnType<typeof make> } | undefined;
  const make = (column: number, row: number) => {
    const changed = applyChanges(plan, [
      { path: x.path, value: x.values[column] ?? Number.NaN },
      { path: y.path, value: y.values[row] ?? Number.NaN },
    ]);
    const basis = basisOf(changed);
    const place = (ofX ? 0 : column) * y.values.length + (ofY ? 0 : row);
    const known = ofX || ofY ? demands.get(place) : undefined;
    const demand = known ?? planDemand(basis);
    if (!known && (ofX || ofY)) demands.set(place, demand);
    return { basis, demand };
  };
  return (nth: number, column: number, row: number): number | null => {
    const key = `${column} ${row}`;
    if (made?.key !== key) made = { key, cell: make(column, row) };
    const { basis, demand } = made.cell;
    const option = basis.plan.options[nth];
    return option ? netPresentCostOf(basis, option, demand) : null;
  };
}

/** Lowest cost, and of equal ones the first by id, as in the ranking. */
function cheapest({ options }: Plan, costs: readonly (number | null)[]): WinnerCell {
  let winner = unrankedCell;
  costs.forEach((cost, nth) => {
    if (cost === null) return;
    const best = winner === unrankedCell ? null : (costs[winner] ?? null);
    const isFirst = (options[nth]?.id ?? "") < (options[winner]?.id ?? "");
    if (best === null || cost < best || (cost === best && isFirst)) winner = nth;
  });
  return winner;
}

function dependsOn(plan: Plan, nth: number, x: string, y: string): Depends {
  const [byX, byY] = [touches(plan, nth, x), touches(plan, nth, y)];
  if (byX && byY) return "both";
  if (byX) return "x";
  return byY ? "y" : "none";
}

const isOptionPath = (path: string) => path.startsWith("options.");

function touches({ options }: Plan, nth: number, path: string): boolean {
  const [room, id = ""] = path.split(".");
  if (room !== "options") return true;
  const reached = new Set([nth]);
  for (const at of reached) {
    const option = options[at];
    options.forEach((other, place) => {
      if (option && names(option, other.id)) reached.add(place);
    });
  }
  return [...reached].some((at) => options[at]?.id === id);
}

/** Whether a row mentions an id anywhere, such as the option that bridges for it. */
function names(node: unknown, id: string): boolean {
  if (node === id) return true;
  return typeof node === "object" && node !== null && Object.values(node).some((v) => names(v, id));
}
