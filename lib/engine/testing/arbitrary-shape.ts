import fc from "fast-check";
import { type LoadShape, shapeMean } from "@/lib/schemas/load-shape";

const hours = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 24, maxLength: 24 });

/** Any 48 factors with a mean of 1. */
export const anyShape: fc.Arbitrary<LoadShape> = fc
  .record({ weekday: hours, weekend: hours })
  .filter((shape) => shapeMean(shape) > 0)
  .map((shape) => {
    const mean = shapeMean(shape);
    const scaled = (factors: readonly number[]) => factors.map((factor) => factor / mean);
    return {
      weekday: scaled(shape.weekday),
      weekend: scaled(shape.weekend),
      evidence: "assumed" as const,
    };
  });
