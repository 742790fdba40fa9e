import { expect, test } from "./fixtures";
import { switchTo } from "./organizations";
import { expectAccessible } from "./page-health";
import { answer, newPlan } from "./plans";

test("a plan is kept as a template, and a plan begun from it has all its rows", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "Original");
  await page.goto("/plans");
  await page.getByRole("button", { name: "Actions for Original" }).click();
  await page.getByRole("menuitem", { name: "Save as template" }).click();
  const keep = page.getByRole("dialog", { name: "Save as template" });
  await keep.getByLabel("Name").fill("House tuning");
  await keep.getByLabel("Description").fill("What every department starts from.");
  await expectAccessible(page);
  await keep.getByRole("button", { name: "Save template" }).dblclick();
  await expect(keep).toBeHidden();

  await page.getByRole("button", { name: "New plan" }).click();
  const dialog = page.getByRole("dialog", { name: "New plan" });
  const house = dialog.getByRole("radio", { name: /House tuning.*Ada Planner/s });
  await expect(house).toHaveCount(1);
  await dialog.getByRole("button", { name: "Delete template House tuning" }).click();
  await expect(house).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await house.check();
  await dialog.getByLabel("Name").fill("Next year");
  await dialog.getByLabel("First month").fill("2029-04");
  await dialog.getByRole("button", { name: "Create plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Next year" })).toBeVisible();
  await expect(answer(page).getByRole("definition").first()).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Plan" })).toContainText(/Workloads\s*2/);
  await page.goBack();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a template goes to another organization as what it is made of, without its names", async ({
  page,
  newOrganization,
}) => {
  test.slow();
  const { organization } = await newOrganization();
  await newPlan(page, "Fine-tuning", "Nordwind tuning");
  await page.goto("/plans");
  await page.getByRole("button", { name: "Actions for Nordwind tuning" }).click();
  await page.getByRole("menuitem", { name: "Save as template" }).click();
  const keep = page.getByRole("dialog", { name: "Save as template" });
  await keep.getByRole("button", { name: "Save template" }).click();
  await expect(keep).toBeHidden();
  await page.getByRole("button", { name: /^Organization: / }).click();
  await page.getByRole("menuitem", { name: "New organization" }).click();
  const making = page.getByRole("dialog", { name: "New organization" });
  await making.getByLabel("Name").fill("Other client");
  await making.getByRole("button", { name: "Make and enter it" }).click();
  await expect(page.getByRole("button", { name: "Organization: Other client" })).toBeVisible();

  await switchTo(page, organization);
  await page.goto("/plans?new=plan");
  const dialog = page.getByRole("dialog", { name: "New plan" });
  await dialog
    .getByRole("button", { name: "Copy template Nordwind tuning to another organization" })
    .click();
  const copying = page.getByRole("dialog", { name: /^Copy / });
  await expect(copying.getByRole("region", { name: "Stays here" })).toContainText("suppliers");
  await expectAccessible(page);
  await copying.getByLabel("Name there").fill("Tuning, structure");
  await copying.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(copying).toBeHidden();
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await switchTo(page, "Other client");
  await page.goto("/plans?new=plan");
  await dialog.getByRole("radio", { name: /Tuning, structure/ }).check();
  await dialog.getByLabel("Name").fill("For Südwind");
  await dialog.getByRole("button", { name: "Create plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "For Südwind" })).toBeVisible();
  await page
    .getByRole("navigation", { name: "Plan" })
    .getByRole("link", { name: /Options/ })
    .click();
  await expect(page.getByText("API option 1").first()).toBeVisible();
  await expect(page.getByText("Nordwind")).toHaveCount(0);
});

test("addresses open the dialogs of the list, and what they do not know opens none", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await page.goto("/plans?new=fine-tuning");
  const dialog = page.getByRole("dialog", { name: "New plan" });
  await expect(dialog.getByRole("radio", { name: /^Fine-tuning/ })).toBeChecked();
  await page.goto("/plans?import=file");
  await expect(page.getByRole("dialog", { name: "Import a plan file" })).toBeVisible();
  await page.goto("/plans?import=x&rename=nobody&template=no&show=what&sort=-nothing&hide=name");
  await expect(page.getByRole("heading", { level: 1, name: "Plans" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
