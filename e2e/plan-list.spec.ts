import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";
import { newPlan } from "./plans";

test("duplicate, archive, delete, and undo of each", async ({ page, newOrganization }) => {
  await newOrganization();
  await newPlan(page, "Agent", "First");
  await page.goto("/plans");
  const row = (name: string) =>
    page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
  const choose = async (name: string, action: string) => {
    await page.getByRole("button", { name: `Actions for ${name}`, exact: true }).click();
    await page.getByRole("menuitem", { name: action }).click();
  };

  const toast = (said: string) => page.getByRole("dialog").filter({ hasText: said });
  const undo = (said: string) => toast(said).getByRole("button", { name: "Undo" }).click();

  await choose("First", "Duplicate");
  await expect(row("First (2)")).toBeVisible();

  await choose("First", "Archive");
  await expect(row("First")).toBeHidden();
  await undo("First archived");
  await expect(row("First")).toBeVisible();

  await choose("First (2)", "Delete");
  await expect(row("First (2)")).toBeHidden();
  await undo("First (2) deleted");
  await expect(row("First (2)")).toBeVisible();

  await choose("First (2)", "Delete");
  await expect(row("First (2)")).toBeHidden();
  await expect(toast("First (2) deleted")).toHaveAccessibleName("Notice");
  await expectAccessible(page);
  await page.reload();
  await expect(row("First")).toBeVisible();
  await expect(row("First (2)")).toBeHidden();
});

test("a plan says its answer in the list, and its total opens into the lines it is made of", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Chat");
  await newPlan(page, "Blank", "Nothing yet");
  await page.goto("/plans");
  await expect(page.getByRole("row", { name: "Nothing yet" })).toContainText("no workloads yet");
  const chat = page.getByRole("row", { name: "Chat" });
  await expect(chat).toContainText("over 60 months");
  await expect(chat).toContainText(/always|never|from month \d+/);
  const total = chat.getByRole("link", { name: /^\$[\d.,]+[kMB]$/ });
  const text = await total.innerText();
  await total.click();
  await expect(page.getByRole("dialog")).toContainText("Line");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Answer" })).toContainText(text);
});

test("pressing Create plan twice makes one plan", async ({ page, newOrganization }) => {
  await newOrganization();
  await page.getByRole("button", { name: "New plan" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New plan" });
  await dialog.getByLabel("Name").fill("Once");
  await dialog.getByRole("button", { name: "Create plan" }).dblclick();
  await expect(page).toHaveURL(/\/projection/);
  await page.goto("/plans");
  await expect(page.getByText("1 plan", { exact: true })).toBeVisible();
});

test("a plan without a name is refused at its field", async ({ page, newOrganization }) => {
  await newOrganization();
  await page.getByRole("button", { name: "New plan" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New plan" });
  await dialog.getByLabel("Name").fill("   ");
  await dialog.getByRole("button", { name: "Create plan" }).click();
  await expect(dialog.getByLabel("Name")).toHaveAttribute("aria-invalid", "true");
});
