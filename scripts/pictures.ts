// Makes the pictures of the README from the running product: `npm run pictures` after a build.
// With names behind `--` it makes those alone.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { endServer, startLoadline } from "../e2e/servers";
import { sampleComparison } from "../prisma/sample-comparison";
import { sampleProposal } from "../prisma/sample-proposal";
import { ensureChromium } from "./chromium.mjs";
import { checkout } from "./data-folder";

const folder = join(checkout, "docs/pictures");
const port = 4330;
const address = `http://localhost:${port}`;

type Picture = {
  readonly name: string;
  readonly path: string;
  readonly theme: "light" | "dark";
  readonly width: number;
  readonly height: number;
};

const plan = `/plans/${sampleProposal.planId}`;
const desk = { theme: "light", width: 1440, height: 1000 } as const;

const pictures: readonly Picture[] = [
  { ...desk, name: "projection", path: `${plan}/projection` },
  { ...desk, name: "projection-dark", path: `${plan}/projection`, theme: "dark" },
  { ...desk, name: "break-even", path: `${plan}/break-even` },
  { ...desk, name: "iceberg", path: `${plan}/iceberg`, height: 1120 },
  { ...desk, name: "budget", path: `${plan}/budget`, height: 1080 },
  { ...desk, name: "options", path: `${plan}/options`, height: 720 },
  { ...desk, name: "quotes", path: `/plans/${sampleComparison.id}/quotes`, height: 1120 },
  { ...desk, name: "proposal", path: `/proposals/${sampleProposal.id}/issues/1`, height: 1240 },
  { ...desk, name: "phone", path: `${plan}/projection`, width: 390, height: 844 },
];

async function take(browser: Browser, picture: Picture): Promise<void> {
  const { name, path: to, theme, width, height } = picture;
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: "reduce",
    locale: "en-US",
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Look at the sample organization" }).click();
  await page.waitForURL(/\/plans$/);
  await page.goto(to);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}

const { path, missing } = ensureChromium();
if (!path) throw new Error(missing);
mkdirSync(folder, { recursive: true });
const data = mkdtempSync(join(tmpdir(), "loadline-pictures-"));
const loadline = await startLoadline(data, port);
const browser = await chromium.launch({ executablePath: path });
try {
  const named = process.argv.slice(2);
  for (const picture of pictures)
    if (named.length === 0 || named.includes(picture.name)) await take(browser, picture);
} finally {
  await browser.close();
  await endServer(loadline, "SIGINT");
  rmSync(data, { recursive: true, force: true });
}
