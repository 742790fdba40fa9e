import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { answerText, importFile, openTab } from "./plans";

const example = (name: string) =>
  readFile(new URL(`../docs/examples/${name}`, import.meta.url), "utf8");

test("a benchmark of one's own changes the answer in three clicks, and is undone", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await importFile(page, "claims.json", await example("claims-assistant.json"));
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}/);
  await openTab(page, "Options");
  const before = await answerText(page);

  await page.getByRole("button", { name: "Import a benchmark" }).click();
  const dialog = page.getByRole("dialog", { name: "Import a benchmark" });
  const choose = async (button: string, file: { name: string; text: string }) => {
    const choosing = page.waitForEvent("filechooser");
    await dialog.getByRole("button", { name: button }).first().click();
    await (await choosing).setFiles({
      name: file.name,
      mimeType: "application/json",
      buffer: Buffer.from(file.text),
    });
  };
  await choose("Choose files", { name: "other.json", text: '{"completed": 3}' });
  await expect(dialog.getByRole("alert")).toContainText(
    /other\.json was not imported.*Row 1, file is “completed”.*Choose what vllm bench serve/,
  );

  await choose("Choose files", {
    name: "mine.jsonl",
    text: await example("vllm-benchmark.jsonl"),
  });
  await expect(dialog.getByRole("status").first()).toContainText("6 points accepted, 0 suspicious");
  await expect(dialog).toContainText("Llama-3.1-70B-Instruct on 2 × NVIDIA H200 SXM");
  await dialog.getByRole("button", { name: "Use it" }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => answerText(page)).not.toBe(before);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("It is as it was.")).toBeVisible();
  await expect.poll(() => answerText(page)).toBe(before);
});
