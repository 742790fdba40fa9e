// Makes the pictures of the README from the running product: `npm run pictures` after a build.
// With names behind `--` it makes those alone.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { endServer, startLoadline } from "../e2e/servers";
import { ensureChromium } from "./chromium.mjs";
import { checkout } from "./data-folder";

const folder = join(checkout, "docs/pictures");
const port = 4330;
const address = `http://localhost:${port}`;

type Picture = {
  name: string;
  plan: string;
  tab: string;
  theme: "light" | "dark";
  width: number;
  height: number;
};

const desk = { plan: "Claims assistant", width: 1440, height: 1000 } as const;

const pictures: Picture[] = [
  { ...desk, name: "projection", tab: "Projection", theme: "light" },
  { ...desk, name: "projection-dark", tab: "Projection", theme: "dark" },
  { ...desk, name: "break-even", tab: "Break-even", theme: "light" },
  { ...desk, name: "iceberg", tab: "Iceberg", theme: "light", height: 1120 },
  { ...desk, name: "budget", tab: "Budget", theme: "light", height: 1080 },
  { ...desk, name: "options", tab: "Options", theme: "light", height: 720 },
  { ...desk, name: "phone", tab: "Projection", theme: "light", width: 390, height: 844 },
];

async function take(browser: Browser, picture: Picture): Promise<void> {
  const { name, plan, tab, theme, width, height } = picture;
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
  await page.getByRole("row").getByRole("link", { name: plan, exact: true }).click();
  await page
    .getByRole("navigation", { name: "Plan" })
    .getByRole("link", { name: new RegExp(`^${tab}`) })
    .click();
  await page.waitForURL(new RegExp(`/${tab.toLowerCase()}`));
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
