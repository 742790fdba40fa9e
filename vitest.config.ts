import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const folders = "{app,components,lib,prisma,scripts}";

export default defineConfig(({ mode }) => ({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    env: { TZ: "Asia/Kathmandu" },
    provide: { propertyRuns: mode === "deep" ? "deep" : "usual" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [`${folders}/**/*.test.ts`],
          exclude: ["**/*.db.test.ts", "**/node_modules/**"],
          setupFiles: ["lib/testing/property-seed.ts"],
          // A busy machine decides no test.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // The usual number leaves a processor idle, which on two of them is half. Database tests share a queue.
          maxWorkers: availableParallelism(),
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: [`${folders}/**/*.db.test.ts`],
          globalSetup: "lib/testing/database.ts",
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
}));
