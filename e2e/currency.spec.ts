import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";
import { newPlan, openTab, save, unfold } from "./plans";

test("an option in euros has no rank until the plan has the rate, and shows both amounts then", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Two currencies");

  await openTab(page, "Assumptions");
  await unfold(page.locator("main"), "Exchange rates");
  await expect(page.getByText("Every amount is in USD.")).toBeVisible();

  await openTab(page, "Options");
  const card = page.getByRole("listitem").filter({ hasText: "Own H200 servers" }).first();
  await card.getByRole("button", { name: "Own H200 servers" }).first().click();
  const sheet = page.getByRole("dialog");
  await unfold(sheet, "Currency");
  await sheet.getByLabel("Currency of its amounts").selectOption("EUR");
  await expect(sheet.getByText("The plan has no rate EUR to USD")).toBeVisible();
  await expect(sheet.getByText("EUR/server").first()).toBeVisible();
  await expectAccessible(page);
  await save(sheet);

  await card.getByRole("link", { name: /Rate EUR to USD/ }).click();
  const rate = page.getByRole("textbox", { name: "EUR to USD", exact: true });
  await expect(rate).toBeFocused();
  await rate.fill("1.08");
  await rate.blur();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expectAccessible(page);

  await openTab(page, "Options");
  await expect(card).not.toContainText("not ranked");
  await expect(card).toContainText("EUR/server");

  await openTab(page, "Assumptions");
  await unfold(page.locator("main"), "Exchange rates");
  await page.getByRole("button", { name: "Delete rate EUR to USD" }).click();
  await expect(page.getByText("Rate EUR to USD deleted.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rate).toHaveValue("1.08");
  await expect(page.getByText("All 55 inputs")).toBeVisible();
  await expect(page.getByText("Saved, version 5")).toBeVisible();
  await page.reload();
  await expect(page.getByText("1 rate", { exact: true })).toBeVisible();
});
