import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { ensureChromium } from "@/scripts/chromium.mjs";
import { alone, median, type Result } from "./measure";
import { onStage } from "./plan-page";
import { newShareLink } from "./shared-page";

/** Fetched when it is asked for: a hundred packages that nothing else needs. */
const lighthouseVersion = "13.5.0";
const rounds = 3;

const devices = { desktop: ["--preset=desktop"], phone: [] } as const;

type Report = {
  readonly categories: { readonly performance: { readonly score: number | null } };
};

/** Where a link leads, and the cookie that opens it there. */
async function visit(browser: Browser, link: string) {
  const context = await browser.newContext();
  try {
    const answer = await context.request.get(link);
    if (!answer.ok()) throw new Error("The share link does not open.");
    const cookies = await context.cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    return { url: answer.url(), cookie };
  } finally {
    await context.close();
  }
}

/** Lighthouse's performance score of the page that a share link opens, of 100. */
export function lighthouse(): Promise<Result[]> {
  return onStage(async ({ ours, browser }) => {
    const { url, cookie } = await visit(browser, await newShareLink(browser, ours));
    const folder = mkdtempSync(join(tmpdir(), "loadline-bench-"));
    try {
      const headers = join(folder, "headers.json");
      writeFileSync(headers, JSON.stringify({ Cookie: cookie }));
      return Object.entries(devices).map(([device, preset]) => {
        const scores = Array.from({ length: rounds }, () => scoreOf(url, folder, preset));
        return alone(`shared page, Lighthouse, ${device}`, median(scores), "of 100");
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function scoreOf(url: string, folder: string, preset: readonly string[]): number {
  const report = join(folder, "report.json");
  const { path = "" } = ensureChromium();
  execFileSync(
    "npx",
    [
      ...["--yes", `lighthouse@${lighthouseVersion}`, url, ...preset, "--quiet"],
      ...["--only-categories=performance", "--output=json", `--output-path=${report}`],
      `--extra-headers=${join(folder, "headers.json")}`,
      "--chrome-flags=--headless=new --no-sandbox",
    ],
    { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, CHROME_PATH: path } },
  );
  const { categories } = JSON.parse(readFileSync(report, "utf8")) as Report;
  return (categories.performance.score ?? 0) * 100;
}
