import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./page-health";
import { newPlan, openTab, save } from "./plans";

test("an own figure over a shared one reaches a plan as one change, which undo takes back", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  const planId = await newPlan(page, "Support chatbot", "Pinned");
  const notice = page.getByText("The catalog has newer figures (2)");
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("Own H200 servers");
  await expect(notice).toBeHidden();

  await page.goto("/catalog?find=h200&kind=cloud-rental");
  await page.getByRole("link", { name: "H200 SXM, on demand" }).first().click();
  const sheet = page.getByRole("dialog", { name: "H200 SXM, on demand" });
  const lowest = sheet.getByLabel("Rate, at least", { exact: true });
  await expect(lowest).toHaveValue("2.99");
  await sheet.getByLabel("Rate", { exact: true }).fill("0.01");
  await sheet.getByLabel("Source", { exact: true }).focus();
  await expect(lowest).toHaveValue("");
  await sheet.getByLabel("Rate", { exact: true }).fill("3.6");
  await sheet.getByLabel("Source", { exact: true }).focus();
  await expect(lowest).toHaveValue("2.99");
  await sheet.getByLabel("Rate", { exact: true }).fill("1.10");
  await sheet.getByRole("button", { name: "Save own figures" }).click();
  await expect(sheet.getByText("Say where the figures are from.")).toBeVisible();
  await sheet.getByLabel("Source", { exact: true }).fill("Our contract");
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Save own figures" }).click();
  await expect(sheet).toBeHidden();
  const row = page
    .getByRole("table", { name: "Figures of the catalog" })
    .getByRole("row", { name: /1\.10 \$/ });
  await expect(row).toContainText("own, over shared");
  const shared = row.getByText("Shared: 3.50 $/accelerator-h");
  await expect(shared).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(shared).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.goto(`/plans/${planId}/options`);
  await page.getByRole("button", { name: "Nebius H200", exact: true }).click();
  const option = page.getByRole("dialog");
  await option.getByRole("button", { name: /^Rental, evidence:/ }).click();
  await option.getByRole("button", { name: /^Use catalog: \d+ figures$/ }).click();
  const offers = page.getByRole("dialog", { name: "Rental: catalog" }).getByRole("listitem");
  await expect(offers.first()).toContainText("$1.10");
  await expect(offers.first()).toContainText("own");
  await page.keyboard.press("Escape");
  await page.goto(`/plans/${planId}`);

  await expect(notice).toBeVisible();
  await page.getByRole("button", { name: "See what would change" }).click();
  const dialog = page.getByRole("dialog", { name: "Newer figures of the catalog" });
  await expect(dialog).toContainText("3.50 $/accelerator-h → 1.10 $/accelerator-h");
  await expect(dialog).toContainText("After: Nebius H200 costs least");
  await expectAccessible(page);
  await dialog.getByRole("checkbox", { name: /Training rate/ }).uncheck();
  await dialog.getByRole("button", { name: "Take 1 figure" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("Nebius H200 costs");
  await expect(page.getByText("The catalog has newer figures (1)")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(notice).toBeVisible();
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("Own H200 servers");

  await page.goto("/catalog?whose=own");
  await page.getByRole("link", { name: "H200 SXM, on demand" }).first().click();
  await sheet.getByRole("button", { name: "Back to the shared entry" }).click();
  await expect(page.getByText("Nothing in the catalog fits.")).toBeVisible();
  await page.goto(`/plans/${planId}`);
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("Own H200 servers");
  await expect(notice).toBeHidden();
  await openTab(page, "History");
});

const model = (input: number, output: number) => ({
  ...{ litellm_provider: "openai", mode: "chat" },
  ...{ input_cost_per_token: input / 1e6, output_cost_per_token: output / 1e6 },
});
const map = (models: object) => ({
  name: "litellm_2026-06-01.json",
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify(models)),
});

test("a file of prices is imported, and what is suspicious is used only when ticked", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await openTabOfCatalog(page);
  const file = map({ "openai/fair": model(1, 4), "openai/dear": model(5000, 9000) });
  await page.getByLabel("File of prices", { exact: true }).setInputFiles(file);
  await expect(page.getByLabel("Source")).toHaveValue("litellm");
  await expect(page.getByLabel("Seen on")).toHaveValue("2026-06-01");
  await page.getByRole("button", { name: "Import prices" }).click();
  await expect(page.getByText("1 added and 1 suspicious")).toBeVisible({ timeout: 40_000 });
  const use = page.getByRole("button", { name: /^Use \d ticked price/ });
  await expect(use).toBeDisabled();
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: /dear, OpenAI/ }).check();
  await use.click();
  await expect(page.getByText("1 suspicious price used")).toBeVisible();
  await page.getByRole("link", { name: "Imported prices in the catalog" }).click();
  const figures = page.getByRole("table", { name: "Figures of the catalog" });
  await expect(figures.getByRole("row")).toHaveCount(5);
  await expect(figures).toContainText("LiteLLM");

  const planId = await newPlan(page, "Blank", "Of an import");
  await openTab(page, "Options");
  await page.getByRole("button", { name: "Option", exact: true }).first().click();
  const adding = page.getByRole("dialog", { name: "Add an option" });
  await adding.getByRole("textbox", { name: "Find in the catalog" }).fill("fair");
  await adding.getByRole("button", { name: /^fair, OpenAI/ }).click();
  await save(page.getByRole("dialog"));
  await expect(page.getByText("The catalog has newer figures")).toBeHidden();
  await page.goto("/catalog/import");
  const later = { ...map({ "openai/fair": model(1, 3) }), name: "litellm_2026-09-01.json" };
  await page.getByLabel("File of prices", { exact: true }).setInputFiles(later);
  await page.getByRole("button", { name: "Import prices" }).click();
  await expect(page.getByText("1 changed")).toBeVisible({ timeout: 40_000 });
  await page.goto(`/plans/${planId}`);
  await expect(page.getByText("The catalog has newer figures (1)")).toBeVisible();
  await page.goto("/catalog?whose=imported&find=fair");
  await page.getByRole("link", { name: "fair, OpenAI" }).first().click();
  await page.getByRole("button", { name: "Price history" }).click();
  await expect(
    page.getByRole("heading", {
      name: "fair, OpenAI: output price: too short a time for a yearly change",
    }),
  ).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

async function openTabOfCatalog(page: import("@playwright/test").Page): Promise<void> {
  await page.getByRole("link", { name: "Catalog" }).click();
  await page.getByRole("link", { name: "Import prices" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import prices" })).toBeVisible();
}
