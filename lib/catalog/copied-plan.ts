import * as z from "zod/mini";
import type { Figure } from "@/lib/schemas/figure";
import { figuresOf, specOf } from "@/lib/schemas/paths";
import { type Plan, plan as planSchema } from "@/lib/schemas/plan";
import { withoutDangling } from "@/lib/schemas/references";
import type { Change } from "@/lib/schemas/scenario";
import { elementOf, isRecord, kindOf, segmentOf, shapeOf } from "@/lib/schemas/walk";
import { type CopyContext, copiedFields, missingFigure } from "./copied-fields";
import { type RowName, rowNames } from "./row-names";
import { sharedFigure } from "./shared-figure";

type Schema = z.core.$ZodType;
type Held = Omit<CopyContext, "inside">;

/**
 * A plan for another organization, without the client's data: rows of the same kinds under plain names and ids,
 * their choices and how they belong together. Figures are missing, but those that the shared catalog gave.
 */
export function copiedPlan(
  source: Plan,
  { name, startMonth }: { readonly name: string; readonly startMonth: string },
): Plan {
  const plan = withoutDangling(source);
  const { currency } = plan;
  const ids = (rows: readonly RowName[], held: readonly { readonly id: string }[]) => {
    const news = new Map<unknown, string>(held.map(({ id }, at) => [id, rows[at]?.id ?? ""]));
    return (id: unknown) => news.get(id) ?? null;
  };
  const workloadId = ids(rowNames("workloads", plan.workloads), plan.workloads);
  const optionId = ids(rowNames("options", plan.options), plan.options);
  const held = { startMonth, currency, workloadId, optionId };
  const body = copied(planSchema, plan, held) as object;
  const copy = planSchema.parse({ currency: "USD", ...body, name });
  return { ...copy, scenarios: copy.scenarios.map((row, at) => withChanges(row, at, plan, copy)) };
}

/** Figures, lists and groups field by field; fixed choices as they are; of texts and numbers nothing. */
function copied(schema: Schema, value: unknown, held: Held): unknown {
  if (value === undefined || value === null) return value;
  const spec = specOf(schema);
  if (spec) return fitting(schema, sharedFigure(value as Figure, spec, held.currency));
  const shape = shapeOf(schema, value);
  if (shape) return copiedGroup(shape, value as Readonly<Record<string, unknown>>, held);
  return ["enum", "literal", "boolean"].includes(kindOf(schema)) ? value : undefined;
}

/** The catalog's range may go beyond what this input takes. */
const fitting = (schema: Schema, figure: Figure | null): Figure =>
  figure && z.safeParse(schema as z.ZodMiniType, figure).success ? figure : missingFigure;

function copiedGroup(
  shape: Readonly<Record<string, Schema>>,
  group: Readonly<Record<string, unknown>>,
  outer: Held,
): object {
  const { currency } = group;
  const held = typeof currency === "string" ? { ...outer, currency } : outer;
  const fields = Object.entries(shape).flatMap(([key, schema]) => {
    const value = group[key];
    if (value === undefined) return [];
    const inside = (next: unknown) => {
      const element = elementOf(schema);
      return element && Array.isArray(next)
        ? copiedRows(key, element, next, held)
        : copied(schema, next, held);
    };
    const rule = specOf(schema) ? undefined : copiedFields[key];
    const copy = rule ? rule(value as never, { ...held, inside }) : inside(value);
    return copy === undefined ? [] : [[key, copy]];
  });
  return Object.fromEntries(fields);
}

function copiedRows(key: string, element: Schema, rows: readonly unknown[], held: Held): unknown[] {
  const names = rowNames(key, rows as readonly { readonly kind?: string }[]);
  return rows.map((row, at) => {
    const copy = copied(element, row, held);
    return isRecord(copy) ? { ...names[at], ...copy } : copy;
  });
}

/** A change whose input still has a figure begins at that figure: to what it changed is the client's. */
function withChanges(
  row: Plan["scenarios"][number],
  at: number,
  plan: Plan,
  copy: Plan,
): Plan["scenarios"][number] {
  const values = new Map(figuresOf(copy).map(({ path, figure }) => [path, figure.value]));
  const changes = (plan.scenarios[at]?.changes ?? []).flatMap(({ path }): Change[] => {
    const moved = movedPath(path, plan, copy);
    const value = moved === null ? null : (values.get(moved) ?? null);
    return moved === null || value === null ? [] : [{ path: moved, value }];
  });
  return { ...row, changes };
}

/** The path of the same input in the copy, whose rows stand in the same order under other ids. */
function movedPath(path: string, plan: Plan, copy: Plan): string | null {
  const keys: string[] = [];
  let [from, to]: [unknown, unknown] = [plan, copy];
  for (const key of path.split(".")) {
    const index = Array.isArray(from)
      ? from.findIndex((row, at) => segmentOf(row, at) === key)
      : -1;
    if (Array.isArray(from) && Array.isArray(to)) {
      [from, to] = [from[index], to[index]];
      keys.push(segmentOf(to, index));
    } else if (isRecord(from) && isRecord(to)) {
      [from, to] = [from[key], to[key]];
      keys.push(key);
    } else return null;
  }
  return keys.join(".");
}
