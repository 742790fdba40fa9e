import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { newPerson, signUp } from "./people";
import { newPlan } from "./plans";

/** Opens a page whose scripts come only when they are let through. */
async function openWithoutScripts(page: Page, address: string) {
  const script = /\/_next\/static\/.*\.js/;
  let letThrough = () => {};
  const wait = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(script, async (route) => {
    await wait;
    await route.continue();
  });
  await page.goto(address, { waitUntil: "commit" });
  return letThrough;
}

test("a button pressed before the page's scripts have come does its work", async ({ page }) => {
  const person = newPerson();
  await signUp(page, person);
  const letThrough = await openWithoutScripts(page, "/plans");
  await page.getByRole("button", { name: "Import a plan file" }).click();
  await page.getByRole("button", { name: "New plan" }).first().click();
  letThrough();
  await expect(page.getByRole("dialog", { name: "New plan" })).toBeVisible();
  await expect(page.getByRole("dialog", { name: "Import a plan file" })).toHaveCount(0);
});

test("a form sent before the page's scripts have come is sent by them", async ({ page }) => {
  const person = newPerson();
  await signUp(page, person);
  await page.context().clearCookies();
  const letThrough = await openWithoutScripts(page, "/sign-in");
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  letThrough();
  await expect(page).toHaveURL(/\/plans$/);
});

test("a slow machine loses no press", async ({ page, newOrganization }) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Slow");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  for (let time = 0; time < 4; time += 1) {
    await page.goto("/plans");
    await page.getByRole("button", { name: "New plan" }).first().click();
    await expect(page.getByRole("dialog", { name: "New plan" })).toBeVisible();
  }
});

test("what is typed before the palette has come is in its field, and no shortcut", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("new plan");
  await expect(page.getByRole("combobox", { name: "Find anything" })).toHaveValue("new plan");
  await expect(page.getByRole("dialog", { name: "New plan" })).toHaveCount(0);
});
