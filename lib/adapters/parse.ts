import type * as z from "zod/mini";
import { AppError } from "@/lib/errors";
import { toIssues } from "@/lib/schemas/wording";

/** Typed from here on, or refused with a sentence for each field. */
export function parse<T>(schema: z.ZodMiniType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = toIssues(schema, input, parsed.error.issues);
  throw new AppError("INVALID", issues[0]?.message ?? "That is not what this takes.", {
    fields: Object.fromEntries(issues.map(({ path, message }) => [path, message])),
  });
}
