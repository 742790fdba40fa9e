import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";
import { newPlan } from "./plans";

const monthly = (page: Page) => page.getByRole("region", { name: "Month by month" }).first();

async function openMonthly(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("heading", { name: "Month by month" }).scrollIntoViewIfNeeded();
  await expect(monthly(page).getByRole("table")).toBeVisible();
}

test("an arrangement of the monthly table is kept, chosen, made the default and deleted", async ({
  page,
  newOrganization,
}) => {
  test.slow();
  await newOrganization();
  const id = await newPlan(page, "Fine-tuning", "Arranged");
  const projection = `/plans/${id}/projection`;
  await openMonthly(page, projection);
  const heads = monthly(page).getByRole("columnheader");
  const all = await heads.count();

  await monthly(page).getByLabel("Find a month").fill("2028");
  await expect(monthly(page).getByRole("rowheader")).toHaveCount(12);
  await monthly(page)
    .getByRole("button", { name: /^Columns/ })
    .click();
  await page.getByRole("checkbox", { name: /API, training/ }).uncheck();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(heads).toHaveCount(all - 1);
  await heads.first().getByRole("button").click();
  await heads.first().getByRole("button").click();
  await expect(heads.first()).toHaveAttribute("aria-sort", "descending");

  const menu = monthly(page).getByRole("button", { name: /^View/ });
  await menu.click();
  await page.getByRole("menuitem", { name: "Save as a new view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as a view" });
  await dialog.getByLabel("Name").fill("Board");
  await dialog.getByRole("button", { name: "Save view" }).dblclick();
  await expect(menu).toHaveText("View: Board");
  await expect(page).toHaveURL(/hide=.*sort=-month.*saved=/s);
  const link = page.url();

  await menu.click();
  await page.getByRole("menuitem", { name: "Make Board the default" }).click();
  await openMonthly(page, projection);
  await expect(menu).toHaveText("View: Board");
  await expect(monthly(page).getByRole("rowheader")).toHaveCount(12);

  await menu.click();
  await page.getByRole("menuitemradio", { name: "As it comes" }).click();
  await expect(heads).toHaveCount(all);
  await page.goBack();
  await expect(heads).toHaveCount(all - 1);

  await menu.click();
  await page.getByRole("menuitem", { name: "Delete Board" }).click();
  await expect(menu).toHaveText("View: as it comes");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(menu).toHaveText("View: Board");
  await openMonthly(page, link.replace(/saved=[^&]*/, "saved=nobody"));
  await expect(heads).toHaveCount(all - 1);
});

test("the plans list keeps its columns and order in the address", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Agent", "Agents");
  await newPlan(page, "Blank", "Blank one");
  await page.goto("/plans?hide=lead,cheapest&sort=name");
  await expect(page.getByRole("columnheader", { name: "Plan" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(page.getByRole("columnheader", { name: "Leads for good" })).toHaveCount(0);
  await page.getByRole("button", { name: /^Columns, 2 hidden/ }).click();
  await page.getByRole("button", { name: "Show all as they come" }).click();
  await expect(page.getByRole("columnheader", { name: "Leads for good" })).toBeVisible();
  await expect(page).toHaveURL(/\/plans\?sort=name$/);
});
