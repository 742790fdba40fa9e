import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";

const port = Number(process.env.E2E_PORT ?? 4310);
const address = `http://127.0.0.1:${port}`;
const executablePath = findChromium();

// Playwright reads this file again in each worker; the folder must be the same one.
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), "loadline-e2e-"));

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
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--disable-background-networking"],
    },
  },
  webServer: {
    command: "tsx scripts/start.ts",
    url: address,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGINT", timeout: 20_000 },
    stdout: "pipe",
    env: { PORT: String(port), LOADLINE_DATA: process.env.E2E_DATA, DATABASE_URL: "" },
  },
});
