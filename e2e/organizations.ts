import { expect, type Page } from "@playwright/test";

/** Invites on the members page, and gives the link that it shows once. */
export async function invite(page: Page, email: string, role = "Editor"): Promise<string> {
  await page.goto("/settings/members");
  await page.getByLabel("Address").fill(email);
  await page.getByRole("combobox", { name: "Role", exact: true }).selectOption(role);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const link = page.getByLabel("Link of the invitation");
  await expect(link).toBeVisible();
  return link.inputValue();
}

/** Makes an account at the invited address, and joins. */
export async function joinAsNew(
  page: Page,
  link: string,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create an account and join" }).click();
  await page.waitForURL(/\/plans$/, { waitUntil: "load" });
}

export const organizationMenu = (page: Page) =>
  page.getByRole("button", { name: /^Organization: / });

/** Switches by the menu, and waits for the plans of the other organization. */
export async function switchTo(page: Page, organization: string): Promise<void> {
  await organizationMenu(page).click();
  await page.getByRole("menuitemradio", { name: organization }).click();
  await expect(organizationMenu(page)).toContainText(organization);
  await expect(page).toHaveURL(/\/plans$/);
}
