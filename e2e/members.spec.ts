import { expect, test } from "./fixtures";
import { invite, joinAsNew, organizationMenu, switchTo } from "./organizations";
import { newPerson, signIn, signUp } from "./people";
import { newPlan, openTab } from "./plans";

test("a person joins by a link, is made a viewer and removed, and feels each at the next request", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  test.slow();
  const owner = await newOrganization();
  const planId = await newPlan(page, "Fine-tuning", "Shared plan");
  const guest = { ...newPerson(), name: "Ben Buyer" };
  const link = await invite(page, guest.email);
  await expect(page.getByText("Loadline sends no mail")).toBeVisible();

  const other = await anotherBrowser();
  await other.goto(link);
  await expect(
    other.getByText(`Ada Planner invites you to ${owner.organization} as an editor.`),
  ).toBeVisible();
  await expect(other.getByLabel("Email")).not.toBeEditable();
  await joinAsNew(other, link, guest);
  await expect(organizationMenu(other)).toContainText(owner.organization);
  await expect(other.getByRole("button", { name: "New plan" })).toBeVisible();

  await page.reload();
  await expect(page.getByText("Nobody is invited now.")).toBeVisible();
  await page.getByLabel("Role of Ben Buyer").selectOption("Viewer");
  await expect(page.getByText("Ben Buyer is a viewer now")).toBeVisible();
  await other.goto(`/plans/${planId}/options`);
  await expect(other.getByText("Ask an editor for the change.")).toBeVisible();
  await other.goto("/settings/members");
  await expect(other.getByText(guest.email)).toBeVisible();
  await expect(other.getByLabel("Address")).toBeHidden();

  await page.getByRole("button", { name: "Actions for Ben Buyer" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Ben Buyer was removed")).toBeVisible();
  await other.goto(`/plans/${planId}`);
  await expect(other).toHaveURL(/\/sign-in/);
  const why = "You are no longer a member of the organization you worked in.";
  await expect(other.getByText(why)).toBeVisible();
  const stranger = await anotherBrowser();
  await stranger.goto("/sign-in");
  await expect(stranger.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(stranger.getByText(why)).toHaveCount(0);

  await other.goto(link);
  await expect(other.getByRole("heading", { name: "This invitation was used" })).toBeVisible();
});

test("the link says what became of it, and its page tells nobody its address", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  await newOrganization();
  const first = await invite(page, newPerson().email);
  const address = await page.getByLabel("Link of the invitation").inputValue();
  expect(address).toMatch(/\/invite\/[\w-]{43}$/);
  await page.getByRole("button", { name: /^New link for / }).click();
  await expect(page.getByLabel("Link of the invitation")).not.toHaveValue(first);
  const second = await page.getByLabel("Link of the invitation").inputValue();
  const other = await anotherBrowser();
  const answer = await other.goto(second);
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  await other.goto(first);
  await expect(
    other.getByRole("heading", { name: "This invitation was taken back" }),
  ).toBeVisible();
  await page.getByRole("button", { name: /^Revoke the invitation of / }).click();
  await expect(page.getByText("Nobody is invited now.")).toBeVisible();
  await other.goto(second);
  await expect(
    other.getByRole("heading", { name: "This invitation was taken back" }),
  ).toBeVisible();
  for (const token of ["nobody-has-this", `${"x".repeat(43)}`]) {
    await other.goto(`/invite/${token}`);
    await expect(other.getByRole("heading", { name: "This is no invitation" })).toBeVisible();
  }
});

test("whoever has an account joins with one press, after mending a wrong address", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  test.slow();
  const owner = await newOrganization();
  const guest = newPerson();
  const stranger = newPerson();
  const other = await anotherBrowser();
  await signUp(other, guest);
  const link = await invite(page, guest.email, "Viewer");

  const third = await anotherBrowser();
  await signUp(third, stranger);
  await third.goto(link);
  await expect(
    third.getByText(`is for ${guest.email}, and you are signed in as ${stranger.email}`),
  ).toBeVisible();
  await third.getByRole("button", { name: "Sign out" }).click();
  await expect(third.getByLabel("Email")).toHaveValue(guest.email);

  await other.goto(link);
  await other.getByRole("button", { name: `Join ${owner.organization}` }).dblclick();
  await other.waitForURL(/\/plans$/);
  await expect(organizationMenu(other)).toContainText(owner.organization);
  await page.reload();
  await expect(page.getByText(guest.email)).toHaveCount(1);

  await switchTo(other, guest.organization);
  await switchTo(other, owner.organization);
  await third.goto("/sign-in");
  await signIn(third, guest);
  await expect(organizationMenu(third)).toContainText(owner.organization);
});

test("a page of one organization writes nothing into another", async ({
  page,
  newOrganization,
  anotherBrowser,
  context,
}) => {
  test.slow();
  const person = await newOrganization();
  const planId = await newPlan(page, "Fine-tuning", "Here");
  await openTab(page, "Options");
  await page.getByRole("button", { name: "Nebius H200", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Nebius H200" });
  await sheet.getByLabel("Rental", { exact: true }).fill("2.5");

  // The same session in another browser, whose channel this page does not hear.
  const elsewhere = await anotherBrowser();
  await elsewhere.context().addCookies(await context.cookies());
  await elsewhere.goto("/plans");
  await organizationMenu(elsewhere).click();
  await elsewhere.getByRole("menuitem", { name: "New organization" }).click();
  const dialog = elsewhere.getByRole("dialog", { name: "New organization" });
  await dialog.getByLabel("Name").fill("Stavra");
  await dialog.getByRole("button", { name: "Make and enter it" }).click();
  await expect(organizationMenu(elsewhere)).toContainText("Stavra");

  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(
    sheet.getByRole("alert").filter({ hasText: `This plan belongs to ${person.organization}` }),
  ).toBeVisible();

  await elsewhere.goto(`/plans/${planId}`);
  await expect(
    elsewhere.getByRole("heading", { name: `This plan belongs to ${person.organization}` }),
  ).toBeVisible();
  await elsewhere.getByRole("button", { name: `Switch to ${person.organization}` }).click();
  await expect(elsewhere.getByRole("heading", { level: 1 })).toContainText("Here");
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(sheet).toBeHidden();

  await page.goto("/plans");
  await page.getByRole("button", { name: "New plan" }).first().click();
  await switchTo(elsewhere, "Stavra");
  await page.getByRole("dialog").getByRole("button", { name: "Create plan" }).click();
  await expect(page.getByText("You are in another organization now")).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByRole("link", { name: "Plans", exact: true })).toBeVisible();
  await expect(elsewhere.getByRole("button", { name: /^Actions for / })).toHaveCount(0);
});

test("another tab of the same browser is covered, and goes on after switching back", async ({
  page,
  newOrganization,
  context,
}) => {
  const person = await newOrganization();
  const tab = await context.newPage();
  await tab.goto("/plans");
  await organizationMenu(tab).click();
  await tab.getByRole("menuitem", { name: "New organization" }).click();
  await tab.getByLabel("Name").fill("Stavra");
  await tab.getByRole("button", { name: "Make and enter it" }).click();
  await expect(organizationMenu(tab)).toContainText("Stavra");
  await page.getByRole("button", { name: `Switch back to ${person.organization}` }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.reload();
  await expect(organizationMenu(page)).toContainText(person.organization);
  await expect(tab.getByText("You switched organization in another tab")).toBeVisible();
});

test("the last owner stays", async ({ page, newOrganization }) => {
  const person = await newOrganization();
  await page.goto("/settings/members");
  await page.getByLabel(`Role of ${person.name}`).selectOption("Viewer");
  await expect(
    page
      .getByRole("region", { name: "Notices" })
      .getByText(`This is the only owner of ${person.organization}.`),
  ).toBeVisible();
  await page.getByRole("button", { name: `Actions for ${person.name}` }).click();
  await page.getByRole("menuitem", { name: "Leave this organization" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("dialog").getByText("Make another member an owner")).toBeVisible();
});
