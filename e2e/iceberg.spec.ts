import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./page-health";
import { fill, newPlan, openTab, save, unfold } from "./plans";
import { openSamplePlan } from "./sample";

test("the iceberg of two machines, as a drawing, a table and a link", async ({ page }) => {
  await openSamplePlan(page, "H200 against GB300");
  await openTab(page, "Iceberg");
  await page.getByRole("combobox", { name: "Held against" }).selectOption("against HGX H200");
  const card = page.getByRole("region", {
    name: "GB300 NVL72 costs 1.88 times more an hour and 35.5 times less a token than HGX H200",
  });
  await expect(card).toContainText("Memory bandwidth");
  await expect(card).toContainText("without it alone $0.205 per million");
  const busy = page.getByRole("region", { name: "At your utilization" });
  await fill(busy, { "Share of hours busy, exact": "50" });
  await page.keyboard.press("Tab");
  await expect(busy).toContainText("$0.245 per million");
  await page.reload();
  await expect(busy).toContainText("$0.245 per million");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await card.getByRole("radio", { name: "Table" }).check();
  await page.reload();
  await expect(page.getByRole("row").filter({ hasText: "Memory bandwidth" })).toContainText(
    "1.67x",
  );
  const division = page.getByRole("region", { name: "The division, in full" });
  await expect(
    division.getByRole("row").filter({ hasText: "USD per million tokens" }),
  ).toContainText("$4.3519$0.1227");
});

test("a lever on a throughput makes its tokens cheaper", async ({ page, newOrganization }) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Levers");
  await openTab(page, "Options");
  await page.getByRole("button", { name: "Own H200 servers", exact: true }).click();
  const sheet = page.getByRole("dialog");
  await unfold(sheet, "Below the waterline");
  await sheet.getByRole("button", { name: "Add a lever" }).click();
  await fill(sheet, { "Effect of the lever": "2" });
  await save(sheet);
  await openTab(page, "Iceberg");
  await page.getByRole("combobox", { name: "Option" }).selectOption("Own H200 servers");
  await expect(page.getByText("Quantization", { exact: true })).toBeVisible();
});
