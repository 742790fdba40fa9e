import type { Page } from "@playwright/test";
import { alone, median, type Result } from "./measure";
import { onStage } from "./plan-page";

const rounds = 5;

type Taken = { readonly coarse: number; readonly all: number; readonly longest: number };

/** In the page: notes when the map's first 16 x 16 and when all of it is answered, and the longest stop of the page. */
function watch(): void {
  const taken = { asked: 0, coarse: 0, all: 0, longest: 0 };
  const Original = Worker;
  class Watched extends Original {
    constructor(...parts: ConstructorParameters<typeof Worker>) {
      super(...parts);
      this.addEventListener("message", ({ data }) => {
        const { verifiedCount, columns, rows } = data.answer ?? {};
        if (verifiedCount === 256) taken.coarse = performance.now() - taken.asked;
        if (verifiedCount === columns * rows) taken.all = performance.now() - taken.asked;
      });
    }
    override postMessage(message: { job?: { kind: string } | null }) {
      if (message.job?.kind === "map")
        Object.assign(taken, { asked: performance.now(), all: 0, longest: 0 });
      super.postMessage(message);
    }
  }
  Object.assign(window, { Worker: Watched, benchMap: taken });
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    taken.longest = Math.max(taken.longest, now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

const answered = (page: Page) =>
  page.waitForFunction(() => (window as unknown as { benchMap: Taken }).benchMap.all > 0, null, {
    timeout: 120_000,
  });

/** The winner map of the sample, in the worker of the built product, asked again by another axis and back. */
export function map(): Promise<Result[]> {
  return onStage(async ({ ours, browser }) => {
    const page = await (await browser.newContext({ baseURL: ours.address })).newPage();
    // tsx names functions with a helper that a page does not have.
    await page.addInitScript("globalThis.__name = (named) => named;");
    await page.addInitScript(watch);
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Look at the sample organization" }).click();
    await page
      .getByRole("row")
      .getByRole("link", { name: "Claims assistant", exact: true })
      .click();
    await page.getByRole("link", { name: "Sensitivity" }).click();
    const up = page.getByRole("combobox", { name: "Up" });
    await up.waitFor({ timeout: 120_000 });
    await answered(page);
    const rental = await up.inputValue();
    const taken: Taken[] = [];
    for (let round = 0; round < 2 * rounds; round += 1) {
      const back = round % 2 === 1;
      await up.selectOption(back ? rental : "options.on-premises.quote.serverPrice");
      await answered(page);
      const measured = await page.evaluate(
        () => (window as unknown as { benchMap: Taken }).benchMap,
      );
      if (back) taken.push(measured);
      await page.evaluate(() =>
        Object.assign((window as unknown as { benchMap: Taken }).benchMap, { all: 0 }),
      );
    }
    const middle = (of: keyof Taken) => median(taken.map((one) => one[of]));
    return [
      alone("winner map of the sample, first 16 x 16", middle("coarse"), "ms"),
      alone("winner map of the sample, all 64 x 64", middle("all"), "ms"),
      alone("longest frame of the page meanwhile", middle("longest"), "ms"),
    ];
  });
}
