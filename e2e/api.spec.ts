import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./page-health";
import { newPlan } from "./plans";

async function makeKey(page: Page, name: string, scope: "read" | "write"): Promise<string> {
  await page.goto("/settings/api-keys");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Scope").selectOption(scope);
  await page.getByRole("button", { name: "Make key" }).click();
  return page.getByLabel("Secret of the API key").inputValue();
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

test("a key is made, shown once, used and revoked", async ({ page, newOrganization, request }) => {
  await newOrganization();
  const planId = await newPlan(page, "Agent", "By script");
  const token = await makeKey(page, "Nightly export", "write");
  await expectAccessible(page);

  const path = `/api/v1/plans/${planId}/settings`;
  const read = await request.get(path, { headers: bearer(token) });
  expect(read.status()).toBe(200);
  expect(read.headers()["x-request-id"]).toBeTruthy();
  const saved = await request.put(path, {
    headers: { ...bearer(token), "If-Match": read.headers().etag ?? "" },
    data: { ...(await read.json()), name: "Renamed by script" },
  });
  expect(saved.status()).toBe(200);

  await page.getByRole("button", { name: "Done" }).click();
  await page.reload();
  await expect(page.getByText(token)).toBeHidden();
  await expect(page.getByText(/reads and writes, made by you.*used/)).toBeVisible();
  await page.goto(`/plans/${planId}/projection`);
  await expect(page.getByRole("heading", { level: 1, name: "Renamed by script" })).toBeVisible();

  await page.goto("/settings/api-keys");
  await page.getByRole("button", { name: "Revoke Nightly export" }).click();
  const dialog = page.getByRole("dialog", { name: "Revoke Nightly export?" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("No key yet.")).toBeVisible();
  expect((await request.get(path, { headers: bearer(token) })).status()).toBe(401);
});

test("the web server refuses as the document says", async ({ page, newOrganization, request }) => {
  await newOrganization();
  const token = await makeKey(page, "Reader", "read");
  const headers = bearer(token);
  const json = { ...headers, "Content-Type": "application/json" };
  const answers = {
    "the page's cookie is no key": [await page.request.get("/api/v1/plans"), 401],
    "reading is not writing": [
      await request.post("/api/v1/plans", { headers, data: { templateId: "blank", name: "No" } }),
      403,
    ],
    "another method": [await request.patch("/api/v1/plans", { headers }), 405],
    "no such address": [await request.get("/api/v1/nowhere", { headers }), 404],
    "a foreign id": [await request.get(`/api/v1/plans/${randomUUID()}`, { headers }), 404],
    "a body without end": [
      await request.post("/api/v1/projections", {
        headers: json,
        data: `"${"x".repeat(1_100_000)}"`,
      }),
      413,
    ],
    "no JSON": [
      await request.post("/api/v1/projections", { headers: json, data: Buffer.from("{") }),
      400,
    ],
  } as const;
  for (const [what, [response, status]] of Object.entries(answers)) {
    expect(response.status(), what).toBe(status);
    expect(response.headers()["content-type"], what).toBe("application/problem+json");
    expect(response.headers()["cache-control"], what).toBe("no-store");
    expect(response.headers()["set-cookie"], what).toBeUndefined();
  }
  const listed = await request.get("/api/v1/plans", { headers });
  expect(await listed.json()).toEqual({ items: [], nextCursor: null });
});

test("the reference shows every operation and where to get a key", async ({ page }) => {
  await page.goto("/api-docs");
  await expect(page.getByRole("heading", { level: 1, name: "API reference" })).toBeVisible();
  const document = await (await page.request.get("/api/v1/openapi.json")).json();
  for (const methods of Object.values(document.paths))
    for (const { operationId } of Object.values(methods as Record<string, { operationId: string }>))
      await expect(page.locator(`section[id="${operationId}"]`)).toHaveCount(1);
  await page.goto("/api-docs#stale-version");
  await expect(page.getByText("412 Changed since it was read")).toBeInViewport();
  // The examples are JSON, in which null is a word.
  await page.goto("about:blank");
});
