import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectAccessible, expectLive, expectNoSidewaysScroll } from "./page-health";
import { newPlan, openTab } from "./plans";
import { openSamplePlan } from "./sample";

const amountOf = (page: Page, year: number): Locator =>
  page.getByRole("textbox", { name: `FY${year}, budget` });

const inWords = (page: Page): Locator =>
  page.getByRole("list", { name: "Each fiscal year in words" }).getByRole("listitem");

/** The plan's first fiscal year, as the first row names it. */
async function firstYear(page: Page): Promise<number> {
  const name = await page
    .getByRole("region", { name: "Budgets" })
    .getByRole("rowheader")
    .first()
    .innerText();
  return Number(/FY(\d{4})/.exec(name)?.[1]);
}

async function pasteInto(input: Locator, text: string): Promise<void> {
  await input.focus();
  await input.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", pasted);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

test("budgets are pasted from a column, said in words, move with a slider and stay", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "Budgeted");
  await openTab(page, "Budget");
  await expect(page.getByRole("heading", { name: "No budget yet" })).toBeVisible();

  const year = await firstYear(page);
  await pasteInto(amountOf(page, year), "100\r\n$1k\r\n1,000,000,000\r\n");
  await expect(page.getByText("3 fiscal years filled")).toBeVisible();
  await expect(amountOf(page, year + 1)).toHaveValue("1,000");
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await expect(inWords(page).filter({ hasText: `FY${year + 1} is` })).toContainText(
    /over budget in cash: .* goes to/,
  );
  await expect(inWords(page).filter({ hasText: `FY${year + 2} is` })).toContainText(
    /under budget in cash/,
  );
  await page.getByLabel(`FY${year + 1}, source`, { exact: true }).fill("Board, October");
  await page.getByLabel(`FY${year + 1}, source date`).fill("2026-10-01");
  await page.getByLabel(`FY${year + 1}, source date`).blur();

  const before = await inWords(page).nth(1).innerText();
  const growth = page.getByRole("slider", { name: "Demand growth" });
  await growth.focus();
  await page.keyboard.press("End");
  await expect.poll(() => inWords(page).nth(1).innerText()).not.toBe(before);
  const moved = await inWords(page).nth(1).innerText();

  await expect(page).toHaveURL(/[?&]set=/);
  await page.reload();
  await expect.poll(() => inWords(page).nth(1).innerText()).toBe(moved);
  await expect(amountOf(page, year + 1)).toHaveValue("1,000");
  await expect(page.getByLabel(`FY${year + 1}, source`, { exact: true })).toHaveValue(
    "Board, October",
  );
});

test("a budget that cannot be read is kept, named and not saved", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  const id = await newPlan(page, "Fine-tuning", "Refused");
  await page.goto(`/plans/${id}/budget`);
  const year = await firstYear(page);
  await expectLive(amountOf(page, year));
  await amountOf(page, year).fill("-5");
  await amountOf(page, year).blur();
  await expect(
    page.getByRole("alert").filter({ hasText: `FY${year}: Budget is −5.` }),
  ).toBeVisible();
  await expect(amountOf(page, year)).toHaveValue("−5");
  await expect(page.getByRole("heading", { name: "No budget yet" })).toBeVisible();
});

test("a figure of the table opens into its lines, and the tab is accessible", async ({ page }) => {
  await openSamplePlan(page, "Claims assistant");
  await openTab(page, "Budget");
  await expect(page.getByRole("heading", { name: /^FY2027 is \$154k over budget/ })).toBeVisible();
  await expect(inWords(page).first()).toContainText("goes to servers, paid in Jun 2027");
  const row = page.getByRole("row").filter({ hasText: "FY2027" }).first();
  await expect(row).toContainText("+154,405");
  await expectAccessible(page);
  await row.getByRole("button", { name: "1,404,405" }).click();
  await expect(page.getByRole("dialog")).toContainText("Servers");
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});
