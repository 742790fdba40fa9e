import { expect, test } from "./fixtures";
import { switchTo } from "./organizations";
import { expectAccessible } from "./page-health";
import { newPlan } from "./plans";

test("sections are kept as a template, begin another proposal, and go to another organization without what was typed", async ({
  page,
  newOrganization,
}) => {
  test.slow();
  const { organization } = await newOrganization();
  await newPlan(page, "Support chatbot", "Chat for claims");
  await page.getByRole("button", { name: "Make proposal" }).click();
  await expect(page.getByText("Proposal 1, draft")).toBeVisible();
  await page.getByRole("button", { name: "Own text" }).click();
  const editor = page.getByRole("dialog", { name: "Own text" });
  await editor.getByLabel("Title").fill("Why Nordwind waits");
  await editor.getByRole("textbox", { name: "Text of Own text" }).click();
  await page.keyboard.type("Nordwind is our client.");
  await editor.getByRole("button", { name: "Use this text" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved, version 2")).toBeVisible();
  await page.getByRole("button", { name: "Keep as template" }).click();
  const keeping = page.getByRole("dialog", { name: "Keep as template" });
  await keeping.getByLabel("Name").fill("Board paper");
  await keeping.getByRole("button", { name: "Keep template" }).click();
  await expect(keeping).toBeHidden();

  await newPlan(page, "Code assistant", "Code for claims");
  await page.getByRole("button", { name: "Make proposal" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Board paper" }).click();
  await expect(page.getByText("Proposal 2, draft")).toBeVisible();
  await expect(page.getByRole("region", { name: "Why Nordwind waits" })).toBeVisible();

  await page.getByRole("button", { name: /^Organization: / }).click();
  await page.getByRole("menuitem", { name: "New organization" }).click();
  const making = page.getByRole("dialog", { name: "New organization" });
  await making.getByLabel("Name").fill("Other client");
  await making.getByRole("button", { name: "Make and enter it" }).click();
  await expect(page.getByRole("button", { name: "Organization: Other client" })).toBeVisible();
  await switchTo(page, organization);
  await page.goto("/proposals");
  await page.getByRole("button", { name: "Copy Board paper to another organization" }).click();
  const copying = page.getByRole("dialog", { name: /^Copy / });
  await expect(copying).toContainText("Nordwind is our client.");
  await copying.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(copying).toContainText("Give the copy a name.");
  await copying.getByLabel("Name there").fill("Sections of a board paper");
  await expectAccessible(page);
  await copying.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(copying).toBeHidden();
  await switchTo(page, "Other client");
  await page.goto("/proposals");
  await expect(page.getByText("Sections of a board paper")).toBeVisible();
  await expect(page.getByText("11 sections")).toBeVisible();
  await expect(page.getByText("Nordwind")).toHaveCount(0);

  const kept = page.getByRole("button", { name: "Delete template Sections of a board paper" });
  await kept.click();
  await expect(kept).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(kept).toBeVisible();
  await expect(page.getByText("11 sections")).toBeVisible();
});
