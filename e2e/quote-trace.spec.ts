import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";
import { newPlan } from "./plans";
import { useTypedQuote } from "./typed-quote";

const whyShown = (page: Page) => page.getByRole("region", { name: "Why this revision is shown" });

test("a figure leads to its quote at the revision used; a renumbered one may be its next revision", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  const planId = await newPlan(page, "Support chatbot", "Traced");
  await useTypedQuote(page, { leadTimeWeeks: "16" });
  const optionId = new URL(page.url()).searchParams.get("row");

  await page.goto(`/plans/${planId}/projection?open=${optionId}~cash~servers.inference`);
  const price = page.getByRole("listitem").filter({ hasText: "Server price" });
  await price.getByRole("link", { name: /Fennmark Systems Q-1 rev 1/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("revision 1");
  await expect(whyShown(page)).toContainText(/comes from line 1, marked below/);
  await expect(page.locator("tr[aria-current]")).toHaveCount(1);
  await expect(page.locator("tr[aria-current]")).toBeInViewport();
  await expectAccessible(page);

  // What the option used stays where it was once a newer revision is there.
  const used = page.url();
  await page.getByLabel("Unit price, line 1").fill("310000");
  await page.getByRole("button", { name: "Save as revision 2" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("revision 2");
  await page.goto(used);
  await expect(page.getByLabel("Unit price, line 1")).toHaveValue("300,000");
  await expect(whyShown(page)).toContainText("The newest is revision 2.");
  await expect(page.getByRole("button", { name: /^Save/ })).toHaveCount(0);
  await whyShown(page).getByRole("link", { name: "Open the newest" }).click();
  await expect(page.getByLabel("Unit price, line 1")).toHaveValue("310,000");

  await page.goto("/quotes?new=quote");
  const dialog = page.getByRole("dialog", { name: "New quote" });
  await dialog.getByLabel("Supplier").fill("Fennmark Systems");
  await dialog.getByLabel("Number").fill("Q-1 rev B");
  await dialog.getByRole("button", { name: "Enter its lines" }).click();
  await expect(dialog.getByLabel("What it is").getByRole("option", { selected: true })).toHaveText(
    "A new revision of Q-1",
  );
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Enter its lines" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Fennmark Systems Q-1");
});
