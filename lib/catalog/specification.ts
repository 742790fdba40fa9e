import * as z from "zod/mini";
import { evidenceClass, isoDate } from "@/lib/schemas/figure";

/** What a record of published figures says of itself; the names are those that files use, in lower case. */
export const specificationFields = {
  id: z.string().check(z.regex(/^[a-z][a-z0-9.-]{0,59}$/)),
  label: z.string().check(z.minLength(1), z.maxLength(120)),
  names: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  evidence: evidenceClass,
  source: z.string().check(z.minLength(1), z.maxLength(300)),
  url: z.optional(z.string().check(z.regex(/^https?:\/\//))),
  date: isoDate,
  note: z.optional(z.string().check(z.maxLength(500))),
};
