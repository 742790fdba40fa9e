import { inject, vi } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** `deep` is `npm run test:deep`, `quick` is for a test that runs once for every mutant. */
    propertyRuns: "quick" | "usual" | "deep";
  }
}

const runs = {
  quick: { plans: 15, searches: 15, extremes: 15, workbooks: 5, files: 2 },
  usual: { plans: 1000, searches: 300, extremes: 2000, workbooks: 15, files: 4 },
  deep: { plans: 10_000, searches: 3000, extremes: 100_000, workbooks: 500, files: 200 },
}[inject("propertyRuns")];

/** Random plans for each property. fast-check prints the seed of a failure, and replays it by `{ seed, path }`. */
export const plansEach = { numRuns: runs.plans };

/** Random plans in each of which something is searched for, which projects a plan many times. */
export const searchesEach = { numRuns: runs.searches };

/** Combinations of figures at and beyond their bounds. */
export const extremes = { numRuns: runs.extremes };

/** Random plans that a spreadsheet engine recalculates. */
export const workbooksEach = { numRuns: runs.workbooks };

/** Random plans whose workbook another program opens as a file. */
export const filesEach = runs.files;

vi.setConfig({ testTimeout: 60_000 + 300 * runs.plans });
