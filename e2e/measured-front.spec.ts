import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./page-health";
import { fill, newPlan, openTab, save, unfold } from "./plans";

/** The form of the rented option, its throughput filled with the catalog's first front. */
async function openWithFront(page: Page): Promise<Locator> {
  await openTab(page, "Options");
  await page.getByRole("button", { name: "Nebius H200", exact: true }).click();
  const option = page
    .getByRole("dialog")
    .filter({ has: page.getByLabel("Rental", { exact: true }) });
  await option.getByRole("button", { name: "From the catalog" }).first().click();
  const catalog = page.getByRole("dialog", { name: "Throughput of the catalog" });
  await catalog
    .getByRole("region", { name: "Measured points" })
    .getByRole("button")
    .first()
    .click();
  await expect(catalog).toBeHidden();
  return option;
}

/** Sets the time per output token, in ms, that the workload asks for at most. */
async function askFor(page: Page, milliseconds: string): Promise<void> {
  await openTab(page, "Workloads");
  await page
    .getByRole("main")
    .getByRole("button", { name: /Support/ })
    .first()
    .click();
  const workload = page.getByRole("dialog");
  await unfold(workload, "Service level");
  await fill(workload, { "Time per output token, at most": milliseconds });
  await save(workload);
}

test("a measured front of the catalog fills a throughput, and a target moves the point on it", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Measured");
  const option = await openWithFront(page);
  const drawn = option.getByRole("region", { name: "Measured front" });
  await expect(drawn.getByRole("status")).toContainText("the largest throughput measured");
  await drawn.getByRole("radio", { name: "Table" }).check();
  await expect(drawn.getByRole("row").nth(1)).toContainText("yes");
  await save(option);

  await askFor(page, "15");

  await openTab(page, "Options");
  await page.getByRole("button", { name: "Nebius H200", exact: true }).click();
  await expect(drawn.getByRole("status")).toContainText(/^At \S+ ms a token/);
  await expect(drawn.getByRole("status")).toContainText("meets the workload\u2019s targets");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test("a target that no point meets is said where the option is not ranked", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Too fast");
  await save(await openWithFront(page));
  await askFor(page, "0.5");
  await openTab(page, "Projection");
  await expect(page.getByRole("main")).toContainText(
    /Nebius H200 is not ranked: no measured point answers .* with 0\.5 ms a token: the fastest gives [\d.]+ ms\./,
  );
});
