import * as z from "zod/mini";
import { figure, rowId, rowName } from "./figure";
import { notes } from "./text";

/** Two options of the plan that share the work: by the hour, by requests, or one after the other. */
export const portfolioOption = z.strictObject({
  id: rowId,
  kind: z.literal("portfolio"),
  name: rowName,
  notes,
  mode: z.enum(["base-and-burst", "by-share", "staged"]),
  /** Serves the base load, its share of the requests, or the months before the switch. */
  firstOptionId: z.nullable(rowId),
  /** Serves the burst above the base load, the other requests, or the months from the switch on. */
  secondOptionId: z.nullable(rowId),
  baseLevelRatio: figure({
    label: "Base level",
    unit: "ratio",
    min: 0,
    max: 100,
    slider: [0, 3],
    help: "The base option serves each hour's load up to this level, the burst option the rest. 1 = the average hour.",
  }),
  requestsFraction: z.optional(
    figure({
      label: "Requests on the first option",
      unit: "fraction",
      min: 0,
      max: 1,
      emptyMeans: "needed where requests are shared",
      help: "Share of every workload’s requests; the others, and training, go to the second option.",
    }),
  ),
  switchMonth: figure({
    label: "Month of the switch",
    unit: "month",
    min: 1,
    max: 120,
    integer: true,
    slider: [1, 60],
    help: "From this month on the second option serves everything. 1 is the first month of the plan.",
  }),
});
export type PortfolioOption = z.infer<typeof portfolioOption>;
