import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./page-health";
import { newPlan, openTab } from "./plans";
import { openSamplePlan } from "./sample";
import { useTypedQuote } from "./typed-quote";

test("three quotes in two currencies are compared, and a phone shows two of them", async ({
  page,
}) => {
  await openSamplePlan(page, "Claims assistant, three quotes");
  await openTab(page, "Quotes");
  await expect(
    page.getByRole("heading", { name: /^Oriel Compute costs least over 60 months and arrives/ }),
  ).toBeVisible();
  const grid = page.getByRole("region", { name: "Comparison of quotes" });
  const row = (name: string) => grid.getByRole("row").filter({ hasText: name });
  await expect(row("Quoted, per server")).toContainText("\u20ac271,900");
  await expect(row("In the plan currency")).toContainText("$310,292");
  await expect(row("Missing to be complete")).toContainText("network unpriced");
  await expect(row("Total cost, 60 months")).toContainText(/lowest.*\$[\d.]+M.*M\*/);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Rows" }).click();
  await page.getByRole("dialog", { name: "Rows" }).getByLabel("Per kW of rated power").uncheck();
  await page.keyboard.press("Escape");
  await expect(row("Per kW of rated power")).toHaveCount(0);
  await expect(page).toHaveURL(/hide=costPerKilowatt/);
  await page.getByLabel("Measured against").selectOption({ label: "against Cloud H200" });
  await expect(row("Passes Cloud H200 for good")).toBeVisible();
  await page.reload();
  await expect(row("Passes Cloud H200 for good")).toBeVisible();
  await expect(row("Per kW of rated power")).toHaveCount(0);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByLabel("Right column").selectOption({ label: "Stavra" });
  await expect(grid.getByRole("columnheader", { name: /Stavra/ })).toBeVisible();
  await expect(grid.getByRole("columnheader", { name: /Oriel/ })).toBeHidden();
  await expectNoSidewaysScroll(page);

  await page.getByRole("link", { name: "Hide prices" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Technical review" })).toBeVisible();
  const hasPrice = /318,?400|271,?900|462,?000|1,?330,?400/.test(await page.content());
  expect(hasPrice, "a price in the document").toBe(false);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectAccessible(page);
});

test("a quote is used in a plan, scored, awarded with its memo, and the award taken back", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  const planId = await newPlan(page, "Support chatbot", "Order");
  await useTypedQuote(page, { leadTimeWeeks: "13", showsInUse: "3 months" });

  await page.goto(`/plans/${planId}/quotes`);
  const grid = page.getByRole("region", { name: "Comparison of quotes" });
  await expect(grid.getByRole("columnheader", { name: /Fennmark Systems/ })).toBeVisible();
  await expect(grid.getByRole("row").filter({ hasText: "Lead time" })).toContainText("3 months");
  await page.getByRole("button", { name: "Score an offer" }).click();
  const score = page.getByRole("dialog", { name: "Score an offer" });
  await expect(score.getByLabel("Technical", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await score.getByLabel("Terms", { exact: true }).fill("4");
  await expect(score.getByLabel("Offer")).toContainText("Fennmark Systems, 1 score not saved");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Some entries here are not saved yet.").first()).toBeVisible();
  await expect(score.getByLabel("Terms", { exact: true })).toHaveValue("4");
  for (const [name, points] of [
    ["Technical", "9"],
    ["Support", "8"],
    ["Terms", "5"],
  ] as const) {
    await score.getByLabel(name, { exact: true }).fill(points);
    await score.getByLabel(`Why, ${name.toLowerCase()}`).fill(`${name} as seen`);
  }
  await score.getByRole("button", { name: "Save scores" }).click();
  // 40 + 20 for cost and time of the only offer, 18 + 8 + 5 as judged
  await expect(grid.getByRole("row").filter({ hasText: "Weighted score" })).toContainText("91");

  await page.getByRole("button", { name: "Award", exact: true }).click();
  const award = page.getByRole("dialog", { name: "Award the order" });
  await award.getByLabel("Fennmark Systems, servers").fill("4");
  await award.getByLabel("Why").fill("The only complete offer");
  await award.getByRole("button", { name: "Award", exact: true }).click();
  const awarded = page.getByRole("region", { name: "Award", exact: true });
  await expect(awarded).toContainText("Fennmark Systems Q-1 gets 4 servers, $1,200,000");
  const memo = page.getByRole("region", { name: "Award memo" });
  await memo.getByRole("button", { name: "Write it from the figures" }).click();
  const paper = memo.getByRole("article", { name: "The memo" });
  await expect(paper.getByRole("heading", { name: "Award memo: Order" })).toBeVisible();
  await expect(paper.getByRole("columnheader", { name: "Fennmark Systems" }).first()).toBeVisible();
  await expect(paper).toContainText("Reason: The only complete offer");
  await expectAccessible(page);
  await memo.getByRole("button", { name: "Edit" }).click();
  const typed = memo.getByRole("textbox");
  await typed.fill("# Ours <b>alone</b>\n\nNothing *else*.");
  await memo.getByRole("button", { name: "Show as document" }).click();
  await expect(paper.getByRole("heading", { name: "Ours <b>alone</b>" })).toBeVisible();
  await memo.getByRole("button", { name: "Restore the written one" }).click();
  await expect(paper).toContainText("Reason: The only complete offer");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(paper).toContainText("Nothing else.");
  await memo.getByRole("button", { name: "Restore the written one" }).click();
  await memo.getByRole("button", { name: "Save memo" }).click();
  await expect(memo).toContainText("Version 1");
  const downloading = page.waitForEvent("download");
  await memo.getByRole("button", { name: "Markdown" }).click();
  const file = await readFile(await (await downloading).path(), "utf8");
  expect(file).toContain("# Award memo: Order");

  await awarded.getByRole("button", { name: "Take it back" }).click();
  const undo = page.getByRole("dialog", { name: "Take the award back" });
  await undo.getByLabel("Why").fill("The supplier withdrew");
  await undo.getByRole("button", { name: "Take it back" }).click();
  await expect(awarded).toContainText("The supplier withdrew");
  await page.goto("/quotes");
  await expect(page.getByRole("row", { name: /Q-1/ })).toContainText("received");
});
