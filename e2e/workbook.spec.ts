import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "./fixtures";
import { newPlan } from "./plans";

test("a draft is exported as a workbook whose cells are formulas", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Chat for claims");
  await page.getByRole("button", { name: "Make proposal" }).click();
  const document = page.getByRole("article");
  await expect(document.getByText("Proposal 1, draft")).toBeVisible();
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("button", { name: "Make: Workbook" }).click();
  const file = page.getByRole("link", { name: "Download proposal-1-draft.xlsx" });
  await expect(file).toBeVisible({ timeout: 30_000 });
  const downloading = page.waitForEvent("download");
  await file.click();
  const parts = unzipSync(await readFile(await (await downloading).path()));
  const xml = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  expect(xml("xl/workbook.xml")).toMatch(/<sheet name="Summary".*<sheet name="Inputs"/);
  expect(xml("xl/worksheets/sheet1.xml")).toMatch(/Chat for claims.*<f>RANK\(/s);
});
