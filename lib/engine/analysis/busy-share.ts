import type { Iceberg, IcebergFactor } from "./types";

const kindsOfUse: readonly IcebergFactor["kind"][] = ["ceiling", "peak", "fleet"];

/**
 * The fraction of the hours paid for in which the machines work, 0 to 1: utilization ceiling x mean over
 * peak x whole machines, spares and shared hours. docs/model.md, "Iceberg".
 */
export function busyFraction({ factors }: Iceberg): number {
  return factors
    .filter(({ kind }) => kindsOfUse.includes(kind))
    .reduce((product, { factor }) => product * factor, 1);
}

/**
 * Cost per million tokens if the given fraction of the hours paid for were busy, at the same price of the
 * hour and the same rate: cost x busy fraction / given fraction. docs/model.md, "Iceberg".
 */
export function costAtBusyFraction(iceberg: Iceberg, fraction: number): number {
  return (iceberg.costPerMillionTokens * busyFraction(iceberg)) / fraction;
}
