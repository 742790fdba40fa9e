import { expect, test } from "./fixtures";
import { newPlan, openTab, save, unfold } from "./plans";

test("runs by month take the place of a first run and a gap", async ({ page, newOrganization }) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "Dated");
  await openTab(page, "Workloads");
  const open = page.getByRole("button", { name: "Monthly fine-tuning", exact: true });
  await open.click();
  const sheet = page.getByRole("dialog", { name: "Monthly fine-tuning" });
  await expect(sheet.getByRole("textbox", { name: "Months between runs" })).toBeVisible();
  await unfold(sheet, "Runs by month");
  await sheet.getByLabel("Runs by month, in place of a first run and a gap").check();
  await expect(sheet.getByRole("textbox", { name: "Months between runs" })).toBeHidden();
  await sheet.getByLabel("Month 1 with runs").fill("2");
  await sheet.getByRole("button", { name: "Add a month" }).click();
  await sheet.getByLabel("Runs of month 2").fill("3");
  await sheet.getByLabel("Month 2 with runs").fill("2");
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(sheet.getByText(/Put the runs in order of month/).first()).toBeVisible();
  await sheet.getByLabel("Month 2 with runs").fill("7");
  await save(sheet);
  await expect(page.getByText("Runs, as dated")).toBeVisible();

  await page.reload();
  await open.click();
  await expect(sheet.getByLabel("Month 2 with runs")).toHaveValue("7");
  await expect(sheet.getByLabel("Runs of month 2")).toHaveValue("3");
});
