import * as z from "zod/mini";
import { ascending, provenance } from "./drawn";

const datedRuns = z.strictObject({
  /** Month index from the start of the plan, 0-based. */
  month: z.int().check(z.gte(0), z.lte(119)),
  /** Runs that start in it. */
  count: z.int().check(z.gte(1), z.lte(1000)),
});

/** Runs by the month in which they start, in place of a first run and a gap. */
export const runSchedule = z
  .strictObject({
    runs: z.array(datedRuns).check(z.minLength(1), z.maxLength(120)),
    ...provenance,
  })
  .check(
    z.refine(({ runs }) => ascending(runs.map(({ month }) => month)), {
      error: "Put the runs in order of month, each month once.",
      path: ["runs"],
    }),
  );
export type RunSchedule = z.infer<typeof runSchedule>;
