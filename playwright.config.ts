import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";

const port = Number(process.env.E2E_PORT ?? 4310);
/** Names a Loadline that runs already, while tests are being written. */
const running = process.env.E2E_ADDRESS;
const address = running ?? `http://localhost:${port}`;
const executablePath = findChromium();

// Playwright reads this file again in each worker: only the first makes the folder, and removes it.
if (!running && !process.env.E2E_DATA) {
  const folder = mkdtempSync(join(tmpdir(), "loadline-e2e-"));
  process.env.E2E_DATA = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
}

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.TEST_REPORT ?? "test-results/browser.json" }],
  ],
  use: {
    baseURL: address,
    locale: "en-US",
    timezoneId: "Asia/Kathmandu",
    viewport: { width: 1440, height: 900 },
    actionTimeout: 10_000,
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--disable-background-networking"],
    },
  },
  ...(running
    ? {}
    : {
        webServer: {
          command: "node --import tsx --disable-warning=ExperimentalWarning scripts/start.ts",
          url: `${address}/sign-in`,
          timeout: 180_000,
          gracefulShutdown: { signal: "SIGINT", timeout: 20_000 },
          stdout: "pipe",
          env: {
            PORT: String(port),
            LOADLINE_DATA: process.env.E2E_DATA ?? "",
            LOADLINE_LOG_LEVEL: "warn",
            DATABASE_URL: "",
          },
        },
      }),
});
