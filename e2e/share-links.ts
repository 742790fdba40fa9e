import { expect, type Page } from "@playwright/test";
import { issueOpen } from "./proposals";

export const sheetOf = (page: Page) => page.getByRole("dialog", { name: "Share this issue" });

/** A proposal with a hidden section, issued once; ends on the page of that issue. */
export async function issueProposal(page: Page, hidden: string): Promise<string> {
  await page.getByRole("button", { name: "Make proposal" }).click();
  await page.getByLabel("Title").fill("Buy for the base load");
  const sections = page.getByRole("list", { name: "Sections" });
  await page.getByRole("button", { name: "Own text" }).click();
  const dialog = page.getByRole("dialog", { name: "Own text" });
  await dialog.getByLabel("Title").fill(hidden);
  await dialog.getByRole("textbox", { name: "Text of Own text" }).click();
  await page.keyboard.type(hidden);
  await dialog.getByRole("button", { name: "Use this text" }).click();
  await sections.getByLabel(new RegExp(`^${hidden}`)).uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved, version 2")).toBeVisible();
  await issueOpen(page);
  return /proposals\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
}

/** The address of a new link, as its owner copies it. */
export async function makeLink(page: Page, label: string, passcode = ""): Promise<string> {
  if (!(await sheetOf(page).isVisible()))
    await page.getByRole("button", { name: /^Share/ }).click();
  const sheet = sheetOf(page);
  await sheet.getByLabel("For whom").fill(label);
  await sheet.getByLabel("Passcode").fill(passcode);
  await sheet.getByRole("button", { name: "Make link" }).click();
  const field = sheet.getByRole("textbox", { name: "Share link" });
  await expect(field).toHaveValue(/\/shared\/[\w-]{43}$/);
  await expect(sheet.getByRole("list", { name: "Share links" }).getByText(label)).toBeVisible();
  const address = await field.inputValue();
  await sheet.getByRole("button", { name: "Done" }).click();
  return address;
}
