import { randomUUID } from "node:crypto";
import { makeViewer } from "./accounts";
import { expect, test } from "./fixtures";
import { newPerson, signUp } from "./people";
import { newPlan, openTab } from "./plans";

const tabs = ["", "/workloads", "/options", "/assumptions", "/projection", "/break-even"];

test.describe("an organization", () => {
  test.use({ expectedProblems: [/^404 from .*\/plans\//] });

  test("cannot tell another's plan from one that never was", async ({
    page,
    newOrganization,
    anotherBrowser,
  }) => {
    await newOrganization();
    const theirs = await newPlan(page, "Agent", "Quiet prices");
    const stranger = await anotherBrowser();
    await signUp(stranger, newPerson());

    for (const tab of tabs) {
      const answers = [];
      for (const id of [theirs, randomUUID(), "not-an-id"]) {
        const response = await stranger.goto(`/plans/${id}${tab}`);
        answers.push({
          status: response?.status(),
          text: await stranger.locator("main").innerText(),
        });
        expect(await stranger.content()).not.toContain("Quiet prices");
      }
      expect(answers[0]).toMatchObject({ status: 404 });
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }

    const files = [];
    for (const id of [theirs, randomUUID(), "not-an-id"]) {
      const response = await stranger.request.get(`/plans/${id}/file`);
      files.push({ status: response.status(), text: await response.text() });
    }
    expect(files[0]).toMatchObject({ status: 404 });
    expect(files[1]).toEqual(files[0]);
    expect(files[2]).toEqual(files[0]);
  });
});

test("somebody who is not signed in gets no plan and no file", async ({
  page,
  newOrganization,
  request,
}) => {
  await newOrganization();
  const id = await newPlan(page, "Agent", "Behind the door");
  for (const tab of tabs) {
    const response = await request.get(`/plans/${id}${tab}`);
    expect(response.url()).toContain("/sign-in");
    expect(await response.text()).not.toContain("Behind the door");
  }
  const file = await request.get(`/plans/${id}/file`, { maxRedirects: 0 });
  expect([307, 401]).toContain(file.status());
  expect(await file.text()).not.toContain("Behind the door");
});

test("a viewer sees everything and is offered no change", async ({ page, newOrganization }) => {
  const person = await newOrganization();
  await newPlan(page, "Fine-tuning", "For reading");
  makeViewer(person);

  await page.reload();
  await expect(page.getByText("view only")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save as scenario" })).toBeHidden();
  await expect(page.getByRole("slider", { name: "Demand growth" })).toBeEnabled();

  await openTab(page, "Options");
  await expect(page.getByText("Ask an editor for the change.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Option", exact: true })).toBeHidden();
  await page.getByRole("button", { name: "Nebius H200", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Nebius H200" });
  await expect(sheet.getByLabel("Rental", { exact: true })).not.toBeEditable();
  await expect(sheet.getByRole("button", { name: "Save", exact: true })).toBeHidden();
  await page.keyboard.press("Escape");

  await page.goto("/plans");
  await expect(page.getByRole("link", { name: "For reading" }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "New plan" })).toBeHidden();
  await page.getByRole("button", { name: "Actions for For reading" }).click();
  await expect(page.getByRole("menuitem", { name: "Download plan file" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Delete" })).toBeHidden();
});

test("a right taken away while a form is open is missed in words", async ({
  page,
  newOrganization,
}) => {
  const person = await newOrganization();
  await newPlan(page, "Fine-tuning", "Too late");
  await openTab(page, "Options");
  await page.getByRole("button", { name: "Nebius H200", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Nebius H200" });
  await sheet.getByLabel("Rental", { exact: true }).fill("2.5");
  makeViewer(person);
  await sheet.getByRole("button", { name: "Save", exact: true }).click();
  await expect(
    sheet
      .getByRole("alert")
      .filter({ hasText: "You can view this plan. Ask an editor for the change." }),
  ).toBeVisible();
});
