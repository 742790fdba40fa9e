import fc from "fast-check";

/** What a generated plan may hold. */
export type Bounds = {
  /** Demand never falls from one month to the next. */
  readonly risingDemand?: boolean;
  /** Prices of hardware never rise, and servers bring nothing at the end of their life. */
  readonly fallingHardware?: boolean;
};

export const absentOr = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: undefined });

/** The same without the fields that are absent. */
type Present<Parts> = { [K in keyof Parts]: Exclude<Parts[K], undefined> };
export const present = <Parts extends object>(parts: Parts): Present<Parts> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;
