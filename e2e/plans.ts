import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

export const answer = (page: Page): Locator =>
  page.getByRole("region", { name: "Answer", exact: true });

/** Makes a plan from a template; ends on the tab that the plan opens at. */
export async function newPlan(page: Page, template: string, name: string): Promise<string> {
  await page.goto("/plans");
  await page.getByRole("button", { name: "New plan" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New plan" });
  await dialog.getByRole("radio", { name: new RegExp(`^${template}`) }).check();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create plan" }).click();
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}\/(projection|workloads)/);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return page.url().replace(/^.*\/plans\/([0-9a-f-]{36}).*$/, "$1");
}

export async function openTab(page: Page, name: string): Promise<void> {
  const tab = page
    .getByRole("navigation", { name: "Plan" })
    .getByRole("link", { name: new RegExp(`^${name}`) });
  await tab.click();
  await expect(tab).toHaveAttribute("aria-current", "page");
}

/** Fills the fields of the open sheet by their labels. */
export async function fill(sheet: Locator, entries: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(entries)) {
    await sheet.getByLabel(label, { exact: true }).fill(value);
  }
}

export async function unfold(sheet: Locator, title: string): Promise<void> {
  await sheet.locator("summary", { hasText: title }).click();
}

export async function save(sheet: Locator): Promise<void> {
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(sheet).toBeHidden();
}

/** The headline and the four figures, as one reads them. */
export async function answerText(page: Page): Promise<string> {
  await expect(answer(page).getByRole("definition").first()).toBeVisible();
  return answer(page).innerText();
}

/** The plan file, as a person downloads it. */
export async function planFile(page: Page, planId: string): Promise<string> {
  const downloading = page.waitForEvent("download");
  await page.evaluate((id) => {
    const link = document.createElement("a");
    link.href = `/plans/${id}/file`;
    link.download = "";
    link.click();
  }, planId);
  return readFile(await (await downloading).path(), "utf8");
}

export async function importFile(page: Page, name: string, text: string): Promise<void> {
  await page.goto("/plans");
  await page.getByRole("button", { name: "Import a plan file" }).click();
  await page
    .getByLabel("Plan file", { exact: true })
    .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}
