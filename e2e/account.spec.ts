import { expect, test } from "./fixtures";
import { newPerson, signIn, signUp } from "./people";

const mismatch = "That email and password do not match. After 5 tries there is a 15 minute pause.";

test("a form that is not complete says field, value and mend", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("Organization", { exact: true }).fill("Halden");
  await page.getByLabel("Email").fill("no address");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page.getByLabel("Email")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid", "true");
  await expect(page).toHaveURL(/\/sign-up$/);
});

test("signing up twice with one form makes one account", async ({ page, anotherBrowser }) => {
  const person = newPerson();
  await signUp(page, person);
  const second = await anotherBrowser();
  await signUp(second, person);
  await expect(second.getByText(person.organization)).toBeVisible();
});

test.describe("with a wrong password", () => {
  test.use({ expectedProblems: [/^401 from .*\/callback\/credentials/] });

  test("an unknown address gets the same answer, and tries are limited", async ({ page }) => {
    const stranger = newPerson();
    await signIn(page, stranger);
    await expect(page.getByRole("alert").filter({ hasText: mismatch })).toBeVisible();
    for (let tries = 2; tries <= 6; tries += 1) {
      await page.getByLabel("Password").fill(`wrong password ${tries}`);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
    }
    await expect(
      page.getByText(/^Too many tries\. The pause ends in \d+ minutes?\.$/),
    ).toBeVisible();
  });

  test("a known address gets the answer of an unknown one", async ({
    page,
    newOrganization,
    anotherBrowser,
  }) => {
    const person = await newOrganization();
    const other = await anotherBrowser();
    await signIn(other, { ...person, password: "another password" });
    await expect(other.getByRole("alert").filter({ hasText: mismatch })).toBeVisible();
    await signIn(other, person);
    await expect(other).toHaveURL(/\/plans$/);
    await expect(page).toHaveURL(/\/plans$/);
  });
});

test("signing out ends the session, not only the cookie", async ({
  page,
  newOrganization,
  context,
}) => {
  await newOrganization();
  const cookies = await context.cookies();
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await context.addCookies(cookies);
  await page.goto("/plans");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a page that needs an account leads to it after signing in", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  const person = await newOrganization();
  await expect(page).toHaveURL(/\/plans$/);
  const other = await anotherBrowser();
  await other.goto("/plans");
  await expect(other).toHaveURL(/\/sign-in/);
  await other.getByLabel("Email").fill(person.email);
  await other.getByLabel("Password").fill(person.password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other).toHaveURL(/\/plans$/);
});
