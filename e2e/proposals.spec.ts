import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./page-health";
import { newPlan } from "./plans";
import { issueOpen } from "./proposals";

test("a plan becomes a proposal with own words and live figures, and is issued under a hash", async ({
  page,
  newOrganization,
}) => {
  test.slow();
  await newOrganization();
  await newPlan(page, "Support chatbot", "Chat for claims");
  await page.getByRole("button", { name: "Make proposal" }).click();
  const document = page.getByRole("article");
  await expect(document.getByRole("heading", { level: 2, name: "Chat for claims" })).toBeVisible();
  await expect(document.getByText("Proposal 1, draft")).toBeVisible();
  await expect(document.getByText("We ask you to approve")).toBeVisible();

  await page.getByLabel("Title").fill("Buy for the base load");
  await page.getByLabel("For whom").fill("For decision by the board");
  await expect(document.getByRole("heading", { name: "Buy for the base load" })).toBeVisible();
  const sections = page.getByRole("list", { name: "Sections" });
  await sections.getByLabel(/^Every cost line/).uncheck();
  await expect(document.getByRole("region", { name: "Every cost line" })).toHaveCount(0);
  await sections.getByRole("button", { name: "Move Method up" }).click();

  await page.getByRole("button", { name: "Own text" }).click();
  const dialog = page.getByRole("dialog", { name: "Own text" });
  await dialog.getByLabel("Title").fill("Why now");
  await dialog.getByRole("textbox", { name: "Text of Own text" }).click();
  await page.keyboard.type("Over the horizon it costs ");
  const choice = dialog.getByLabel("Insert a figure");
  const option = choice.locator("option", { hasText: /: Total over \d+ months, \$/ }).first();
  const total = (await option.innerText()).split(", ").at(-1) ?? "";
  await choice.selectOption((await option.getAttribute("value")) ?? "");
  await dialog.getByRole("button", { name: "Use this text" }).click();
  const own = document.getByRole("region", { name: "Why now" });
  await expect(own.getByText(`Over the horizon it costs ${total}`)).toBeVisible();

  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved, version 2")).toBeVisible();
  await page.reload();
  await expect(own.getByText(`Over the horizon it costs ${total}`)).toBeVisible();
  await expectAccessible(page);

  await issueOpen(page);
  await expect(own.getByText(`Over the horizon it costs ${total}`)).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Snapshot" }).click();
  const bytes = await readFile(await (await downloading).path());
  const hash = createHash("sha256").update(bytes).digest("hex");
  const short = `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
  await expect(document.getByText(`Snapshot ${short}`)).toBeVisible();
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "Make: PDF" }).click();
  const file = page.getByRole("link", { name: "Download proposal-1-issue-1.pdf" });
  await expect(file).toBeVisible({ timeout: 30_000 });
  const downloadingPdf = page.waitForEvent("download");
  await file.click();
  const pdf = await downloadingPdf;
  expect(pdf.suggestedFilename()).toBe("proposal-1-issue-1.pdf");
  expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe("%PDF-");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectAccessible(page);
});
