import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    env: { TZ: "Asia/Kathmandu" },
    include: ["{app,components,lib,prisma,scripts}/**/*.test.ts"],
  },
});
