import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";
import { newPlan, openTab } from "./plans";

test("a tax rate reaches every figure, its return against the baseline opens, and it goes again", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Taxed");
  await openTab(page, "Break-even");
  const card = page.getByRole("region", { name: / against .* discounted$/ }).first();
  await expect(card).toContainText("cash as paid, inside 60 months");

  await openTab(page, "Assumptions");
  await page.locator("summary", { hasText: "Tax, other costs" }).click();
  const rate = page.getByRole("textbox", { name: "Tax rate", exact: true });
  await expect(rate).toHaveAttribute("placeholder", "no tax");
  await rate.fill("25");
  await rate.blur();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByLabel("Tax depreciation").selectOption("MACRS, 5 years");
  await expectAccessible(page);

  await openTab(page, "Break-even");
  await expect(card).toContainText("cash as paid, after tax at 25%, inside 60 months");
  await expect(page.getByText(/as consumed, after tax at 25%/).first()).toBeVisible();
  const own = card.getByRole("row").filter({ hasText: "Own H200 servers" });
  await own.getByRole("button").nth(1).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("Cash, not discounted")).toBeVisible();
  await sheet.getByRole("button", { name: "Months 1 to 12" }).click();
  await expect(sheet.getByRole("button", { name: "Tax", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");

  await openTab(page, "Assumptions");
  await page.locator("summary", { hasText: "Tax, other costs" }).click();
  await rate.fill("");
  await rate.blur();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText("before tax; other costs constant")).toBeVisible();
});
