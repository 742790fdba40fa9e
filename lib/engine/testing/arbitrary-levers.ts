import fc from "fast-check";
import { type Lever, speedLeverKinds } from "@/lib/schemas/lever";
import { money, number, whole } from "./arbitrary-figure";

/** A lever before it has an id. */
type Unnamed<Row> = Row extends unknown ? Omit<Row, "id"> : never;

const onTop = {
  reach: fc.constant("added" as const),
  isOn: fc.boolean(),
  startMonth: whole(1, 40),
};

const speedLever = fc.record(
  {
    ...onTop,
    kind: fc.constantFrom(...speedLeverKinds),
    speedRatio: number(0.5, 4),
    reach: fc.constantFrom("included" as const, "added" as const),
  },
  { requiredKeys: ["kind", "speedRatio", "reach", "isOn"] },
);

const routing = fc.record(
  {
    ...onTop,
    kind: fc.constant("model-routing" as const),
    requestsFraction: number(0, 1),
    smallModelSpeedRatio: number(0.5, 12),
  },
  { requiredKeys: ["kind", "requestsFraction", "smallModelSpeedRatio", "reach", "isOn"] },
);

const offload = fc.record(
  {
    ...onTop,
    kind: fc.constant("edge-offload" as const),
    requestsFraction: number(0, 0.9),
    devicesCost: money(20),
  },
  { requiredKeys: ["kind", "requestsFraction", "devicesCost", "reach", "isOn"] },
);

/** Whatever multiplies a rate or takes requests off it: there or off, in the rate or on top of it, from any month. */
export const someLevers: fc.Arbitrary<Lever[]> = fc
  .array<Unnamed<Lever>>(fc.oneof({ arbitrary: speedLever, weight: 3 }, routing, offload), {
    maxLength: 3,
  })
  .map((rows) => rows.map((row, index): Lever => ({ ...row, id: `lever-${index}` })));
