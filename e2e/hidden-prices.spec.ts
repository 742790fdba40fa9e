import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { invite, joinAsNew } from "./organizations";
import { expectAccessible, expectNoSidewaysScroll } from "./page-health";
import { newPerson } from "./people";
import { newPlan } from "./plans";

/** A received quote with one line, used in the plan's own servers. */
async function useQuote(page: Page): Promise<void> {
  await page.goto("/quotes?new=quote");
  const dialog = page.getByRole("dialog", { name: "New quote" });
  await dialog.getByLabel("Supplier").fill("Fennmark Systems");
  await dialog.getByLabel("Number").fill("Q-1");
  await dialog.getByRole("button", { name: "Enter its lines" }).click();
  await page.getByRole("button", { name: "Add a line" }).click();
  await page.getByLabel("Description, line 1").fill("HGX H200, 8 GPU");
  await page.getByLabel("Quantity, line 1").fill("4");
  await page.getByLabel("Unit price, line 1").fill("300000");
  await page.getByLabel("Valid until").fill("2099-12-31");
  await page.getByLabel("Incoterm").selectOption("DAP");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Mark as received" }).click();
  await expect(page.getByRole("button", { name: "Status: received" })).toBeVisible();
  await page.getByRole("button", { name: "Use in a plan" }).click();
  const use = page.getByRole("dialog", { name: "Use Q-1 in a plan" });
  await use.getByRole("button", { name: "Use these prices" }).click();
  await expect(page).toHaveURL(/options\?row=/);
}

test("whoever judges without prices reads what their lists leave out, and who hid it", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  await newOrganization();
  const planId = await newPlan(page, "Support chatbot", "Order");
  await useQuote(page);
  const guest = { ...newPerson(), name: "Ben Judge" };
  const link = await invite(page, guest.email, "Viewer");
  const other = await anotherBrowser();
  await joinAsNew(other, link, guest);

  await page.goto(`/plans/${planId}/quotes`);
  await page.getByRole("button", { name: "Criteria and evaluators" }).click();
  const review = page.getByRole("dialog", { name: "Criteria and evaluators" });
  await review.getByLabel("Ben Judge is").selectOption("evaluator, prices hidden");
  await review.getByRole("button", { name: "Save" }).click();
  await expect(review).toBeHidden();

  await other.reload();
  const note = other.getByRole("region", { name: "Hidden prices" });
  await expect(note).toContainText("as Ada Planner set it");
  await expect(other.getByText("No plans yet")).toBeHidden();
  await expectAccessible(other);
  await other.goto("/quotes");
  await expect(note).toContainText("ask an editor to show you the prices");
  await expect(other.getByText("No quotes yet")).toBeHidden();
  await other.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(other);
  await note.getByRole("link", { name: "Technical review of Order" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Technical review" })).toBeVisible();
});
