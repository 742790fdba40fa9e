import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";

test("all quote lines are found, ordered, grouped and copied", async ({
  page,
  context,
  newOrganization,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await newOrganization();
  await page.goto("/quotes?new=quote");
  const dialog = page.getByRole("dialog", { name: "New quote" });
  await dialog.getByLabel("Supplier").fill("Fennmark Systems");
  await dialog.getByLabel("Number").fill("Q-2291");
  await dialog.getByRole("button", { name: "Enter its lines" }).click();
  await page.getByRole("button", { name: "Add a line" }).click();
  await page.getByLabel("Description, line 1").fill("HGX H200");
  await page.getByLabel("Quantity, line 1").fill("4");
  await page.getByLabel("Unit price, line 1").fill("289450.10");
  await page.getByLabel("Unit price, line 1").press("Enter");
  await page.getByLabel("Description, line 2").fill("=HYPERLINK(1)");
  await page.getByLabel("Category, line 2").selectOption("Network");
  await page.getByLabel("Unit price, line 2").fill("612.25");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Q-2291 saved")).toBeVisible();

  await page.goto("/quotes");
  await page.getByRole("link", { name: "All lines" }).click();
  const grid = page.getByRole("grid", { name: "Quote lines" });
  await expect(grid.getByRole("row", { name: /HGX H200/ })).toContainText("1,157,800.40");
  await expect(page.getByText("2 lines, USD 1,158,412.65")).toBeVisible();
  await expectAccessible(page);

  await grid.getByRole("button", { name: "Unit price" }).click();
  await expect(grid.getByRole("row").nth(1)).toContainText("HYPERLINK");
  await page.getByRole("searchbox").fill("h200");
  await expect(page.getByText("1 line, USD 1,157,800.40")).toBeVisible();
  await page.getByRole("searchbox").fill("");
  await expect(page.getByText("2 lines, USD 1,158,412.65")).toBeVisible();

  await grid.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await expect(page.getByText("2 rows copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")[0]).toMatch(/^'=HYPERLINK\(1\)\t.*\t612\.25\t/);

  await page.getByLabel("Group by").selectOption("By category");
  await expect(grid.getByRole("row", { name: /Server 1 line USD 1,157,800.40/ })).toBeVisible();
  await expect(grid.getByRole("row", { name: /HYPERLINK/ })).toBeHidden();
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(grid.getByRole("row", { name: /HYPERLINK/ })).toBeVisible();
  await expect(page).toHaveURL(/group=category/);

  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  expect((await file).suggestedFilename()).toBe("quote-lines.csv");
});
