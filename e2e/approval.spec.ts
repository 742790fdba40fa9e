import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { invite, joinAsNew } from "./organizations";
import { expectAccessible, expectNoSidewaysScroll } from "./page-health";
import { newPerson } from "./people";
import { newPlan } from "./plans";
import { issueOpen } from "./proposals";

const approval = (page: Page) => page.getByRole("region", { name: "Approval" });

async function answer(page: Page, press: "Approve" | "Reject" | "Comment", words: string) {
  await approval(page).getByRole("button", { name: press }).click();
  const dialog = page.getByRole("dialog", { name: /this issue/ });
  await dialog.getByRole("textbox").fill(words);
  await dialog.getByRole("button", { name: press, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test("an issue is asked about, rejected, approved, and its approval stays with it", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  test.slow();
  await newOrganization();
  const reviewer = { ...newPerson(), name: "Grace Ledger" };
  const link = await invite(page, reviewer.email);
  const other = await anotherBrowser();
  await joinAsNew(other, link, reviewer);
  const planId = await newPlan(page, "Support chatbot", "Chat for claims");
  await page.getByRole("button", { name: "Make proposal" }).click();
  await expect(page.getByText("Proposal 1, draft")).toBeVisible();
  await issueOpen(page, 1);
  const issueAddress = page.url();

  await expect(approval(page)).toContainText("Nobody is asked to approve this issue.");
  await approval(page).getByRole("button", { name: "Ask for approval" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask for approval of issue 1" });
  await dialog.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(dialog).toContainText("Choose who is to review it.");
  await dialog.getByLabel("Grace Ledger").check();
  await dialog.getByLabel("Answer by").fill("2027-03-01");
  await dialog.getByLabel("What to look at").fill("Please look at the cash of 2027.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(approval(page)).toContainText("Waits for 1 of 1 reviewer: Grace Ledger.");

  await other.goto("/proposals");
  const waiting = other.getByRole("region", { name: "Waiting for you" });
  await expect(waiting).toContainText("for an answer by 1 Mar 2027");
  await expectAccessible(other);
  await waiting.getByRole("link", { name: "Chat for claims" }).click();
  await expect(approval(other)).toContainText("Ada Planner asks you to review this issue.");
  await approval(other).getByRole("button", { name: "Reject" }).click();
  const rejecting = other.getByRole("dialog", { name: "Reject this issue?" });
  await rejecting.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(rejecting).toContainText("Say why you reject it");
  await rejecting.getByLabel("Why").fill("The first year is too dear.");
  await rejecting.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(approval(other)).toContainText("Rejected by Grace Ledger.");

  await page.reload();
  await expect(approval(page)).toContainText("The first year is too dear.");
  await answer(other, "Comment", "Seen the discount now.");
  await answer(other, "Approve", "Within budget.");
  await expect(approval(other)).toContainText("Approved by Grace Ledger.");
  await expectAccessible(other);
  await other.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(other);

  await page.goto(`/plans/${planId}/assumptions`);
  // What is typed before the page listens is not heard.
  await expect(async () => {
    await page.getByLabel("Power price", { exact: true }).fill("");
    await page.getByLabel("Power price", { exact: true }).fill("0.2");
    await page.keyboard.press("Tab");
    await expect(page.getByText("Saved, version 2")).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await page.goto("/proposals");
  await page.getByLabel("Status").selectOption("approved");
  await expect(page).toHaveURL(/status=approved/);
  await expect(page.getByRole("row", { name: /Chat for claims/ })).toContainText("approved");
  await page.getByLabel("Status").selectOption("draft");
  await expect(page.getByText("No proposal is like that.")).toBeVisible();
  await page.getByRole("button", { name: "Show all proposals" }).click();
  await page.getByRole("button", { name: "Status" }).click();
  await expect(page).toHaveURL(/order=proposals/);
  const row = page.getByRole("row", { name: /Chat for claims/ });
  await row.getByRole("rowheader").getByRole("link").click();
  await page.getByLabel("For whom").fill("For the board");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved, version 2")).toBeVisible();
  await page.getByRole("link", { name: "Changes since issue 1" }).click();
  await expect(page.getByRole("row", { name: /For whom/ })).toContainText("For the board");
  await expect(page.getByText("No change: every figure is the same").first()).toBeVisible();
  await expect(
    page.getByText(/cost lines by fiscal year differ; the rest is the same/),
  ).toBeVisible();
  await expect(page.getByRole("row", { name: /Power price/ })).toContainText("0.2");
  await page.getByText("Every cost line by fiscal year").first().click();
  await expectAccessible(page);
  await page.goBack();
  await issueOpen(page, 2);
  await page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(page.getByText("Same figures, to the last digit, by engine")).toBeVisible();
  await expect(approval(page)).toContainText("Issue 1 was approved. That stays with issue 1");
  await page.goto(issueAddress);
  await expect(approval(page)).toContainText("Approved by Grace Ledger.");
  await expect(approval(page)).toContainText("Issue 2 came after this one");
  await expect(approval(page).getByRole("button", { name: "Ask for approval" })).toHaveCount(0);
});
