import * as z from "zod/mini";
import { figure } from "./figure";

const tokenPrice = (label: string) =>
  figure({ label, unit: "moneyPerMillionTokens", min: 0, max: 10_000 });

/** A share of the requests that goes to a smaller model of the same provider, at its own prices. */
export const apiRouting = z.strictObject({
  requestsFraction: figure({
    label: "Requests routed",
    unit: "fraction",
    min: 0,
    max: 1,
    help: "Share of the requests that the smaller model answers well enough.",
  }),
  inputPrice: tokenPrice("Input price, smaller model"),
  cachedInputPrice: tokenPrice("Cached input price, smaller model"),
  outputPrice: tokenPrice("Output price, smaller model"),
  isOn: z.boolean(),
  startMonth: z.optional(
    figure({
      label: "First month of routing",
      unit: "month",
      min: 1,
      max: 120,
      integer: true,
      emptyMeans: "month 1",
      help: "1 is the first month of the plan.",
    }),
  ),
});
export type ApiRouting = z.infer<typeof apiRouting>;
