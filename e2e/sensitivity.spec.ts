import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./page-health";
import { answer, newPlan, openTab } from "./plans";
import { enterSample, openSamplePlan } from "./sample";

async function openSample(page: Page): Promise<void> {
  await openSamplePlan(page, "Claims assistant");
  await openTab(page, "Sensitivity");
}

const card = (page: Page, name: RegExp) => page.getByRole("region", { name });
const map = (page: Page) => page.getByRole("application", { name: /on this map|least at every/ });
/** The worker answers after the page. */
const soon = { timeout: 30_000 };

test("what would change the answer, drawn, in a table and as a link", async ({ page }) => {
  test.slow();
  await openSample(page);
  await expect(card(page, /inside their ranges would change the answer/)).toBeVisible(soon);
  const tornado = card(page, /can each turn the answer|alone can turn|turns its sign/);
  await expect(tornado).toBeVisible(soon);
  await expect(tornado.getByRole("listitem")).toHaveCount(10);
  await tornado.getByRole("radio", { name: "Table" }).check();
  await expect(tornado.getByRole("row").filter({ hasText: "Cloud rental change" })).toBeVisible();
  await expect(page).toHaveURL(/[?&]table=tornado/);

  const bridge = card(page, /most comes from/);
  await bridge.getByRole("radio", { name: "Table" }).check();
  await expect(bridge.getByRole("row").filter({ hasText: "Total of the lines" })).toBeVisible();
  await bridge.getByRole("radio", { name: "Scenarios" }).check();
  await expect(page).toHaveURL(/[?&]bridge=scenarios/);
  await expect(card(page, /Base|Prices stay flat/).last()).toBeVisible();

  const thresholds = card(page, /can change which of the two costs less/);
  const power = thresholds
    .getByRole("row")
    .filter({ hasText: /^Power price \$|^Power price.*kWh/ });
  await expect(power).toBeVisible(soon);
  await expect(card(page, /ranges overlap|at its dearest/)).toBeVisible(soon);
  await expectAccessible(page);
});

test("the map is read by arrow keys, and its axes stand in the address", async ({ page }) => {
  test.slow();
  await openSample(page);
  await expect(map(page)).toBeVisible(soon);
  await page
    .getByRole("combobox", { name: "Up" })
    .selectOption("options.on-premises.quote.serverPrice");
  await expect(page).toHaveURL(/[?&]y=options\.on-premises\.quote\.serverPrice/);
  await expect(page.getByText("Server price, Own H200 servers, USD/server")).toBeVisible(soon);
  await map(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText(/requests\/month, \$.*\/server: .* costs? least/)).toBeVisible();
  await page.reload();
  await expect(page.getByText("Server price, Own H200 servers, USD/server")).toBeVisible(soon);
  await expect(page.getByText(/64 by 64 cells/)).toBeVisible(soon);
});

test("a bar opens its input, and a slider moves every card", async ({ page, newOrganization }) => {
  test.slow();
  await newOrganization();
  await newPlan(page, "Fine-tuning", "Weighed");
  await page.goto(page.url().replace(/\/(projection|workloads).*/, "/sensitivity"));
  const mind = page.getByRole("list").filter({ hasText: /range/ }).first();
  await expect(mind).toBeVisible(soon);
  const before = await answer(page).innerText();
  const slider = page.getByRole("slider", { name: "Demand growth" });
  await slider.focus();
  await page.keyboard.press("End");
  await expect.poll(() => answer(page).innerText()).not.toBe(before);
  const bar = page
    .getByRole("region", { name: /answer|sign|moves/ })
    .getByRole("link", { name: /: (not ranked|[+−$]).* at / })
    .first();
  await expect(bar).toBeVisible(soon);
  // Bars change places while answers still come in.
  await expect(async () => {
    await bar.click();
    await expect(page).toHaveURL(/\/(options|workloads|assumptions)\?.*field=/, { timeout: 3000 });
  }).toPass(soon);
});

test("with one option it says what lacks", async ({ page, newOrganization }) => {
  await newOrganization();
  const id = await newPlan(page, "Blank", "Bare");
  await page.goto(`/plans/${id}/sensitivity`);
  await expect(page.getByRole("heading", { name: "Describe a workload" })).toBeVisible();
});

test.describe("at 390 pixels", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("nothing scrolls sideways", async ({ page }) => {
    await enterSample(page);
    await expect(page).toHaveURL(/\/plans$/);
    const link = page.getByRole("link", { name: "Claims assistant", exact: true }).first();
    await page.goto(
      `${(await link.getAttribute("href"))?.replace(/\/projection.*/, "")}/sensitivity`,
    );
    await expect(map(page)).toBeVisible(soon);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
