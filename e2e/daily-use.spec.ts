import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { invite, joinAsNew } from "./organizations";
import { newPerson } from "./people";
import { newPlan, openTab, save, unfold } from "./plans";

const optionName = "Nebius H200";

type Option = { readonly id: string; readonly name: string } & Record<string, unknown>;

/** A script: an address, a key and nothing of a browser. */
function script(request: APIRequestContext, planId: string, key: string) {
  const authorization = { Authorization: `Bearer ${key}` };
  const at = (path: string) => `/api/v1/plans/${planId}${path}`;
  return {
    async option(id: string) {
      const got = await request.get(at(`/options/${id}`), { headers: authorization });
      expect(got.status()).toBe(200);
      return { option: (await got.json()) as Option, etag: got.headers().etag ?? "" };
    },
    put: (option: Option, etag: string): Promise<APIResponse> =>
      request.put(at(`/options/${option.id}`), {
        headers: { ...authorization, "If-Match": etag },
        data: option,
      }),
    addScenario: (data: object, idempotencyKey: string): Promise<APIResponse> =>
      request.post(at("/scenarios"), {
        headers: { ...authorization, "Idempotency-Key": idempotencyKey },
        data,
      }),
    async options(): Promise<readonly Option[]> {
      const got = await request.get(at("/options"), { headers: authorization });
      return ((await got.json()) as { items: { row: Option }[] }).items.map(({ row }) => row);
    },
  };
}

async function makeKey(page: Page): Promise<string> {
  await page.goto("/settings/api-keys");
  await page.getByLabel("Name", { exact: true }).fill("Nightly prices");
  await page.getByLabel("Scope").selectOption("write");
  await page.getByRole("button", { name: "Make key" }).click();
  const secret = page.getByLabel("Secret of the API key");
  await expect(secret).toBeVisible();
  return secret.inputValue();
}

async function openOption(page: Page, planId: string) {
  await page.goto(`/plans/${planId}/options`);
  await page.getByRole("button", { name: optionName, exact: true }).click();
  return page.getByRole("dialog", { name: optionName });
}

const priced = (option: Option, field: string, value: number): Option => ({
  ...option,
  [field]: { ...(option[field] as object), value, evidence: "quoted", source: "Nightly prices" },
});

test("two people and a script change one option, and nothing that was typed is lost", async ({
  page,
  request,
  newOrganization,
  anotherBrowser,
}) => {
  test.slow();
  await newOrganization();
  const planId = await newPlan(page, "Fine-tuning", "Shared by three");
  const key = await makeKey(page);
  const ben = { ...newPerson(), name: "Ben Buyer" };
  const link = await invite(page, ben.email);
  const other = await anotherBrowser();
  await joinAsNew(other, link, ben);
  const nightly = script(request, planId, key);
  const id = (await nightly.options()).find(({ name }) => name === optionName)?.id ?? "";
  const atFirst = await nightly.option(id);

  // All three hold the same version now.
  const ada = await openOption(page, planId);
  const bens = await openOption(other, planId);
  await ada.getByLabel("Rental", { exact: true }).fill("3.1");
  await unfold(bens, "Storage, egress");
  await bens.getByLabel("Storage", { exact: true }).fill("1200");

  const first = await nightly.put(priced(atFirst.option, "egress", 450), atFirst.etag);
  expect(first.status()).toBe(200);
  await save(bens);
  const stale = await nightly.put(priced(atFirst.option, "egress", 500), atFirst.etag);
  expect(stale.status()).toBe(412);
  expect(stale.headers()["content-type"]).toContain("application/problem+json");
  await save(ada);

  const merged = await nightly.option(id);
  const values = (option: Option) =>
    ["rate", "storage", "egress"].map((field) => (option[field] as { value: number }).value);
  expect(values(merged.option)).toEqual([3.1, 1200, 450]);

  // The same field: the script is first, and Ada is shown both and asked.
  const again = await openOption(page, planId);
  await again.getByLabel("Rental", { exact: true }).fill("2.8");
  expect((await nightly.put(priced(merged.option, "rate", 2.95), merged.etag)).status()).toBe(200);
  await again.getByRole("button", { name: "Save", exact: true }).click();
  const conflict = again.getByRole("region", { name: "Changed while you were editing" });
  await expect(conflict).toContainText("2.8");
  await expect(conflict).toContainText("2.95");
  await expect(conflict).toContainText("Nightly prices");
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await save(again);
  expect(values((await nightly.option(id)).option)).toEqual([2.8, 1200, 450]);

  // A request sent twice has one effect, and its repeat the same answer.
  const scenario = {
    id: "cheaper",
    name: "Cheaper rental",
    changes: [{ path: `options.${id}.rate`, value: 2 }],
  };
  const once = randomUUID();
  const [one, two] = await Promise.all([
    nightly.addScenario(scenario, once),
    nightly.addScenario(scenario, once),
  ]);
  expect([one.status(), two.status()]).toEqual([201, 201]);
  expect(await one.json()).toEqual(await two.json());

  await other.reload();
  await openTab(other, "Projection");
  await other.getByRole("button", { name: "Scenario: Base" }).click();
  await expect(other.getByRole("menuitemradio", { name: "Cheaper rental" })).toBeVisible();
  await other.goto(`/plans/${planId}/history`);
  for (const name of ["Ada Planner", "You", "Nightly prices"]) {
    await expect(other.getByRole("main").getByText(name).first()).toBeVisible();
  }
});
