import { expect, test } from "./fixtures";
import { answerText, importFile, newPlan, planFile } from "./plans";

test("a plan exported and imported is the same plan with the same numbers", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  const id = await newPlan(page, "Agent", "To and fro");
  const before = await answerText(page);
  const file = await planFile(page, id);

  await importFile(page, "to-and-fro.json", file);
  await expect(page).toHaveURL(/\/projection/);
  expect(page.url()).not.toContain(id);
  expect(await answerText(page)).toBe(before);
  const copy = page.url().replace(/^.*\/plans\/([0-9a-f-]{36}).*$/, "$1");
  const { plan, ...rest } = JSON.parse(file);
  expect(JSON.parse(await planFile(page, copy))).toEqual({
    ...rest,
    plan: { ...plan, name: "To and fro (2)" },
  });
});

const broken: [
  string,
  (file: Record<string, unknown> & { plan: Record<string, unknown> }) => unknown,
  RegExp,
][] = [
  ["an unknown field", (file) => ({ ...file, plan: { ...file.plan, colour: "red" } }), /colour/],
  [
    "a missing field",
    ({ plan: { horizonMonths: _, ...plan }, ...file }) => ({ ...file, plan }),
    /horizon/i,
  ],
  [
    "a horizon of 500 months",
    (file) => ({ ...file, plan: { ...file.plan, horizonMonths: 500 } }),
    /Horizon is 500.*1 to 120/,
  ],
  [
    "a horizon of no months",
    (file) => ({ ...file, plan: { ...file.plan, horizonMonths: 0 } }),
    /Horizon is 0.*1 to 120/,
  ],
  ["a newer version", (file) => ({ ...file, schemaVersion: 99 }), /version 99/i],
  ["something else", () => ({ hello: "world" }), /plan file/i],
];

test("a file that is no plan says field, value and mend, and makes nothing", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  const file = JSON.parse(await planFile(page, await newPlan(page, "Agent", "Original")));
  for (const [what, change, said] of broken) {
    await test.step(what, async () => {
      await importFile(page, "broken.json", JSON.stringify(change(structuredClone(file))));
      const alert = page.getByRole("dialog").getByRole("alert");
      await expect(alert).toContainText("broken.json was not imported");
      await expect(alert).toContainText(said);
      await expect(alert).not.toContainText(/\bat .*:\d+:\d+|Error:/);
    });
  }
  await test.step("text that is no JSON", async () => {
    await importFile(page, "broken.json", "{ not json");
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText("was not imported");
  });
  await test.step("2 MB", async () => {
    await importFile(
      page,
      "large.json",
      JSON.stringify({ ...file, padding: "x".repeat(2_000_000) }),
    );
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText(
      /2,0\d\d kB; a plan file has at most 1,000 kB/,
    );
  });
  await page.goto("/plans");
  await expect(page.getByText("1 plan", { exact: true })).toBeVisible();
});
