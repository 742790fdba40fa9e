import { inject, vi } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** `npm run test:deep`: ten times the random plans, fifty times the extreme inputs. */
    isDeep: boolean;
  }
}

const isDeep = inject("isDeep");

/** Random plans for each property. fast-check prints the seed of a failure, and replays it by `{ seed, path }`. */
export const plansEach = { numRuns: isDeep ? 10_000 : 1000 };

/** Combinations of figures at and beyond their bounds. */
export const extremes = { numRuns: isDeep ? 100_000 : 2000 };

vi.setConfig({ testTimeout: isDeep ? 3_600_000 : 120_000 });
