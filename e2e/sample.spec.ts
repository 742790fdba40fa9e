import { expect, test } from "./fixtures";
import { answer, openTab } from "./plans";
import { enterSample, openSamplePlan } from "./sample";

test("the sample organization opens without an account, with four plans worth opening", async ({
  page,
}) => {
  await enterSample(page);
  await expect(page.getByText("4 plans", { exact: true })).toBeVisible();
  for (const name of [
    "Claims assistant",
    "H200 against GB300",
    "Document archive batch",
    "Claims assistant, three quotes",
  ]) {
    await page.goto("/plans");
    await page.getByRole("row").getByRole("link", { name, exact: true }).click();
    await expect(answer(page)).toContainText(/costs? least over \d+ months/);
    await openTab(page, "Break-even");
    await expect(page.getByRole("heading", { name: /^When does it pay/ })).toBeVisible();
  }
});

test("the published comparison gives the published dollars per million tokens", async ({
  page,
}) => {
  await openSamplePlan(page, "H200 against GB300");
  await openTab(page, "Options");
  const perMillion = (option: string) =>
    page
      .getByRole("listitem")
      .filter({ has: page.getByRole("button", { name: option, exact: true }) })
      .getByRole("definition")
      .last();
  await expect(perMillion("HGX H200")).toHaveText(/^\$4\.[23]/);
  await expect(perMillion("GB300 NVL72")).toHaveText(/^\$0\.12/);
});
