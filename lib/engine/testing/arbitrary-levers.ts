import fc from "fast-check";
import { type Lever, leverKinds } from "@/lib/schemas/lever";
import { number, whole } from "./arbitrary-figure";

/** Whatever multiplies a rate: there or off, in the rate or on top of it, from any month. */
export const someLevers: fc.Arbitrary<Lever[]> = fc
  .array(
    fc.record(
      {
        kind: fc.constantFrom(...leverKinds),
        speedRatio: number(0.5, 4),
        reach: fc.constantFrom("included" as const, "added" as const),
        isOn: fc.boolean(),
        startMonth: whole(1, 40),
      },
      { requiredKeys: ["kind", "speedRatio", "reach", "isOn"] },
    ),
    { maxLength: 3 },
  )
  .map((rows) => rows.map((row, index) => ({ ...row, id: `lever-${index}` })));
