import type { Browser, BrowserContext } from "@playwright/test";
import { compared, median, type Result } from "./measure";
import { makePlan, onStage } from "./plan-page";

const rounds = 15;
const warmUpRounds = 3;

type Load = { readonly firstByteMs: number; readonly largestPaintMs: number };

/** One load in a page of its own; the browser's cache is warm, as on a second visit. */
async function load(context: BrowserContext, address: string): Promise<Load> {
  const page = await context.newPage();
  try {
    await page.goto(address, { waitUntil: "networkidle" });
    return await page.evaluate(
      () =>
        new Promise<Load>((resolve) => {
          const [navigation] = performance.getEntriesByType("navigation");
          const { requestStart, responseStart } = navigation as PerformanceNavigationTiming;
          new PerformanceObserver((list) => {
            const largestPaintMs = list.getEntries().at(-1)?.startTime ?? 0;
            resolve({ firstByteMs: responseStart - requestStart, largestPaintMs });
          }).observe({ type: "largest-contentful-paint", buffered: true });
        }),
    );
  } finally {
    await page.close();
  }
}

async function contextOf(browser: Browser, baseURL: string): Promise<BrowserContext> {
  return browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } });
}

/** The plan page of somebody signed in against a bare dynamic page, both in turn. */
export function firstByte(): Promise<Result[]> {
  return onStage(async ({ ours, bare, browser }) => {
    const ourContext = await contextOf(browser, ours.address);
    const bareContext = await contextOf(browser, bare.address);
    const plan = await makePlan(await ourContext.newPage());
    const mine: Load[] = [];
    const theirs: Load[] = [];
    for (let round = 0; round < warmUpRounds + rounds; round += 1) {
      mine.push(await load(ourContext, plan));
      theirs.push(await load(bareContext, bare.address));
    }
    const middle = (loads: readonly Load[], of: keyof Load) =>
      median(loads.slice(warmUpRounds).map((taken) => taken[of]));
    const against = (name: string, of: keyof Load) =>
      compared(name, middle(mine, of), middle(theirs, of), "ms");
    return [
      against("plan page, time to first byte", "firstByteMs"),
      against("plan page, largest contentful paint", "largestPaintMs"),
    ];
  });
}
