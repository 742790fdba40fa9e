import type { CDPSession, Page } from "@playwright/test";
import { compared, percentile, type Result } from "./measure";
import { makePlan, onStage } from "./plan-page";

const steps = 100;
/** Until the engine and the charts are compiled, as they are after the first second of dragging. */
const warmUp = 20;
const throttle = 4;

type Painted = { inView: number; whole: number };

type Touch = { readonly element: Element; readonly at: number };

/** In the page: notes what is touched and when. Where it lies is asked later: asking lays out the page. */
function watch(): void {
  const touches: Touch[] = [];
  const note = (element: Element) => touches.push({ element, at: performance.now() });
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (this.canvas.isConnected) note(this.canvas);
    return clear.apply(this, box);
  };
  new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element) note(element);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
  Object.assign(window, { benchTouches: touches });
}

/** One step of a slider by the keyboard, from the event to the frames that show its last effects. */
async function step(page: Page, key: string): Promise<Painted> {
  const painted = page.evaluate(
    () =>
      new Promise<Painted>((resolve) => {
        const touches = (window as unknown as { benchTouches: Touch[] }).benchTouches;
        touches.length = 0;
        const inView = ({ element }: Touch) => {
          const { top, bottom } = element.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        };
        addEventListener(
          "keydown",
          (event) => {
            const frames: number[] = [];
            const began = event.timeStamp;
            const afterPaint = () => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => {
                frames.push(performance.now());
                const still = performance.now() - (touches.at(-1)?.at ?? began) > 250;
                if (!still) return requestAnimationFrame(afterPaint);
                const shown = (touch?: Touch) =>
                  touch ? (frames.find((frame) => frame >= touch.at) ?? touch.at) - began : 0;
                resolve({ inView: shown(touches.findLast(inView)), whole: shown(touches.at(-1)) });
              };
              port2.postMessage(null);
            };
            requestAnimationFrame(afterPaint);
          },
          { once: true, capture: true },
        );
      }),
  );
  await page.evaluate(() => undefined);
  await page.keyboard.press(key);
  return painted;
}

async function run(page: Page, cdp: CDPSession): Promise<Painted> {
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  const taken: Painted[] = [];
  for (let nth = 0; nth < steps; nth += 1) {
    taken.push(await step(page, nth % 20 < 10 ? "ArrowRight" : "ArrowLeft"));
  }
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const warm = taken.slice(warmUp);
  return {
    inView: percentile(
      warm.map(({ inView }) => inView),
      0.95,
    ),
    whole: percentile(
      warm.map(({ whole }) => whole),
      0.95,
    ),
  };
}

async function open(page: Page, address: string): Promise<CDPSession> {
  // tsx names functions with a helper that a page does not have.
  await page.addInitScript("globalThis.__name = (named) => named;");
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: "networkidle" });
  await page.locator("input[type=range]").first().focus();
  return page.context().newCDPSession(page);
}

export function slider(): Promise<Result[]> {
  return onStage(async ({ ours, bare, browser }) => {
    const context = await browser.newContext({
      baseURL: ours.address,
      viewport: { width: 1440, height: 900 },
    });
    const plan = await makePlan(await context.newPage());
    const ourPage = await context.newPage();
    const ourSession = await open(ourPage, plan);
    const barePage = await context.newPage();
    const bareSession = await open(barePage, `${bare.address}/charts`);
    await ourPage.bringToFront();
    const mine = await run(ourPage, ourSession);
    await barePage.bringToFront();
    const theirs = await run(barePage, bareSession);
    return [
      compared("slider step to answer and charts in view, p95", mine.inView, theirs.inView, "ms"),
      compared("slider step to the whole page, p95", mine.whole, theirs.whole, "ms"),
    ];
  });
}
