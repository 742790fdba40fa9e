import { expect, type Page } from "@playwright/test";

/** A received quote of one line of servers, typed in and used in the plan's own servers. */
export async function useTypedQuote(
  page: Page,
  { leadTimeWeeks = "", showsInUse = "" }: { leadTimeWeeks?: string; showsInUse?: string } = {},
): Promise<void> {
  await page.goto("/quotes?new=quote");
  const dialog = page.getByRole("dialog", { name: "New quote" });
  await dialog.getByLabel("Supplier").fill("Fennmark Systems");
  await dialog.getByLabel("Number").fill("Q-1");
  await dialog.getByRole("button", { name: "Enter its lines" }).click();
  await page.getByRole("button", { name: "Add a line" }).click();
  await page.getByLabel("Description, line 1").fill("HGX H200, 8 GPU");
  await page.getByLabel("Quantity, line 1").fill("4");
  await page.getByLabel("Unit price, line 1").fill("300000");
  await page.getByLabel("Valid until").fill("2099-12-31");
  await page.getByLabel("Incoterm").selectOption("DAP");
  await page.getByLabel("Lead time").fill(leadTimeWeeks);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Mark as received" }).click();
  await expect(page.getByRole("button", { name: "Status: received" })).toBeVisible();
  await page.getByRole("button", { name: "Use in a plan" }).click();
  const use = page.getByRole("dialog", { name: "Use Q-1 in a plan" });
  await expect(use).toContainText(showsInUse);
  await use.getByRole("button", { name: "Use these prices" }).click();
  await expect(page).toHaveURL(/options\?row=/);
}
