/** How many replicas of one workload run, and how many accelerators each takes. */
export type ReplicaNeed = {
  readonly replicas: number;
  readonly acceleratorsPerReplica: number;
};

/** Past this many servers or instances a plan is refused, before numbers lose their meaning. */
export const mostUnits = 10_000_000;

/**
 * replicas = ceil(peak work rate / utilization ceiling) + spare replicas; a workload without work
 * keeps no spares. `busyReplicas` is that quotient. docs/model.md, "Sizing".
 */
export function wholeReplicas(busyReplicas: number, spareReplicas: number): number {
  return busyReplicas === 0 ? 0 : roundUp(busyReplicas) + spareReplicas;
}

/**
 * units = ceil(sum of replicas / floor(accelerators a unit / accelerators a replica)); a replica
 * wider than a unit takes ceil(accelerators a replica / accelerators a unit) whole ones.
 * A unit is a server or a cloud instance. docs/model.md, "Sizing".
 */
export function wholeUnits(needs: readonly ReplicaNeed[], acceleratorsPerUnit: number): number {
  let units = 0;
  for (const { replicas, acceleratorsPerReplica } of needs) {
    units +=
      acceleratorsPerReplica <= acceleratorsPerUnit
        ? replicas / Math.floor(acceleratorsPerUnit / acceleratorsPerReplica)
        : replicas * Math.ceil(acceleratorsPerReplica / acceleratorsPerUnit);
  }
  return roundUp(units);
}

/** Differences of less than one part in 10^9 are float noise, not demand. */
export const floatNoise = 1e-9;

/** Ceiling that forgives float noise, so that a machine exactly full stays one machine. */
export function roundUp(quantity: number): number {
  return Math.ceil(quantity * (1 - floatNoise));
}
