import * as z from "zod/mini";
import { evidenceClass } from "@/lib/schemas/figure";
import reference from "@/prisma/catalog/inference-share.json";

const referenceShare = z.strictObject({
  evidence: evidenceClass,
  source: z.string(),
  url: z.string().check(z.regex(/^https:\/\//)),
  note: z.string(),
  years: z.array(z.strictObject({ year: z.int(), fraction: z.number().check(z.gte(0), z.lte(1)) })),
});

/** Inference's share of all AI compute by year, to hold a plan against. */
export const inferenceShareReference = referenceShare.parse(reference);
