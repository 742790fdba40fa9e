import { exchangeRate, namedRateSpec, rateLabel } from "./exchange-rate";
import { type FieldSpec, type Figure, fieldSpecs } from "./figure";
import { type Plan, plan as planSchema } from "./plan";
import { elementOf, isRecord, segmentOf, shapeOf, unwrap } from "./walk";

export type FigureAtPath = {
  readonly path: string;
  readonly spec: FieldSpec;
  readonly figure: Figure;
};

type Schema = Parameters<typeof unwrap>[0];

/** The specification that a schema was registered with, through `optional` and `nullable`. */
export const specOf = (schema: Schema): FieldSpec | undefined =>
  fieldSpecs.get(unwrap(schema) as never);

function collect(schema: Schema, value: unknown, path: string, found: FigureAtPath[]): void {
  if (value === undefined || value === null) return;
  const spec = specOf(schema);
  if (spec) {
    found.push({ path, spec: namedRateSpec(spec, path), figure: value as Figure });
    return;
  }
  const element = elementOf(schema);
  if (element && Array.isArray(value)) {
    value.forEach((row, index) => {
      collect(element, row, join(path, segmentOf(row, index)), found);
    });
    return;
  }
  for (const [key, child] of Object.entries(shapeOf(schema, value) ?? {}))
    collect(child, (value as Record<string, unknown>)[key], join(path, key), found);
}

const join = (path: string, key: string) => (path === "" ? key : `${path}.${key}`);

/** Every input of a plan, with the path that names it and what is known about its kind. */
export const figuresOf = (plan: Plan): readonly FigureAtPath[] => figuresIn(planSchema, plan, "");

/** The same for a part of a plan, whose own path is `base`. */
export function figuresIn(schema: Schema, value: unknown, base: string): readonly FigureAtPath[] {
  const found: FigureAtPath[] = [];
  collect(schema, value, base, found);
  return found;
}

/** What is known about the input at a path of this plan; undefined where the plan has none. */
export function specAt(plan: Plan, path: string): FieldSpec | undefined {
  const [schema, value] = schemaAt(plan, path) ?? [];
  return schema && value !== undefined && value !== null ? specNamed(schema, path) : undefined;
}

/** The same where an input that may be absent could stand. */
export function fieldSpecAt(plan: Plan, path: string): FieldSpec | undefined {
  const [schema] = schemaAt(plan, path) ?? [];
  if (!schema && rateLabel(path)) return specNamed(exchangeRate.shape.rate, path);
  return schema && specNamed(schema, path);
}

function specNamed(schema: Schema, path: string): FieldSpec | undefined {
  const spec = specOf(schema);
  return spec && namedRateSpec(spec, path);
}

function schemaAt(plan: Plan, path: string): [Schema, unknown] | undefined {
  let schema: Schema = planSchema;
  let value: unknown = plan;
  for (const key of path.split(".")) {
    const next = step(schema, value, key);
    if (!next) return undefined;
    [schema, value] = next;
  }
  return [schema, value];
}

function step(schema: Schema, value: unknown, key: string): [Schema, unknown] | undefined {
  const element = elementOf(schema);
  if (element && Array.isArray(value)) {
    const index = value.findIndex((row, at) => segmentOf(row, at) === key);
    return index < 0 ? undefined : [element, value[index]];
  }
  if (!isRecord(value)) return undefined;
  const shape = shapeOf(schema, value);
  const child = shape && Object.hasOwn(shape, key) ? shape[key] : undefined;
  return child ? [child, value[key]] : undefined;
}
