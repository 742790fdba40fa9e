import { expect, test } from "./fixtures";
import { expectNoSidewaysScroll } from "./page-health";

test("the catalog is searched, filtered, compared, and its past prices are read", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await page.getByRole("link", { name: "Catalog" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Catalog" })).toBeVisible();
  const figures = page.getByRole("table", { name: "Figures of the catalog" });
  await page.getByRole("combobox", { name: "Kind" }).selectOption("Cloud rentals");
  await page.getByRole("searchbox", { name: "Find in the catalog" }).fill("trainium3");
  await expect(figures.getByRole("row")).toHaveCount(3);
  await expect(figures.getByRole("row").nth(1)).toContainText("unpriced");
  await page.getByRole("searchbox", { name: "Find in the catalog" }).fill("no such thing");
  await expect(page.getByText("Nothing in the catalog fits.")).toBeVisible();
  await page.getByRole("searchbox", { name: "Find in the catalog" }).fill("h100");
  await page
    .getByRole("combobox", { name: "Add an entry to compare" })
    .selectOption("H100 SXM, on demand");
  const compared = page.getByRole("table", { name: "1 entry of the catalog beside each other" });
  await expect(compared).toContainText("Nebius list price");
  await page
    .getByRole("combobox", { name: "Price history of" })
    .selectOption("DeepSeek chat, input");
  await expect(
    page.getByRole("heading", { name: /^DeepSeek chat, input rose by \d+% a year$/ }),
  ).toBeVisible();
  await page.getByRole("radio", { name: "Table" }).check();
  await expect(
    page.getByRole("table", { name: "DeepSeek chat, input, price by day" }),
  ).toBeVisible();
  await page.reload();
  await expect(compared).toBeVisible();
  await page.getByRole("button", { name: "Remove H100 SXM, on demand" }).click();
  await expect(compared).toBeHidden();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test("two entries added at once are both compared", async ({ page, newOrganization }) => {
  await newOrganization();
  await page.goto("/catalog?kind=cloud-rental&find=sxm");
  const add = page.getByRole("combobox", { name: "Add an entry to compare" });
  const labels = ["H100 SXM, on demand", "H200 SXM, on demand"];
  await expect(add.locator("option", { hasText: "H200 SXM, on demand" })).toBeAttached();
  for (const label of labels) await add.selectOption(label);
  for (const label of labels)
    await expect(page.getByRole("button", { name: `Remove ${label}` })).toBeVisible();
});
