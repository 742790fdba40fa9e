import { expect, test } from "./fixtures";
import { invite, joinAsNew } from "./organizations";
import { newPerson } from "./people";
import { newPlan, openTab, save, unfold } from "./plans";

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

test("two people in two browsers on one row: different fields both win, the same field is asked about", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  test.slow();
  await newOrganization();
  const ben = { ...newPerson(), name: "Ben Buyer" };
  const link = await invite(page, ben.email);
  const other = await anotherBrowser();
  await joinAsNew(other, link, ben);
  const planId = await newPlan(page, "Fine-tuning", "For two");
  const open = async (browser: typeof page) => {
    await browser.goto(`/plans/${planId}/options`);
    await browser.getByRole("button", { name: "Nebius H200", exact: true }).click();
    return browser.getByRole("dialog", { name: "Nebius H200" });
  };
  const [mine, theirs] = [await open(page), await open(other)];
  await mine.getByLabel("Rental", { exact: true }).fill("3.1");
  await unfold(theirs, "Storage, egress");
  await theirs.getByLabel("Storage", { exact: true }).fill("1200");
  await save(theirs);
  await save(mine);
  const both = await open(other);
  await expect(both.getByLabel("Rental", { exact: true })).toHaveValue("3.1");
  await expect(both.getByLabel("Storage", { exact: true })).toHaveValue(/^1,?200$/);

  const again = await open(page);
  await again.getByLabel("Rental", { exact: true }).fill("2.8");
  await unfold(again, "Storage, egress");
  await again.getByLabel("Egress", { exact: true }).fill("450");
  await both.getByLabel("Rental", { exact: true }).fill("2.9");
  await save(both);
  await again.getByRole("button", { name: "Save", exact: true }).click();
  const conflict = again.getByRole("region", { name: "Changed while you were editing" });
  await expect(conflict).toContainText("Rental changed while you were editing");
  await expect(conflict).toContainText("Ben Buyer saved another value");
  for (const text of ["2.8", "2.9", /costs? least/]) await expect(conflict).toContainText(text);
  await conflict.getByRole("button", { name: "Take theirs" }).click();
  await expect(again.getByLabel("Rental", { exact: true })).toHaveValue("2.9");
  await expect(again.getByLabel("Egress", { exact: true })).toHaveValue("450");
  await save(again);

  await page.goto(`/plans/${planId}/history`);
  const change = page.getByRole("listitem").filter({ hasText: "Ben Buyer" }).first();
  await expect(change).toContainText(/Rental.*\$3\.10.*\$2\.90/);
  await change.getByRole("button", { name: /^Undo this change/ }).click();
  await expect(page.getByText(/undone, as version/)).toBeVisible();
  await page.goto(`/plans/${planId}/history/compare?from=1`);
  await expect(page.getByRole("heading", { name: /^Version 1 beside version/ })).toBeVisible();
  await page.getByRole("button", { name: "Restore version 1" }).click();
  await expect(page.getByText(/is back, as version/)).toBeVisible();
  await expect(page.getByText("No field differs.")).toBeVisible();
  await other.goto("/activity");
  await expect(other.getByText("restored a former version of the plan")).toBeVisible();
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
