import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";

const wrongText = /\b(NaN|Infinity|undefined|null|\[object Object\])\b/;

/** Collects what a page reports as wrong, so that a test can end by finding nothing. */
export function watchProblems(page: Page): string[] {
  const problems: string[] = [];
  void page.addInitScript(() =>
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
      console.error(`Policy violated: ${violatedDirective} ${blockedURI} ${sample}`),
    ),
  );
  page.on("pageerror", (error) => problems.push(`error on ${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // A failed request is reported below, with its address.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    problems.push(`console on ${page.url()}: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} from ${response.url()}`);
  });
  return problems;
}

/** A figure that is missing has a word; none of these is one. */
export async function expectWords(page: Page): Promise<void> {
  const text = await page.locator("body").innerText();
  const line = text.split("\n").find((candidate) => wrongText.test(candidate));
  expect(line, `text on ${page.url()}`).toBeUndefined();
}

export async function expectAccessible(page: Page): Promise<void> {
  // The title of a page comes in the stream, behind its first paint.
  await expect(page).toHaveTitle(/\S/);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`),
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** Polled: a chart takes its new width a frame after the window has its own. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const tooWide = () =>
    page.evaluate(() =>
      Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    );
  await expect.poll(tooWide, `pixels too wide at ${page.url()}`).toBe(0);
}

/** What the server drew takes no click and keeps no typing until its script has come. */
export async function expectLive(control: Locator): Promise<void> {
  const isLive = () =>
    control.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__react")));
  await expect.poll(isLive).toBe(true);
}
