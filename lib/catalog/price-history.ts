import * as z from "zod/mini";
import { catalogKinds } from "@/lib/schemas/catalog-kind";
import { evidenceClass, isoDate } from "@/lib/schemas/figure";
import history from "@/prisma/catalog/price-history.json";
import { subject, units } from "./schema";

const text = z.string().check(z.minLength(1), z.maxLength(300));

const historyPoint = z.strictObject({
  date: isoDate,
  value: z.number().check(z.gt(0)),
  evidence: evidenceClass,
  source: text,
  url: z.optional(z.string().check(z.regex(/^https?:\/\//))),
  note: z.optional(text),
});

/** What one thing cost over time, in US dollars, oldest first; each price with its own source. */
const priceSeries = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9.-]{0,59}$/)),
  kind: z.enum(catalogKinds),
  label: text,
  subject,
  unit: z.enum(units),
  note: z.optional(text),
  points: z.array(historyPoint).check(z.minLength(2)),
});
export type PriceSeries = z.infer<typeof priceSeries>;

export const priceHistory: readonly PriceSeries[] = z.array(priceSeries).parse(history);
