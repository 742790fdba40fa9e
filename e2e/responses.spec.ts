import type { APIResponse, Response } from "@playwright/test";
import { expect, test } from "./fixtures";
import { watchProblems } from "./page-health";
import { newPlan } from "./plans";

const headersOfAll = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** Whatever answers: the headers are there, once, and the nonce and the id are of this response alone. */
async function expectGuarded(response: APIResponse | Response, seen: Set<string>): Promise<void> {
  const url = response.url();
  const headers = await Promise.resolve(response.headers());
  expect(headers, url).toMatchObject(headersOfAll);
  expect(headers["permissions-policy"], url).toContain("camera=()");
  const policy = headers["content-security-policy"] ?? "";
  const [, nonce = ""] = /script-src 'nonce-([\w+/]{22}==)' 'strict-dynamic';/.exec(policy) ?? [];
  expect(nonce, url).not.toBe("");
  expect(policy).not.toContain("unsafe-eval");
  for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy, url).toContain(rule);
  const requestId = headers["x-request-id"] ?? "";
  expect(requestId, url).toMatch(/^[0-9A-Z]{10}$/);
  expect(seen.has(nonce) || seen.has(requestId), url).toBe(false);
  seen.add(nonce).add(requestId);
}

test("every kind of response carries the security headers and an id of its own", async ({
  page,
  newOrganization,
}) => {
  const seen = new Set<string>();
  const actions: Response[] = [];
  page.on("response", (response) => {
    if (response.request().headers()["next-action"]) actions.push(response);
  });
  await newOrganization();
  const id = await newPlan(page, "Agent", "Guarded");
  expect(actions.length).toBeGreaterThan(0);
  for (const response of actions) await expectGuarded(response, seen);

  const get = (path: string, maxRedirects = 0) => page.request.get(path, { maxRedirects });
  const html = await (await get("/plans")).text();
  const chunk = /\/_next\/static\/chunks\/[^"]+\.js/.exec(html)?.[0] ?? "";
  const kinds: readonly (readonly [path: string, status: number])[] = [
    ["/plans", 200],
    [`/plans/${id}/projection`, 200],
    [`/plans/${id}/file`, 200],
    ["/", 307],
    ["/sign-in", 307],
    ["/nowhere", 404],
    ["/plans/not-an-id", 404],
    ["/api/auth/session", 200],
    [chunk, 200],
    ["/_next/static/chunks/none.js", 404],
    ["/icon.svg", 200],
    ["/healthz", 200],
    ["/readyz", 200],
    ["/%E0%A4%A", 404],
  ];
  for (const [path, status] of kinds) {
    const response = await get(path);
    expect(response.status(), path).toBe(status);
    await expectGuarded(response, seen);
  }
  await expectGuarded(
    await page.request.post("/plans", { headers: { "next-action": "none" } }),
    seen,
  );
  await expectGuarded(await page.request.fetch("/plans", { method: "DELETE" }), seen);
});

test("nobody but a proxy of the operator's names a request, and nobody else's nonce is used", async ({
  request,
}) => {
  const headers = { "X-Request-Id": "FORGED-123", "X-Nonce": "Zm9yZ2Vk" };
  const response = await request.get("/sign-in", { headers });
  expect(response.headers()["x-request-id"]).not.toBe("FORGED-123");
  const html = await response.text();
  expect(html).not.toContain("Zm9yZ2Vk");
  const scripts = html.match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(3);
  const nonces = new Set(scripts.map((tag) => /nonce="([^"]+)"/.exec(tag)?.[1]));
  expect(nonces.size).toBe(1);
  expect(response.headers()["content-security-policy"]).toContain(`'nonce-${[...nonces][0]}'`);
});

test.describe("a script that was smuggled in", () => {
  test.use({ expectedProblems: [/Policy violated: script-src-attr|Content Security Policy/] });

  test("does not run, and the watch over every page of these tests sees it", async ({ page }) => {
    const problems = watchProblems(page);
    await page.goto("/sign-in");
    await page.evaluate(() => {
      const button = document.createElement("button");
      button.setAttribute("onclick", "document.title = 'taken over'");
      document.body.append(button);
      button.click();
    });
    expect(await page.title()).not.toBe("taken over");
    await expect.poll(() => problems.join()).toContain("Policy violated: script-src-attr");
  });
});

test("health is told to whoever asks, and no more than that", async ({ request }) => {
  const alive = await request.get("/healthz");
  expect(await alive.json()).toEqual({ status: "ok" });
  const ready = await request.get("/readyz");
  const checks = { serving: "ok", database: "ok", migrations: "ok" };
  expect(await ready.json()).toMatchObject({ status: "ok", checks });
  // The worker begins after the first page.
  await expect
    .poll(async () => (await request.get("/readyz")).json())
    .toEqual({ status: "ok", checks, worker: "ok" });
  expect(ready.headers()["cache-control"]).toBe("no-store");
});
