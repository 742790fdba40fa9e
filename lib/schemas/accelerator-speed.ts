import * as z from "zod/mini";

const positive = z.number().check(z.positive());

/** What an accelerator can do at most, dense, by its maker. Null: it has no such arithmetic. */
export const acceleratorSpeed = z.strictObject({
  memoryGigabytes: positive,
  memoryTerabytesPerSecond: positive,
  bf16TeraflopsPerSecond: positive,
  fp8TeraflopsPerSecond: z.nullable(positive),
  fp4TeraflopsPerSecond: z.nullable(positive),
  /** One direction of the link to its neighbours. */
  linkGigabytesPerSecond: positive,
});
export type AcceleratorSpeed = z.infer<typeof acceleratorSpeed>;
