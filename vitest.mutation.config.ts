import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The engine's tests as `npm run test:mutation` runs them: once for every mutant, so over few random plans. */
export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    env: { TZ: "Asia/Kathmandu" },
    provide: { propertyRuns: "quick" },
    setupFiles: ["lib/engine/testing/quick-runs.ts"],
    include: ["lib/engine/**/*.test.ts"],
    exclude: ["lib/engine/golden/validation.test.ts", "**/node_modules/**"],
  },
});
