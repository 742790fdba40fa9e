import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";
import { newPlan } from "./plans";
import { issueOpen } from "./proposals";

test("an issue downloads as a board deck, as CSV and as JSON, with its hash in each", async ({
  page,
  newOrganization,
}) => {
  test.slow();
  await newOrganization();
  await newPlan(page, "Support chatbot", "Chat for claims");
  await page.getByRole("button", { name: "Make proposal" }).click();
  await issueOpen(page);
  const origin = await page.getByText(/Snapshot [0-9a-f]{4} [0-9a-f]{4}/).innerText();
  const hash = /[0-9a-f]{4} [0-9a-f]{4}/.exec(origin)?.[0] ?? "";
  await page.getByRole("button", { name: "Export" }).click();
  const download = async (format: string, fileName: string) => {
    await page.getByRole("button", { name: `Make: ${format}` }).click();
    const link = page.getByRole("link", { name: `Download ${fileName}` });
    await expect(link).toBeVisible({ timeout: 30_000 });
    const downloading = page.waitForEvent("download");
    await link.click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe(fileName);
    return new Uint8Array(await readFile(await file.path()));
  };

  const deck = unzipSync(await download("PowerPoint", "proposal-1-issue-1.pptx"));
  const cover = strFromU8(deck["ppt/slides/slide1.xml"] ?? new Uint8Array());
  expect(cover).toContain("Chat for claims");
  expect(cover).toContain(`Snapshot ${hash}`);
  expect(Object.keys(deck).some((name) => name.startsWith("ppt/charts/chart"))).toBe(true);
  await expectAccessible(page);

  const tables = unzipSync(await download("CSV", "proposal-1-issue-1.zip"));
  expect(strFromU8(tables["about.csv"] ?? new Uint8Array())).toContain(`Snapshot,${hash}`);
  expect(Object.keys(tables).some((name) => name.endsWith("monthly-lines.csv"))).toBe(true);

  const json = strFromU8(await download("JSON", "proposal-1-issue-1.json"));
  const { issued, planFile } = JSON.parse(json);
  expect(issued.snapshot).toBe(hash);
  expect(planFile).toMatchObject({ loadline: "plan", plan: { name: "Chat for claims" } });
});
