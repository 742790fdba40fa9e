import { expect, test } from "./fixtures";
import { newPlan, openTab, save } from "./plans";

test("two tabs that change one field both keep what was typed", async ({
  page,
  newOrganization,
  context,
}) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "Shared");
  await openTab(page, "Options");
  const other = await context.newPage();
  await other.goto(page.url());

  const open = async (tab: typeof page) => {
    await tab.getByRole("button", { name: "Nebius H200", exact: true }).click();
    return tab.getByRole("dialog", { name: "Nebius H200" });
  };
  const mine = await open(page);
  const theirs = await open(other);
  await theirs.getByLabel("Rental", { exact: true }).fill("2.9");
  await save(theirs);

  await mine.getByLabel("Rental", { exact: true }).fill("3.1");
  await mine.getByRole("button", { name: "Save", exact: true }).click();
  const conflict = mine.getByRole("region", { name: "Changed while you were editing" });
  await expect(conflict).toContainText("3.1");
  await expect(conflict).toContainText("2.9");
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await save(mine);

  await other.reload();
  const after = await open(other);
  await expect(after.getByLabel("Rental", { exact: true })).toHaveValue("3.1");
});

test("pressing Save twice saves once", async ({ page, newOrganization }) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "Twice");
  await openTab(page, "Workloads");
  await page.getByRole("button", { name: "Inference", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "New inference workload" });
  await sheet.getByLabel("Name", { exact: true }).fill("Only one");
  await sheet.getByRole("button", { name: "Save", exact: true }).dblclick();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("heading", { name: "3 workloads" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "3 workloads" })).toBeVisible();
});

test("an entry out of bounds names field, value and mend, and nothing is saved", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "Out of bounds");
  await openTab(page, "Options");
  await page.getByRole("button", { name: "Nebius H200", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Nebius H200" });
  await sheet.getByLabel("Rental", { exact: true }).fill("-4");
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(
    sheet.getByRole("alert").filter({ hasText: /Rental.*−4.*0 to 10,000/ }),
  ).toBeVisible();
  await page.reload();
  const again = page.getByRole("dialog", { name: "Nebius H200" });
  await expect(again.getByLabel("Rental", { exact: true })).toHaveValue("3.5");
});

test("an empty price is unpriced, never zero", async ({ page, newOrganization }) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "Unpriced");
  await openTab(page, "Options");
  await page.getByRole("button", { name: "Nebius H200", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Nebius H200" });
  await sheet.getByLabel("Rental", { exact: true }).fill("");
  await save(sheet);
  const card = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name: "Nebius H200", exact: true }) });
  await expect(card).toContainText("unpriced");
  await expect(card).not.toContainText("$0");
  await openTab(page, "Projection");
  await expect(page.getByRole("main")).toContainText(/Nebius H200.*(unpriced|Rental)/);
});
