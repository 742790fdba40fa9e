import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { newPerson, signUp } from "@/e2e/people";
import { ensureChromium } from "@/scripts/chromium.mjs";
import { buildBare, type Server, startBare, startOurs } from "./servers";

export type Stage = { ours: Server; bare: Server; browser: Browser; data: string };

/** Both servers and a browser, put away again afterwards. */
export async function onStage<T>(measure: (stage: Stage) => Promise<T>): Promise<T> {
  const { path, missing } = ensureChromium();
  if (!path) throw new Error(missing);
  await buildBare();
  const data = mkdtempSync(join(tmpdir(), "loadline-bench-"));
  const ours = await startOurs(data);
  const bare = await startBare();
  const browser = await chromium.launch({ executablePath: path });
  try {
    return await measure({ ours, bare, browser, data });
  } finally {
    await browser.close();
    await bare.stop();
    await ours.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** A new account's plan from a template, open at its projection; returns the page's address. */
export async function makePlan(page: Page): Promise<string> {
  await signUp(page, newPerson());
  await page.getByRole("button", { name: "New plan" }).first().click();
  await page
    .getByRole("dialog")
    .getByRole("radio", { name: /^Fine-tuning/ })
    .check();
  await page.getByRole("button", { name: "Create plan" }).click();
  await page.waitForURL(/\/projection/);
  return page.url();
}
