import { gzipSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { compared, type Result } from "./measure";
import { makePlan, onStage } from "./plan-page";

type Loaded = { first: number; all: number };

/** Kilobytes of JavaScript, gzipped alike: what the document asks for, and all once the page is still. */
async function scriptsOf(page: Page, address: string): Promise<Loaded> {
  const sizes = new Map<string, number>();
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.set(response.url(), gzipSync(await response.body()).length / 1000);
  });
  await page.goto(address, { waitUntil: "networkidle" });
  const named = await page.evaluate(async () => {
    const html = await (await fetch(location.href)).text();
    const scripts = new DOMParser().parseFromString(html, "text/html").querySelectorAll("script");
    return [...scripts]
      .filter((s) => s.src && !s.noModule)
      .map((s) => new URL(s.src, location.href).href);
  });
  const sum = (addresses: Iterable<string>) =>
    [...addresses].reduce((total, url) => total + (sizes.get(url) ?? 0), 0);
  return { first: sum(new Set(named)), all: sum(sizes.keys()) };
}

async function fresh(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
}

export function bundle(): Promise<Result[]> {
  return onStage(async ({ ours, bare, browser }) => {
    const context = await browser.newContext({
      baseURL: ours.address,
      viewport: { width: 1440, height: 900 },
    });
    const plan = await makePlan(await context.newPage());
    const planPage = await scriptsOf(await context.newPage(), plan);
    const barePage = await scriptsOf(await fresh(browser), bare.address);
    return [
      compared(
        "plan page, JavaScript before it is used",
        planPage.first,
        barePage.first,
        "kB gzip",
      ),
      compared(
        "plan page, JavaScript with what it then shows",
        planPage.all,
        barePage.all,
        "kB gzip",
      ),
    ];
  });
}
