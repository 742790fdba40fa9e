import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { Client } from "pg";
import { newPerson, signUp } from "@/e2e/people";
import { enterManyLines } from "@/lib/testing/many-quote-lines";
import { ensureChromium } from "@/scripts/chromium.mjs";
import { runningOwnerUrl } from "@/scripts/embedded-database";
import { alone, percentile, type Result } from "./measure";
import { startOurs } from "./servers";

const rounds = 8;
const scrollFrames = 300;

type Watched = { changedAt: number };

/** In the page: when the rows changed last. Two orders must not begin alike: what stays as it is changes nothing. */
function watch(): void {
  const watched: Watched = { changedAt: 0 };
  Object.assign(window, { benchLines: watched });
  new MutationObserver((records) => {
    const isRow = ({ target }: MutationRecord) =>
      (target instanceof Element ? target : target.parentElement)?.closest("tbody") != null;
    if (records.some(isRow)) watched.changedAt = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** From a press to the frame that shows the last change of the rows. */
async function painted(page: Page, event: "click" | "input", act: () => Promise<void>) {
  const taken = page.evaluate(
    (event) =>
      new Promise<number>((resolve) => {
        const watched = (window as unknown as { benchLines: Watched }).benchLines;
        addEventListener(
          event,
          ({ timeStamp }) => {
            const frames: number[] = [];
            const look = () => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => {
                const now = performance.now();
                frames.push(now);
                const { changedAt } = watched;
                if (changedAt < timeStamp || now - changedAt < 400)
                  return requestAnimationFrame(look);
                resolve((frames.find((frame) => frame >= changedAt) ?? now) - timeStamp);
              };
              port2.postMessage(null);
            };
            requestAnimationFrame(look);
          },
          { once: true, capture: true },
        );
      }),
    event,
  );
  await page.evaluate(() => undefined);
  await act();
  return taken;
}

/** Milliseconds between frames while the rows run by, from the first to far below. */
const scrolled = (page: Page) =>
  page.evaluate(
    (frames) =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector('[role="grid"]')?.parentElement as HTMLElement;
        const taken: number[] = [];
        let before = performance.now();
        const next = (now: number) => {
          taken.push(now - before);
          before = now;
          scroller.scrollTop += 340;
          if (taken.length < frames) requestAnimationFrame(next);
          else resolve(taken.slice(2));
        };
        requestAnimationFrame(next);
      }),
    scrollFrames,
  );

async function enter(ownerUrl: string, email: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const found = await owner.query<{ id: string }>(
    `select m.org_id as id from membership m join "user" u on u.id = m.user_id where u.email = $1`,
    [email],
  );
  const orgId = found.rows[0]?.id ?? "";
  await owner.query("select set_config('app.org_id', $1, false)", [orgId]);
  const run = (statement: string, values: readonly unknown[]) =>
    owner.query(statement, [...values]);
  await enterManyLines(run, orgId, { quotes: 100, linesEach: 500 });
  await owner.query("vacuum analyze quote_line, quote_revision, quote, supplier");
  await owner.end();
}

/** All quote lines of an organization that has 50,000. */
export async function lines(): Promise<Result[]> {
  const { path, missing } = ensureChromium();
  if (!path) throw new Error(missing);
  const data = mkdtempSync(join(tmpdir(), "loadline-bench-"));
  const ours = await startOurs(data);
  const browser = await chromium.launch({ executablePath: path });
  try {
    return await measured(await openLines(browser, ours.address, data));
  } finally {
    await browser.close();
    await ours.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function openLines(browser: Browser, baseURL: string, data: string): Promise<Page> {
  const viewport = { width: 1440, height: 900 };
  const page = await (await browser.newContext({ baseURL, viewport })).newPage();
  // tsx names functions with a helper that a page does not have.
  await page.addInitScript("globalThis.__name = (named) => named;");
  await page.addInitScript(watch);
  const person = newPerson();
  await signUp(page, person);
  const ownerUrl = runningOwnerUrl(data);
  if (!ownerUrl) throw new Error("The server's database is not there.");
  await enter(ownerUrl, person.email);
  await page.goto("/quotes/lines", { waitUntil: "networkidle" });
  await page.getByText("50,000 lines").waitFor();
  return page;
}

async function measured(page: Page): Promise<Result[]> {
  const sorts: number[] = [];
  const searches: number[] = [];
  const find = page.getByRole("searchbox");
  for (let round = 0; round < rounds; round += 1) {
    const name = round % 2 === 0 ? "Description" : "Unit price";
    const button = page.getByRole("button", { name, exact: true });
    sorts.push(await painted(page, "click", () => button.click()));
    searches.push(await painted(page, "input", () => find.fill(`pn-${100 + round}`)));
    await painted(page, "input", () => find.fill(""));
  }
  const frames = await scrolled(page);
  return [
    alone("50,000 lines sorted and painted, median", percentile(sorts, 0.5), "ms"),
    alone("50,000 lines sorted and painted, p95", percentile(sorts, 0.95), "ms"),
    alone("50,000 lines searched and painted, median", percentile(searches, 0.5), "ms"),
    alone("50,000 lines searched and painted, p95", percentile(searches, 0.95), "ms"),
    alone("frame while 50,000 lines scroll, p95", percentile(frames, 0.95), "ms"),
    alone("longest frame while 50,000 lines scroll", Math.max(...frames), "ms"),
  ];
}
