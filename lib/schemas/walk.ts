import type * as z from "zod/mini";
import { pairKey } from "./currency-pair";

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes["_zod"]["def"];

const defOf = (schema: Schema) => schema._zod.def as Def;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The schema inside `optional` and `nullable`. */
export function unwrap(schema: Schema): Schema {
  const def = defOf(schema);
  return def.type === "optional" || def.type === "nullable" ? unwrap(def.innerType) : schema;
}

/** The member of a union that this value names by its discriminator. */
function chosen(schema: Schema, value: unknown): Schema | undefined {
  const def = defOf(schema);
  if (def.type !== "union") return schema;
  const { discriminator } = def as unknown as { discriminator: string };
  const name = isRecord(value) ? value[discriminator] : undefined;
  return def.options.find((option) => {
    const tag = defOf(unwrap(option));
    if (tag.type !== "object") return false;
    const literal = tag.shape[discriminator];
    return literal !== undefined && literalsOf(literal).includes(name);
  });
}

/** The fields that this value's schema knows, or undefined where it has none. */
export function shapeOf(
  schema: Schema,
  value: unknown,
): Readonly<Record<string, Schema>> | undefined {
  const option = chosen(unwrap(schema), value);
  const def = option && defOf(unwrap(option));
  return def?.type === "object" ? def.shape : undefined;
}

/** The schema of the rows of a list. */
export function elementOf(schema: Schema): Schema | undefined {
  const def = defOf(unwrap(schema));
  return def.type === "array" ? def.element : undefined;
}

export function literalsOf(schema: Schema): readonly unknown[] {
  const def = defOf(unwrap(schema));
  if (def.type === "literal") return def.values;
  return def.type === "enum" ? Object.values(def.entries) : [];
}

export type Limits = {
  readonly min?: number;
  readonly max?: number;
  readonly whole: boolean;
};

/** Bounds of a number, or of the length of a text or list. */
export function limitsOf(schema: Schema): Limits {
  const def = defOf(unwrap(schema)) as { format?: string; checks?: z.core.$ZodCheck[] };
  const limits: { min?: number; max?: number; whole: boolean } = {
    whole: def.format === "safeint",
  };
  for (const { _zod } of def.checks ?? []) {
    const check = _zod.def as { check: string; value?: number; minimum?: number; maximum?: number };
    if (check.check === "greater_than" && check.value !== undefined) limits.min = check.value;
    if (check.check === "less_than" && check.value !== undefined) limits.max = check.value;
    if (check.check === "min_length" && check.minimum !== undefined) limits.min = check.minimum;
    if (check.check === "max_length" && check.maximum !== undefined) limits.max = check.maximum;
  }
  return limits;
}

export type FieldKind = Def["type"];
export const kindOf = (schema: Schema): FieldKind => defOf(unwrap(schema)).type;

/** How a path names a row: by its id, a throughput by its workload, a budget by its year (`fy2028`), a rate by its pair (`eur-usd`), anything else by its place. */
export function segmentOf(row: unknown, index: number): string {
  const name = isRecord(row) ? (row.id ?? row.workloadId ?? yearOf(row) ?? pairOf(row)) : undefined;
  return typeof name === "string" && /^[a-z][a-z0-9-]{0,39}$/.test(name) ? name : String(index);
}

const yearOf = ({ fiscalYear }: Readonly<Record<string, unknown>>) =>
  typeof fiscalYear === "number" ? `fy${fiscalYear}` : undefined;

const pairOf = ({ from, to }: Readonly<Record<string, unknown>>) =>
  typeof from === "string" && typeof to === "string" ? pairKey({ from, to }) : undefined;
