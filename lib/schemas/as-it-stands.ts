import type * as z from "zod/mini";
import { isRecord, literalsOf, unwrap } from "./walk";

type Schema = z.core.$ZodType;
type Check = z.core.$ZodCheck;
type Test = (value: unknown) => boolean;
type Parts = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly catchall?: Schema;
  readonly options?: readonly Schema[];
  readonly discriminator?: string;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly checks?: readonly Check[];
};

const partsOf = (schema: Schema) => schema._zod.def as unknown as Parts;

/**
 * A test whether the schema takes a value as it stands, with nothing to copy or to mend. Far quicker than a
 * parse, which makes all of it anew. A no means only that a parse must say what there is to say.
 */
export function asItStands(schema: Schema): Test {
  const known = tests.get(schema);
  if (known) return known;
  const test = testOf(schema);
  tests.set(schema, test);
  return test;
}

/** One for each schema, however often it stands in another: what is small stays near the processor. */
const tests = new WeakMap<Schema, Test>();

function testOf(schema: Schema): Test {
  const parts = partsOf(schema);
  const kind = kinds[parts.type]?.(schema, parts);
  const checks = checksOf(schema, parts);
  if (!kind) return never;
  return checks.length === 0 ? kind : (value) => kind(value) && checks.every((test) => test(value));
}

const never: Test = () => false;

const kinds: Readonly<Record<string, (schema: Schema, parts: Parts) => Test>> = {
  object: (_, parts) => objectTest(parts),
  union: (_, parts) => unionTest(parts),
  array: (_, { element }) => {
    const test = element ? asItStands(element) : never;
    // Unlike `every`, this sees a hole.
    return (value) => Array.isArray(value) && value.length === value.filter(test).length;
  },
  nullable: (_, { innerType }) => {
    const test = innerType ? asItStands(innerType) : never;
    return (value) => value === null || test(value);
  },
  optional: (_, { innerType }) => (innerType ? asItStands(innerType) : never),
  string: () => (value) => typeof value === "string",
  number: () => Number.isFinite,
  boolean: () => (value) => typeof value === "boolean",
  enum: oneOf,
  literal: oneOf,
};

function oneOf(schema: Schema): Test {
  const values = new Set(literalsOf(schema));
  return (value) => values.has(value);
}

/** Of strict objects alone: what others do with a field they do not know, a parse decides. */
function objectTest({ shape = {}, catchall }: Parts): Test {
  if (!catchall || partsOf(catchall).type !== "never") return never;
  const fields = new Map(Object.entries(shape).map(([key, part]) => [key, asItStands(part)]));
  const needed = new Set(Object.keys(shape).filter((key) => !shape[key]?._zod.optin));
  return (value) => {
    if (!isRecord(value)) return false;
    let found = 0;
    for (const key of Object.keys(value)) {
      if (!fields.get(key)?.(value[key])) return false;
      if (needed.has(key)) found += 1;
    }
    return found === needed.size;
  };
}

function unionTest({ discriminator, options = [] }: Parts): Test {
  if (discriminator === undefined) return never;
  const byTag = new Map<unknown, Test>();
  for (const option of options) {
    const tag = partsOf(unwrap(option)).shape?.[discriminator];
    const test = asItStands(option);
    for (const name of tag ? literalsOf(tag) : []) byTag.set(name, test);
  }
  return (value) => isRecord(value) && (byTag.get(value[discriminator])?.(value) ?? false);
}

/** A schema such as `z.int()` is a check of its own. */
function checksOf(schema: Schema, { checks = [] }: Parts): readonly Test[] {
  const own = schema._zod.traits.has("$ZodCheck") ? [schema as unknown as Check] : [];
  return [...own, ...checks].map(checkTest);
}

function checkTest({ _zod }: Check): Test {
  const {
    check,
    value: limit,
    inclusive,
    format,
  } = _zod.def as unknown as {
    readonly check: string;
    readonly value?: unknown;
    readonly inclusive?: boolean;
    readonly format?: string;
  };
  if (inclusive && typeof limit === "number") {
    if (check === "greater_than") return (value) => (value as number) >= limit;
    if (check === "less_than") return (value) => (value as number) <= limit;
  }
  if (check === "number_format" && format === "safeint") return Number.isSafeInteger;
  return (value) => {
    const held = { value, issues: [] };
    _zod.check(held as never);
    return held.issues.length === 0 && held.value === value;
  };
}
