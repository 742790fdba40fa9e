import { expect, test } from "./fixtures";
import { newPlan, openTab, save } from "./plans";

test("a throughput that nobody measured is estimated, with its error, and taken into the option", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Estimated");
  await openTab(page, "Options");
  await page.getByRole("button", { name: "Nebius H200", exact: true }).click();
  const option = page
    .getByRole("dialog")
    .filter({ has: page.getByLabel("Rental", { exact: true }) });
  await option.getByRole("button", { name: "Estimate", exact: true }).first().click();
  const estimate = page.getByRole("dialog", { name: "Estimate a throughput" });
  await estimate.getByLabel("Model", { exact: true }).selectOption("Llama 3.1 405B");
  await estimate.getByLabel("Accelerator", { exact: true }).selectOption("NVIDIA H200 SXM");
  await estimate.getByLabel("Accelerators a replica").fill("2");
  await estimate.getByLabel("Accelerators a replica").press("Tab");
  await expect(estimate.getByRole("status")).toContainText("It does not fit");
  await estimate.getByLabel("Accelerators a replica").fill("8");
  await estimate.getByLabel("Accelerators a replica").press("Tab");
  await expect(estimate.getByRole("status")).toContainText(/tok\/s a replica/);
  await expect(estimate.getByRole("status")).toContainText("Estimated, not measured");
  await estimate.getByRole("button", { name: "Use the estimate" }).click();
  await expect(estimate).toBeHidden();

  const rate = option.getByLabel("Output throughput a replica", { exact: true });
  const taken = await rate.inputValue();
  expect(taken).toMatch(/^[\d,]+$/);
  await save(option);
  await page.reload();
  await page.getByRole("button", { name: "Nebius H200", exact: true }).click();
  await expect(rate).toHaveValue(taken);
});
