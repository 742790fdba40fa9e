import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";
import { newPerson, signUp } from "./people";
import { importFile, newPlan } from "./plans";

test.use({ expectedProblems: [/^404 from .*\/file$/] });

test("everything is exported while one waits, comes back as plans, and is nobody else's", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  await newOrganization();
  await newPlan(page, "Agent", "Out and in");
  await page.goto("/settings/jobs");
  await expect(page.getByText("No job yet.")).toBeVisible();
  await page.getByRole("button", { name: "Export everything" }).click();

  const job = page.getByRole("list", { name: "Jobs" }).getByRole("listitem");
  await expect(job).toContainText("done", { timeout: 30_000 });
  await expect(job).toContainText(/Export of everything.*1 plan,/s);
  await expectAccessible(page);
  const link = job.getByRole("link", { name: /^Download/ });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^[\w-]+-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  expect(Object.keys(files)).toEqual(["plans/out-and-in.loadline.json", "contents.json"]);

  const path = await link.getAttribute("href");
  const stranger = await anotherBrowser();
  await signUp(stranger, newPerson());
  expect((await stranger.request.get(path ?? "")).status()).toBe(404);
  const own = await page.request.get(path ?? "");
  expect(own.headers()).toMatchObject({
    "content-type": "application/zip",
    "content-disposition": expect.stringMatching(/^attachment; filename="[\w-]+\.zip"$/),
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });

  await job.getByRole("button", { name: /^Delete/ }).click();
  await expect(page.getByText("No job yet.")).toBeVisible();
  expect((await page.request.get(path ?? "")).status()).toBe(404);
  await page.goto("/activity");
  await expect(page.getByText("received the result of the job").first()).toBeVisible();

  const file = files["plans/out-and-in.loadline.json"] ?? new Uint8Array();
  await importFile(page, "out-and-in.loadline.json", strFromU8(file));
  await expect(page.getByRole("heading", { level: 1, name: "Out and in (2)" })).toBeVisible();
});
