import type { Page } from "@playwright/test";

/** Into the sample organization, without an account. */
export async function enterSample(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Look at the sample organization" }).click();
}

/** Ends on the tab that the plan opens at. */
export async function openSamplePlan(page: Page, name: string): Promise<void> {
  await enterSample(page);
  await page.getByRole("row").getByRole("link", { name, exact: true }).click();
}
