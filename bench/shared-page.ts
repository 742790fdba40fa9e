import type { Browser, Page } from "@playwright/test";
import { newPerson, signUp } from "@/e2e/people";
import { newPlan } from "@/e2e/plans";
import { issueProposal, makeLink } from "@/e2e/share-links";
import { compared, interleaved, type Result } from "./measure";
import { onStage } from "./plan-page";
import type { Server } from "./servers";

const rounds = 9;

type Device = {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  /** A mid-range phone on a slow mobile network, as Lighthouse has it. */
  readonly isThrottled: boolean;
};

const devices: readonly Device[] = [
  { name: "desktop", viewport: { width: 1440, height: 900 }, isThrottled: false },
  { name: "throttled phone", viewport: { width: 390, height: 844 }, isThrottled: true },
];

const slowNetwork = {
  ...{ offline: false, latency: 150, connectionType: "cellular4g" as const },
  ...{ downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 },
};

async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", slowNetwork);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

/** The largest paint of a first visit: nothing cached, the token followed before. */
async function largestPaintMs(
  browser: Browser,
  { viewport, isThrottled }: Device,
  { address, link }: { readonly address: string; readonly link?: string },
): Promise<number> {
  const context = await browser.newContext({ viewport });
  try {
    const target = link ? await viewOf(await context.request.get(link)) : address;
    const page = await context.newPage();
    if (isThrottled) await throttle(page);
    await page.goto(target, { waitUntil: "networkidle" });
    return await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) =>
            resolve(list.getEntries().at(-1)?.startTime ?? 0),
          ).observe({ type: "largest-contentful-paint", buffered: true });
        }),
    );
  } finally {
    await context.close();
  }
}

async function viewOf(answer: { url(): string; ok(): boolean }): Promise<string> {
  if (!answer.ok()) throw new Error("The share link does not open.");
  return answer.url();
}

/** To an issued proposal of a new account. */
export async function newShareLink(browser: Browser, ours: Server): Promise<string> {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ baseURL: ours.address, viewport });
  try {
    const owner = await context.newPage();
    await signUp(owner, newPerson());
    await newPlan(owner, "Support chatbot", "Chat for claims");
    await issueProposal(owner, "Left out");
    return await makeLink(owner, "The board");
  } finally {
    await context.close();
  }
}

/** The page that a share link opens, against a bare dynamic page, on a first visit. */
export function sharedPage(): Promise<Result[]> {
  return onStage(async ({ ours, bare, browser }) => {
    const link = await newShareLink(browser, ours);
    const results: Result[] = [];
    for (const device of devices) {
      const mine = () => largestPaintMs(browser, device, { address: ours.address, link });
      const theirs = () => largestPaintMs(browser, device, { address: bare.address });
      await Promise.all([mine(), theirs()]);
      const taken = await interleaved(rounds, mine, theirs);
      const name = `shared page, largest contentful paint, ${device.name}`;
      results.push(compared(name, taken.ours, taken.theirs, "ms"));
    }
    return results;
  });
}
