import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { answerText, newPlan } from "./plans";

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "";
  });

/** Presses Tab until what has the focus reads like this. */
async function tabTo(page: Page, wanted: RegExp, most = 80): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    const name = await focused(page);
    if (wanted.test(name)) return;
    passed.push(name);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${wanted}. It passed: ${passed.join(" | ")}`);
}

test("signing up, making a plan and moving a slider needs no mouse", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Skip to content");
  await page.keyboard.press("Enter");
  await tabTo(page, /^New plan$/);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "New plan" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("radio", { name: /^Support chatbot/ }).focus();
  for (const _ of ["Blank", "Pre-training", "Fine-tuning"]) await page.keyboard.press("ArrowUp");
  await expect(dialog.getByRole("radio", { name: /^Fine-tuning/ })).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/projection/);

  const base = await answerText(page);
  await page.getByRole("slider", { name: "Demand growth" }).focus();
  await page.keyboard.press("PageUp");
  await expect.poll(() => answerText(page)).not.toBe(base);
});

test("a dialog keeps the focus inside and gives it back", async ({ page, newOrganization }) => {
  await newOrganization();
  const button = page.getByRole("button", { name: "Import a plan file" });
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Import a plan file" });
  await expect(dialog).toBeVisible();
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press("Tab");
    // A guard before and after the dialog sends the focus back inside, a moment later.
    await expect
      .poll(() => dialog.evaluate((box) => box.contains(document.activeElement)))
      .toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test("a chart is read with the arrow keys, and its figures open with Enter", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "By keys");
  const chart = page.getByRole("application", { name: /Arrow keys read the values/ }).first();
  // A chart below the first screen answers keys once its script has come.
  await expect(async () => {
    await chart.press("ArrowRight");
    await expect(chart).toContainText("$", { timeout: 1000 });
  }).toPass();
  await page.getByRole("button", { name: /60 months: .* Open its lines/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("table")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /60 months: .* Open its lines/ })).toBeFocused();
});
