import * as z from "zod/mini";
import { rowId, rowName } from "./figure";
import { notes } from "./text";

/**
 * One input set to another value. The path names rows by id:
 * `options.cloud.rate`, `options.cloud.throughput.claims.outputTokensPerSecond`,
 * `assumptions.hardwarePricePath.changePerYearFraction`.
 */
export const change = z.strictObject({
  path: z
    .string()
    .check(
      z.maxLength(200),
      z.regex(/^[a-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)+$/, "That is not the path of an input."),
    ),
  value: z.number(),
});
export type Change = z.infer<typeof change>;

export const scenario = z.strictObject({
  id: rowId,
  name: rowName,
  notes,
  changes: z.array(change).check(z.maxLength(100)),
});
export type Scenario = z.infer<typeof scenario>;
