import { expect, test } from "./fixtures";
import { invite, joinAsNew } from "./organizations";
import { expectAccessible, expectNoSidewaysScroll } from "./page-health";
import { newPerson } from "./people";
import { newPlan } from "./plans";
import { useTypedQuote } from "./typed-quote";

test("whoever judges without prices reads what their lists leave out, and who hid it", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  await newOrganization();
  const planId = await newPlan(page, "Support chatbot", "Order");
  await useTypedQuote(page);
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
