import { expect, type Page } from "@playwright/test";

/** Issues the proposal that is open, and opens the issue. */
export async function issueOpen(page: Page, number = 1): Promise<void> {
  await page.getByRole("button", { name: "Issue this proposal" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Issue it" }).click();
  const issued = page.getByRole("link", { name: new RegExp(`^Issue ${number}, `) });
  // A job of the worker's, which runs the engine some hundred times.
  await expect(issued).toBeVisible({ timeout: 45_000 });
  await issued.click();
  await expect(page).toHaveURL(new RegExp(`/issues/${number}$`));
}
