import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { invite, joinAsNew } from "./organizations";
import { expectAccessible, expectLive } from "./page-health";
import { newPerson, signIn } from "./people";
import { newPlan, openTab } from "./plans";

const box = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

async function openOrganization(page: Page): Promise<void> {
  await page.goto("/settings/organization");
  await expect(box(page, "Currency")).toBeEditable();
}

async function saveOrganization(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Settings of the organization saved.")).toBeVisible();
}

test("a new password puts the other browser out on its next request", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  const person = await newOrganization();
  const other = await anotherBrowser();
  await signIn(other, person);
  await expect(other).toHaveURL(/\/plans$/);
  await page.goto("/settings");
  await expect(page).toHaveURL(/\/settings\/account$/);
  await page.getByLabel("Password now", { exact: true }).fill("not the password");
  await page.getByLabel("New password", { exact: true }).fill("five other words would do");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("That is not your password now.")).toBeVisible();
  await expect(page.getByLabel("New password", { exact: true })).toHaveValue(
    "five other words would do",
  );
  await page.getByLabel("Password now", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed. 1 other session ended.")).toBeVisible();
  await other.goto("/plans");
  await expect(other).toHaveURL(/\/sign-in/);
  await signIn(other, { ...person, password: "five other words would do" });
  await expect(other).toHaveURL(/\/plans$/);
});

test("a session ended in one browser is over in the other", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  const person = await newOrganization();
  const other = await anotherBrowser();
  await signIn(other, person);
  await expect(other).toHaveURL(/\/plans$/);
  await page.goto("/settings/account");
  const sessions = page.getByRole("region", { name: "Sessions" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expect(sessions.getByRole("listitem").first()).toContainText(/Chrome \d+ on .*This one/);
  const end = sessions.getByRole("button", { name: /^End Chrome/ });
  await expectLive(end);
  await end.click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await other.goto("/settings/account");
  await expect(other).toHaveURL(/\/sign-in/);
});

test.describe("a link for a forgotten password", () => {
  test("works once, ends the sessions, and says so when it is opened again", async ({
    page,
    newOrganization,
    anotherBrowser,
  }) => {
    test.slow();
    await newOrganization();
    const member = { ...newPerson(), name: "Ben Buyer" };
    const [theirs, forgotten] = [await anotherBrowser(), await anotherBrowser()];
    await joinAsNew(theirs, await invite(page, member.email), member);
    await page.reload();
    await page.getByRole("button", { name: "Actions for Ben Buyer" }).click();
    await page.getByRole("menuitem", { name: "Make a password reset link" }).click();
    const dialog = page.getByRole("dialog", { name: "Reset link for Ben Buyer" });
    await dialog.getByRole("button", { name: "Make the link" }).click();
    await expect(box(page, "Link")).toHaveValue(/\/reset\/[\w-]{43}$/);
    await expectAccessible(page);
    const link = await box(page, "Link").inputValue();

    const response = await forgotten.goto(link);
    expect(response?.headers()["referrer-policy"]).toBe("no-referrer");
    await expect(forgotten.getByText(`For ${member.email}.`)).toBeVisible();
    await expectAccessible(forgotten);
    await forgotten.getByLabel("New password", { exact: true }).fill("short");
    await forgotten.getByRole("button", { name: "Set password" }).click();
    await expect(forgotten.getByText("The password has 5 characters.")).toBeVisible();
    await forgotten.getByLabel("New password", { exact: true }).fill("five other words would do");
    await forgotten.getByRole("button", { name: "Set password" }).click();
    await expect(forgotten.getByText("Your new password is set. 1 session ended.")).toBeVisible();
    await theirs.goto("/plans");
    await expect(theirs).toHaveURL(/\/sign-in/);
    await forgotten.getByRole("link", { name: "Sign in" }).click();
    await signIn(forgotten, { ...member, password: "five other words would do" });
    await expect(forgotten).toHaveURL(/\/plans$/);

    const used = "This link does not work any more";
    await theirs.goto(link);
    await expect(theirs.getByRole("heading", { level: 1, name: used })).toBeVisible();
    await expectAccessible(theirs);
    await theirs.goto("/reset/never-was");
    await expect(theirs.getByRole("heading", { level: 1, name: used })).toBeVisible();
  });
});

test("the organization's defaults reach a new plan, each with its evidence", async ({
  page,
  newOrganization,
}) => {
  await newOrganization();
  await openOrganization(page);
  await box(page, "Currency").fill("EUR");
  await page.getByLabel("First month of the fiscal year").selectOption("April");
  await page.getByLabel("First month of a new plan").fill("2027-04");
  await box(page, "Power price").fill("11");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/Power price is .*11.*Enter 0 to/)).toBeVisible();
  await box(page, "Power price").fill("0.21");
  await box(page, "Discount rate").fill("11");
  await box(page, "Tax rate").fill("24");
  await saveOrganization(page);

  await page.goto("/plans?new=blank");
  const dialog = page.getByRole("dialog", { name: "New plan" });
  await expect(dialog.getByText("Your organization plans in EUR.")).toBeVisible();
  await expect(dialog.getByLabel("First month")).toHaveValue("2027-04");
  await page.keyboard.press("Escape");
  await newPlan(page, "Blank", "In euros");
  await openTab(page, "Assumptions");
  await expect(page.getByRole("combobox", { name: "Currency" })).toHaveValue("EUR");
  await expect(box(page, "Power price")).toHaveValue("0.21");
  await expect(box(page, "Discount rate")).toHaveValue("11");
  await expect(page.getByText("after tax at 24%; other costs constant")).toBeVisible();
  await newPlan(page, "Agent", "In dollars");
  await openTab(page, "Assumptions");
  await expect(page.getByRole("combobox", { name: "Currency" })).toHaveValue("USD");
  await expect(box(page, "Discount rate")).toHaveValue("11");
});

test("two people save the organization: different fields both win, the same one asks", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  const person = await newOrganization();
  const other = await anotherBrowser();
  await signIn(other, person);
  await expect(other).toHaveURL(/\/plans$/);
  await openOrganization(page);
  await openOrganization(other);
  await box(page, "Discount rate").fill("11");
  await box(other, "Name").fill(`${person.organization} Mutual`);
  await box(other, "Discount rate").fill("9");
  await saveOrganization(other);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Changed in another tab or by someone else to 9%/yr.")).toBeVisible();
  await expect(box(page, "Name")).toHaveValue(`${person.organization} Mutual`);
  await expect(box(page, "Discount rate")).toHaveValue("11");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await saveOrganization(page);
  await page.reload();
  await expect(box(page, "Discount rate")).toHaveValue("11");
  await expect(box(page, "Name")).toHaveValue(`${person.organization} Mutual`);
});
