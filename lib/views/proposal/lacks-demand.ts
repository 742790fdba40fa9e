import type { Projection } from "@/lib/engine/types";

/** A demand without all its figures is none that could be added up: not 0. */
export const lacksDemand = ({ options }: Projection, workloadId = ""): boolean =>
  options.some(({ missing }) =>
    missing.some(({ path }) => path.startsWith(`workloads.${workloadId}`)),
  );
