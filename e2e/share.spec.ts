import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectAccessible, expectNoSidewaysScroll } from "./page-health";
import { newPerson, type Person, signUp } from "./people";
import { newPlan } from "./plans";
import { issueProposal, makeLink, sheetOf } from "./share-links";

test.use({ expectedProblems: [/^404 from .*\/shared\//] });

const ended = "This link does not open anything any more";

async function revoke(page: Page, label: string): Promise<void> {
  await sheetOf(page)
    .getByRole("button", { name: `Revoke the link for ${label}` })
    .click();
  await page
    .getByRole("dialog", { name: /^Revoke/ })
    .getByRole("button", { name: "Revoke" })
    .click();
  await expect(
    sheetOf(page)
      .getByText(/^revoked /)
      .first(),
  ).toBeVisible();
}

/** Everything that the server says at an address, in every form that it can be asked for. */
async function everyForm(request: APIRequestContext, address: string): Promise<string> {
  const { pathname } = new URL(address);
  const answers = await Promise.all([
    request.get(address),
    request.get(`${address}?type=large&said=wrong`),
    request.get(address, { headers: { RSC: "1" } }),
    request.get(address, { headers: { RSC: "1", "Next-Router-Prefetch": "1" } }),
    request.get(address, {
      headers: { RSC: "1", "Next-Router-Segment-Prefetch": pathname },
    }),
    request.head(address),
    request.post(address, { data: "[]" }),
    request.fetch(address, { method: "OPTIONS" }),
    request.get(`${address}.txt`),
    request.get(`${address}/passcode`),
    request.get(`${address}/opengraph-image`),
  ]);
  const said = answers.map(async (answer) => {
    const headers = JSON.stringify(answer.headersArray());
    return `${answer.status()} ${headers} ${await answer.text()}`;
  });
  return (await Promise.all(said)).join("\n");
}

const cookieOf = async (page: Page) => {
  const cookies = await page.context().cookies();
  return cookies.filter(({ name }) => name.endsWith("loadline.shared"));
};

function canariesOf(person: Person) {
  const word = () => `Canary${randomUUID().slice(0, 8)}`;
  return {
    ...{ otherPlan: word(), otherProposal: word(), hidden: word(), label: word() },
    ...{ owner: person.name, email: person.email },
  };
}

test("an issue is read by a link on a desk, a wall and a phone, and its owner sees that", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Chat for claims");
  await issueProposal(page, "Left out");
  const link = await makeLink(page, "The board");
  await expectAccessible(page);

  const visitor = await anotherBrowser();
  const answer = await visitor.goto(link);
  await expect(visitor).toHaveURL(/\/shared\/view\/[0-9a-f-]{36}$/);
  await expect(
    visitor.getByRole("heading", { level: 1, name: "Buy for the base load" }),
  ).toBeVisible();
  await expect(visitor.getByText(/^Issued .*, read only until /)).toBeVisible();
  expect(await answer?.allHeaders()).toMatchObject({
    ...{ "referrer-policy": "no-referrer", "x-robots-tag": "noindex, nofollow, noarchive" },
    "cache-control": expect.stringContaining("no-store"),
  });
  const contents = visitor.getByRole("navigation", { name: "Contents" });
  await expect(contents.getByRole("link", { name: "Break-even" })).toBeVisible();
  await expect(visitor.getByRole("img", { name: /same numbers/ }).first()).toBeVisible();
  await visitor.getByText("Same numbers as a table").first().click();
  await expect(visitor.getByRole("table").first()).toBeVisible();
  await visitor.getByRole("link", { name: "Large type" }).click();
  await expect(visitor).toHaveURL(/\?type=large$/);
  await expectNoSidewaysScroll(visitor);
  await visitor.getByRole("link", { name: "Usual type" }).click();
  await visitor.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(visitor);
  await expectAccessible(visitor);

  await page.reload();
  await page.getByRole("button", { name: "Share (1)" }).click();
  await expect(sheetOf(page).getByText(/^1 view, last /)).toBeVisible();
  await page.goto("/proposals");
  await expect(page.getByText(/, shared by 1 link/)).toBeVisible();
});

test("a link shows nothing but its document in any form, and nothing at all once it is revoked", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  const person = await newOrganization();
  const canaries = canariesOf(person);
  const otherPlanId = await newPlan(page, "Agent", canaries.otherPlan);
  await page.getByRole("button", { name: "Make proposal" }).click();
  await page.getByLabel("Title").fill(canaries.otherProposal);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved, version 2")).toBeVisible();
  const planId = await newPlan(page, "Support chatbot", "Chat for claims");
  const proposalId = await issueProposal(page, canaries.hidden);
  const hash = await page.getByTitle(/^[0-9a-f]{64}$/).getAttribute("title");
  const link = await makeLink(page, canaries.label);

  const visitor = await anotherBrowser();
  await visitor.goto(link);
  await expectAccessible(visitor);
  const address = visitor.url();
  const said = await everyForm(visitor.request, address);
  expect(said).toContain("Buy for the base load");
  const token = link.slice(-43);
  const ids = { planId, otherPlanId, proposalId, token, hash: hash ?? "" };
  for (const [name, canary] of Object.entries({ ...canaries, ...ids }))
    expect(said.includes(canary), `${name} in a response`).toBe(false);
  const own = await visitor
    .locator("a")
    .evaluateAll((links) =>
      links.map((one) => one.getAttribute("href") ?? "").filter((href) => href.startsWith("/")),
    );
  expect(own).toEqual([]);
  const [cookie, ...others] = await cookieOf(visitor);
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({
    ...{ httpOnly: true, sameSite: "Lax", path: new URL(address).pathname },
  });
  expect(cookie?.value).not.toContain(token);
  expect(said).not.toContain(cookie?.value);

  await revoke(page, canaries.label);
  await visitor.reload();
  await expect(visitor.getByRole("heading", { level: 1, name: ended })).toBeVisible();
  expect(await everyForm(visitor.request, address)).not.toContain("base load");
  await visitor.goto(link);
  await expect(visitor).toHaveURL(/\/shared\/ended$/);
  await expect(visitor.getByRole("heading", { level: 1, name: ended })).toBeVisible();
  await expectAccessible(visitor);
});

test("every kind of stranger gets the same words, and a passcode is asked for", async ({
  page,
  newOrganization,
  anotherBrowser,
}) => {
  await newOrganization();
  await newPlan(page, "Support chatbot", "Chat for claims");
  await issueProposal(page, "Left out");
  const open = await makeLink(page, "The board");
  const locked = await makeLink(page, "The auditor", "nine of us");

  const visitor = await anotherBrowser();
  await visitor.goto(open);
  const address = visitor.url();
  await visitor.goto(locked);
  await expect(
    visitor.getByRole("heading", { name: "This page asks for a passcode" }),
  ).toBeVisible();
  await expectAccessible(visitor);
  const lockedAddress = visitor.url();
  expect(await everyForm(visitor.request, lockedAddress)).not.toContain("base load");
  await visitor.getByLabel("Passcode").fill("ten of us");
  await visitor.getByRole("button", { name: "Open" }).click();
  await expect(visitor.getByText("This is not the passcode.")).toBeVisible();
  await visitor.getByLabel("Passcode").fill("nine of us");
  await visitor.getByRole("button", { name: "Open" }).click();
  await expect(
    visitor.getByRole("heading", { level: 1, name: "Buy for the base load" }),
  ).toBeVisible();
  expect(visitor.url()).toBe(lockedAddress);

  const member = await anotherBrowser();
  await signUp(member, newPerson());
  const nobody = await anotherBrowser();
  const own = await visitor.context().cookies(address);
  const elsewhere = await anotherBrowser();
  const path = new URL(lockedAddress).pathname;
  await elsewhere.context().addCookies(own.map((cookie) => ({ ...cookie, path })));
  const token = open.slice(-43);
  const addresses = [
    address,
    lockedAddress,
    open.replace(/.$/, ""),
    `${open}A`,
    open.replace(token, randomUUID()),
    open.replace(token, "view"),
    address.replace(/[^/]+$/, randomUUID()),
    address.replace(/[^/]+$/, "not-an-id"),
  ];
  for (const stranger of [nobody, member, elsewhere])
    for (const one of addresses) {
      const response = await stranger.request.get(one);
      expect(response.status(), one).toBe(404);
      expect(await response.text()).not.toContain("base load");
    }
  const answers = new Set<string>();
  for (const [stranger, one] of [
    [nobody, address],
    [member, `${open}A`],
    [elsewhere, lockedAddress],
    [nobody, address.replace(/[^/]+$/, randomUUID())],
  ] as const) {
    await stranger.goto(one);
    await expect(stranger.getByRole("heading", { level: 1, name: ended })).toBeVisible();
    answers.add(await stranger.locator("body").innerText());
  }
  expect(answers.size).toBe(1);
  expect((await nobody.request.head(open)).status()).toBe(200);
  expect(await cookieOf(nobody)).toEqual([]);
});
