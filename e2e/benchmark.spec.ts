import { readFile } from "node:fs/promises";
import { aiperf } from "@/lib/importers/benchmark/testing/perf-samples";
import { expect, test } from "./fixtures";
import { answerText, importFile, openTab, save } from "./plans";

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

test("a sweep becomes the throughput that an option's sheet is about, and undo takes it out again", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await importFile(page, "claims.json", await example("claims-assistant.json"));
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}/);
  await openTab(page, "Options");
  const before = await answerText(page);
  await page.getByRole("button", { name: "Own H200 servers", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Own H200 servers" });
  const dialog = page.getByRole("dialog", { name: "Import a benchmark" });
  const source = sheet.getByText(/Own benchmark, AIPerf 0\.11\.0, c8\.json and 1 more/);
  const take = async () => {
    await sheet.getByRole("button", { name: "Import a benchmark" }).first().click();
    const choosing = page.waitForEvent("filechooser");
    await dialog.getByRole("button", { name: "Choose files" }).click();
    const files = [aiperf(8, 1.07), aiperf(32, 3.4)];
    await (await choosing).setFiles(
      files.map((file, index) => ({
        name: index === 0 ? "c8.json" : "c32.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(file, null, 2)),
      })),
    );
    await expect(dialog.getByRole("status").first()).toContainText("2 points accepted");
    await expect(dialog).toContainText("It becomes the throughput of Own H200 servers for");
    await expect(dialog.getByRole("combobox", { name: "Option" })).toBeHidden();
    await dialog.getByRole("button", { name: "Use it" }).click();
    await expect(dialog).toBeHidden();
    await expect(source.first()).toBeVisible();
  };
  await take();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(source.first()).toBeHidden();
  await take();
  await save(sheet);
  await expect.poll(() => answerText(page)).not.toBe(before);
});
