import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { invite } from "./organizations";
import { expectAccessible, expectNoSidewaysScroll, expectWords } from "./page-health";
import { newPerson } from "./people";
import { answer, newPlan } from "./plans";

const tabs = [
  "workloads",
  "options",
  "assumptions",
  "projection",
  "break-even",
  "iceberg",
  "sensitivity",
  "budget",
  "quotes",
  "history",
];

async function everyPage(page: Page, look: () => Promise<void>): Promise<void> {
  const id = await newPlan(page, "Fine-tuning", "Every page");
  for (const path of [
    "/plans",
    "/activity",
    "/quotes",
    "/rfqs",
    "/proposals",
    "/suppliers",
    "/catalog?vendor=AWS&compare=cloud-h100,cloud-trainium3&series=aws-p5",
    "/settings/account",
    "/settings/organization",
    "/settings/api-keys",
    "/settings/members",
    "/settings/jobs",
    ...tabs.map((tab) => `/plans/${id}/${tab}`),
    `/plans/${id}/history/compare?from=1`,
    `/reviews/${id}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    if (path.startsWith("/plans/"))
      await expect(answer(page).getByRole("definition").first()).toBeVisible();
    await look();
  }
}

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

for (const [theme, viewport] of [
  ["light", desk],
  ["dark", phone],
] as const) {
  test.describe(`in the ${theme} theme at ${viewport.width} pixels`, () => {
    test.use({
      colorScheme: theme,
      viewport,
      hasTouch: viewport === phone,
      expectedProblems: [/^404 from .*\/nowhere$/],
    });

    test("every page is accessible and none scrolls sideways", async ({
      page,
      newOrganization,
    }) => {
      test.slow();
      const look = async () => {
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      };
      for (const path of [
        "/sign-in",
        "/sign-up",
        "/api-docs",
        "/invite/nobody",
        "/reset/never-was",
        "/nowhere",
      ]) {
        await page.goto(path);
        await look();
      }
      await newOrganization();
      await look();
      await everyPage(page, async () => {
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        await look();
        await expectWords(page);
      });
      const link = await invite(page, newPerson().email);
      await expectAccessible(page);
      await page.goto(link);
      await expectAccessible(page);
      await page.context().clearCookies();
      for (const path of [link, "/invite/nobody"]) {
        await page.goto(path);
        await expectAccessible(page);
      }
    });
  });
}

test("dialogs, sheets and tables are accessible", async ({ page, newOrganization }) => {
  test.slow();
  await newOrganization();
  await page.getByRole("button", { name: "New plan" }).first().click();
  await expect(page.getByRole("dialog", { name: "New plan" })).toBeVisible();
  await expectAccessible(page);
  const id = await newPlan(page, "Fine-tuning", "Opened");
  for (const path of [
    "options?row=api",
    "options?row=on-premises",
    "workloads?row=assistant",
    "projection?open=on-premises~cash",
    "projection?open=on-premises~cash~servers.inference",
  ]) {
    await page.goto(`/plans/${id}/${path}`);
    await expect(page.getByRole("dialog").getByRole("heading").first()).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto(`/plans/${id}/projection`);
  for (const table of await page.getByRole("radio", { name: "Table" }).all()) await table.check();
  await expect(page.getByRole("table").nth(1)).toBeVisible();
  await expectAccessible(page);
});

test("the theme that was chosen stays after a reload", async ({ page, newOrganization }) => {
  await newOrganization();
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
