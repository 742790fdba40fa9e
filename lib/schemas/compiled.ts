import type * as z from "zod/mini";
import { $ZodObjectJIT } from "zod/v4/core";

type Schema = z.core.$ZodType;
type Parts = {
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly Schema[];
  readonly element?: Schema;
  readonly innerType?: Schema;
};

const seen = new WeakSet<Schema>();

/**
 * Has zod compile the objects of this schema, as its full build does of itself: zod/mini, which browsers load,
 * reads each anew with every parse. For servers alone, where code may be made while running.
 */
export function compile(schema: Schema): void {
  if (seen.has(schema)) return;
  seen.add(schema);
  const { shape, options, element, innerType } = schema._zod.def as Parts;
  for (const part of [...Object.values(shape ?? {}), ...(options ?? []), element, innerType])
    if (part) compile(part);
  if (!shape) return;
  const hasChecks = schema._zod.run !== schema._zod.parse;
  $ZodObjectJIT.init(schema as never, schema._zod.def as never);
  if (!hasChecks) schema._zod.run = schema._zod.parse;
}
