import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that failed for the mutant before come first, then the quickest: the first failure ends a mutant. */
class SoonestFailureFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = (file: TestSpecification) => {
      const result = this.ctx.cache.getTestSpecificationResult(file);
      return result === undefined ? 0 : result.failed ? -1 : result.duration;
    };
    return files.toSorted((one, other) => rank(one) - rank(other));
  }
}

/**
 * The engine's tests as `npm run test:mutation` runs them, once for every mutant: without those over whole
 * random plans, which take longest and kill what the others kill. A score is so a lower bound.
 */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    isolate: false,
    sequence: { sequencer: SoonestFailureFirst },
    env: { TZ: "Asia/Kathmandu" },
    provide: { propertyRuns: "quick" },
    setupFiles: ["lib/engine/testing/quick-runs.ts"],
    include: ["lib/engine/**/*.test.ts"],
    exclude: [
      "lib/engine/{properties,relations,extreme-inputs}.test.ts",
      "lib/engine/golden/validation.test.ts",
      "lib/engine/analysis/{thresholds,scan-winners,winner-map,swings}.test.ts",
      "**/node_modules/**",
    ],
  },
});
