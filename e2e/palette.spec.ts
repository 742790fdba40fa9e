import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";
import { newPlan } from "./plans";

const palette = (page: Page) => page.getByRole("dialog", { name: "Find anything" });

async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "Find anything" }).fill(words);
}

test("a single input is found by its name and opens at its field, without a mouse", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "By name");
  await find(page, "power price");
  await expect(
    palette(page)
      .getByRole("option", { name: /^Power price/ })
      .first(),
  ).toBeVisible();
  await expect(palette(page).locator("mark").first()).toHaveText(/power/i);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/assumptions\?field=assumptions\.powerPrice$/);
  await expect(page.getByLabel("Power price", { exact: true })).toBeFocused();

  await find(page, "own");
  await expect(palette(page).getByRole("group", { name: "Options" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
});

test("plans, pages and actions are found, the last used first, and nothing says so", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Agent", "First");
  await newPlan(page, "Blank", "Second");
  await page.getByRole("button", { name: "Find anything" }).click();
  await page.getByRole("combobox", { name: "Find anything" }).fill("first");
  await palette(page).getByRole("option", { name: "First" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "First" })).toBeVisible();

  await find(page, "dark theme");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette(page).getByRole("option").first()).toHaveText("Dark theme");
  await page.getByRole("combobox", { name: "Find anything" }).fill("zzzz");
  await expect(palette(page)).toContainText("Nothing is called “zzzz”");
  await expect(palette(page).getByRole("option")).toHaveCount(0);
});

test("keys jump, switch and create, rest while one types, and can be switched off", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "By keys");
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/options$/);
  await page.keyboard.press("g");
  await page.keyboard.press("j");
  await expect(page).toHaveURL(/\/projection$/);
  await expect(page.getByRole("radio", { name: "Accrual" }).first()).toBeVisible();
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/view=accrual/);
  await page.keyboard.press("t");
  await expect(page).toHaveURL(/table=cumulative-cost/);

  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await page.getByRole("searchbox", { name: "Find an input" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("gp");
  await expect(page).toHaveURL(/\/assumptions\?.*find=gp/);
  await page.locator("#content").focus();

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toContainText("Switch between cash and accrual");
  await expectAccessible(page);
  await sheet.getByRole("checkbox", { name: /Single-key shortcuts/ }).uncheck();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.locator("#content").focus();
  await page.keyboard.press("n");
  await page.keyboard.press("?");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette(page)).toBeVisible();
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/\/assumptions/);
});

test.describe("at 390 pixels", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the palette opens from the top bar", async ({ page, newOrganization }) => {
    await newOrganization();
    await page.getByRole("button", { name: "Find anything" }).click();
    await page.getByRole("combobox", { name: "Find anything" }).fill("new plan");
    await palette(page)
      .getByRole("option", { name: /New plan/ })
      .click();
    await expect(page.getByRole("dialog", { name: "New plan" })).toBeVisible();
  });
});
