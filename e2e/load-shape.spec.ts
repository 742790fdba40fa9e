import { expect, test } from "./fixtures";
import { newPlan } from "./plans";

test("a load shape takes the place of the peak factor, and one's own numbers are held to a mean of 1", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Shaped");
  await page
    .getByRole("navigation", { name: "Plan" })
    .getByRole("link", { name: /^Workloads/ })
    .click();
  await page.getByRole("button", { name: "Support chat", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Support chat" });
  await sheet.getByText("Load shape", { exact: true }).click();
  await sheet.getByLabel("Shape of the day").selectOption("Office hours");
  const peak = sheet.getByRole("textbox", { name: "Peak to mean" });
  await expect(peak).toHaveValue("3.08");
  await expect(sheet.getByText(/^Busiest at 10:00 on weekdays: 3.08 times/)).toBeVisible();

  const weekdays = sheet.getByRole("textbox", { name: "Weekdays, 24 numbers" });
  await weekdays.fill(Array(24).fill("2").join("\t"));
  await expect(sheet.getByLabel("Shape of the day")).toHaveValue("own");
  await expect(sheet.getByText(/must be 1/)).toBeVisible();
  await sheet.getByRole("button", { name: "Scale to a mean of 1" }).click();
  await expect(sheet.getByText("Mean of the week 1", { exact: true })).toBeVisible();
  await sheet.getByRole("button", { name: "Save" }).click();
  await expect(sheet).toBeHidden();

  await page.reload();
  await page.getByRole("button", { name: "Support chat", exact: true }).click();
  await expect(peak).toHaveAttribute("readonly");
});
