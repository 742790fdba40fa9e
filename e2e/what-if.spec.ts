import { expect, test } from "./fixtures";
import { answerText, newPlan } from "./plans";

test("a slider moves answer and address, and can be saved as a scenario", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "What if");
  const base = await answerText(page);
  const growth = page.getByRole("slider", { name: "Demand growth" });

  await growth.focus();
  await page.keyboard.press("End");
  await expect.poll(() => answerText(page)).not.toBe(base);
  await expect(page).toHaveURL(/[?&]set=workloads\./);
  await expect(page.getByText(/^Changed from Base/)).toBeVisible();
  const moved = await answerText(page);

  await page.reload();
  await expect.poll(() => answerText(page)).toBe(moved);

  await page.getByRole("button", { name: "Save as scenario" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as scenario" });
  await dialog.getByLabel("Name").fill("Twice as fast");
  await dialog.getByRole("button", { name: "Save scenario" }).click();
  await expect(page.getByRole("button", { name: "Scenario: Twice as fast" })).toBeVisible();
  await expect(page).toHaveURL(/[?&]scenario=/);
  await expect(page).not.toHaveURL(/[?&]set=/);
  expect(await answerText(page)).toBe(moved);

  await page.getByRole("button", { name: "Scenario: Twice as fast" }).click();
  await page.getByRole("menuitemradio", { name: "Base" }).click();
  await expect.poll(() => answerText(page)).toBe(base);
});

test("Backspace on a slider goes back to Base", async ({ page, newOrganization }) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "Reset");
  const base = await answerText(page);
  await page.getByRole("slider", { name: "Server price change" }).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => answerText(page)).not.toBe(base);
  await page.keyboard.press("Backspace");
  await expect.poll(() => answerText(page)).toBe(base);
  await expect(page).not.toHaveURL(/[?&]set=/);
});

test("a number typed beyond its bounds is refused in words and changes nothing", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Fine-tuning", "Bounds");
  const base = await answerText(page);
  const typed = page.getByLabel("Demand growth, exact");
  await typed.fill("99999");
  await typed.press("Tab");
  await expect(page.getByRole("alert").filter({ hasText: /Demand growth/ })).toBeVisible();
  expect(await answerText(page)).toBe(base);
});

test("an address with an unknown or broken change shows the plan without it", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  const id = await newPlan(page, "Fine-tuning", "Addresses");
  const base = await answerText(page);
  await page.goto(`/plans/${id}/projection?set=options.nobody.rate:5,x:y,workloads.a.b:1e999`);
  expect(await answerText(page)).toBe(base);
});
