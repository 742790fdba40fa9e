import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundUp, wholeReplicas, wholeUnits } from "./sizing";

describe("wholeReplicas", () => {
  it("rounds the busy replicas up and adds the spares", () => {
    expect(wholeReplicas(2.1, 1)).toBe(4);
  });

  it("keeps no spares where nothing is asked for", () => {
    expect(wholeReplicas(0, 3)).toBe(0);
    expect(wholeReplicas(1e-12, 3)).toBe(4);
  });

  it("forgives float noise: a machine exactly full stays one machine", () => {
    expect(roundUp((0.1 + 0.2) / 0.3)).toBe(1);
    expect(roundUp(1.000001)).toBe(2);
  });
});

describe("wholeUnits", () => {
  it("puts two replicas of 4 accelerators in a server of 8", () => {
    expect(wholeUnits([{ replicas: 3, acceleratorsPerReplica: 4 }], 8)).toBe(2);
  });

  it("leaves accelerators over that no replica fits in", () => {
    expect(wholeUnits([{ replicas: 2, acceleratorsPerReplica: 5 }], 8)).toBe(2);
  });

  it("gives a replica of 16 two whole servers of 8", () => {
    expect(wholeUnits([{ replicas: 3, acceleratorsPerReplica: 16 }], 8)).toBe(6);
  });

  it("lets workloads share a server", () => {
    const needs = [
      { replicas: 1, acceleratorsPerReplica: 4 },
      { replicas: 2, acceleratorsPerReplica: 2 },
    ];
    expect(wholeUnits(needs, 8)).toBe(1);
  });

  it("never needs fewer servers for more work", () => {
    const workload = fc.record({
      busy: fc.double({ min: 0, max: 1e4, noNaN: true }),
      more: fc.double({ min: 0, max: 1e3, noNaN: true }),
      acceleratorsPerReplica: fc.integer({ min: 1, max: 64 }),
    });
    fc.assert(
      fc.property(
        fc.array(workload, { maxLength: 4 }),
        fc.integer({ min: 1, max: 72 }),
        fc.integer({ min: 0, max: 3 }),
        (workloads, perServer, spares) => {
          const units = (busyOf: (one: (typeof workloads)[number]) => number) =>
            wholeUnits(
              workloads.map((one) => ({
                replicas: wholeReplicas(busyOf(one), spares),
                acceleratorsPerReplica: one.acceleratorsPerReplica,
              })),
              perServer,
            );
          expect(units((one) => one.busy + one.more)).toBeGreaterThanOrEqual(
            units((one) => one.busy),
          );
        },
      ),
    );
  });
});
