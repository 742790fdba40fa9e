import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { getPlan } from "@/lib/services/plans";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { examples } from "./operations/examples";
import { keyOf, type Sent, send, storedPlan } from "./testing/script";

let ctx: Context;
let key: string;
beforeEach(async () => {
  ctx = await newOrganization();
  key = await keyOf(ctx);
});

const get = (path: string, sent: Sent = {}) => send("GET", path, { key, ...sent });
const post = (path: string, body: unknown, sent: Sent = {}) =>
  send("POST", path, { key, body, ...sent });
const count = async (table: string) =>
  (await byOwner(ctx.orgId, `select 1 from ${table} where org_id = $1`, [ctx.orgId])).length;
const crowd = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, work));

describe("20 duplicates at once", () => {
  const once = { "Idempotency-Key": "a-name-of-the-request" };
  const rows = { workloads: "workload", options: "option", scenarios: "scenario" } as const;
  const bodies = { plan: examples.newPlan, file: examples.file };

  it.each(Object.keys(bodies) as (keyof typeof bodies)[])(
    "make one plan of a %s, and all get the same answer",
    async (name) => {
      const answers = await crowd(async () => {
        const response = await post("/plans", bodies[name], { headers: once });
        const { status, headers } = response;
        const replayed = headers.get("idempotency-replayed");
        const told = [status, headers.get("location"), headers.get("etag"), await response.text()];
        return { replayed, told };
      });
      for (const { told } of answers) expect(told).toEqual(answers[0]?.told);
      expect(answers[0]?.told[0]).toBe(201);
      expect(answers.filter(({ replayed }) => replayed === null)).toHaveLength(1);
      expect(await count("plan")).toBe(1);
      expect(await count("audit_event")).toBe(2);
    },
  );

  it.each(Object.entries(rows))("add one row to %s", async (list, noun) => {
    const planId = await storedPlan(ctx);
    const events = await count("audit_event");
    const body = examples[noun];
    const answers = await crowd(async () => {
      const response = await post(`/plans/${planId}/${list}`, body, { headers: once });
      return [response.status, response.headers.get("location"), await response.text()];
    });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.[0]).toBe(201);
    expect((await getPlan(ctx, { planId })).version).toBe(2);
    expect(await count("audit_event")).toBe(events + 1);
  });
});

describe("an idempotency key", () => {
  const headers = { "Idempotency-Key": randomUUID() };

  it("is refused with another body, and with the same one elsewhere", async () => {
    expect((await post("/plans", examples.newPlan, { headers })).status).toBe(201);
    const other = { ...examples.newPlan, name: "Another" };
    const planId = await storedPlan(ctx);
    for (const response of [
      await post("/plans", other, { headers }),
      await post(`/plans/${planId}/workloads`, examples.newPlan, { headers }),
    ]) {
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({
        errors: [{ field: "Idempotency-Key" }],
      });
    }
    expect(await count("plan")).toBe(2);
  });

  it("is free again after a refusal, and after 24 hours", async () => {
    expect((await post("/plans", { name: 5 }, { headers })).status).toBe(422);
    expect((await post("/plans", examples.newPlan, { headers })).status).toBe(201);
    await byOwner(
      ctx.orgId,
      "update idempotency_record set created_at = now() - interval '25 hours' where org_id = $1",
      [ctx.orgId],
    );
    expect((await post("/plans", { ...examples.newPlan, name: "B" }, { headers })).status).toBe(
      201,
    );
    expect(await count("idempotency_record")).toBe(1);
    expect(await count("plan")).toBe(2);
  });

  it("is free after 24 hours also where very many others ended with it", async () => {
    await byOwner(
      ctx.orgId,
      `insert into idempotency_record (org_id, api_key_id, key, request_hash)
       select org_id, id, '00000000-' || n, '' from api_key, generate_series(1, 500) n where org_id = $1`,
      [ctx.orgId],
    );
    await post("/plans", examples.newPlan, { headers });
    await byOwner(
      ctx.orgId,
      "update idempotency_record set created_at = now() - interval '25 hours' where org_id = $1",
      [ctx.orgId],
    );
    const again = await post("/plans", { ...examples.newPlan, name: "B" }, { headers });
    expect(again.status).toBe(201);
    expect(await count("plan")).toBe(2);
  });

  it("is another key's own", async () => {
    await post("/plans", examples.newPlan, { headers });
    const other = await post("/plans", examples.newPlan, { headers, key: await keyOf(ctx) });
    expect(other.headers.get("idempotency-replayed")).toBeNull();
    expect(await count("plan")).toBe(2);
  });

  it.each(["", "two words", "x".repeat(201)])("is not %j", async (name) => {
    const response = await post("/plans", examples.newPlan, {
      headers: { "Idempotency-Key": name },
    });
    expect(response.status).toBe(400);
    expect(await count("plan")).toBe(0);
  });
});

describe("what PostgreSQL does not take", () => {
  it("is refused and no error of ours", async () => {
    const planId = await storedPlan(ctx);
    const option = testPlan().options.find(({ id }) => id === "api");
    const path = `/plans/${planId}/options`;
    const headers = { "If-Match": '"9999999999"' };
    expect((await send("PUT", `${path}/api`, { key, body: option, headers })).status).toBe(400);
    for (const id of ["%00", "%ED%A0%80", "no-such"])
      expect(
        (await send("DELETE", `${path}/${id}`, { key, headers: { "If-Match": '"1"' } })).status,
      ).toBe(404);
  });
});

describe("another organization", () => {
  it("cannot tell a foreign id from one that does not exist", async () => {
    const planId = await storedPlan(ctx);
    const stranger = await keyOf(await newOrganization());
    const version = { "If-Match": '"1"' };
    const calls: readonly [string, string, Sent][] = [
      ["GET", "", {}],
      ["DELETE", "", { headers: version }],
      ["GET", "/projection", {}],
      ["GET", "/settings", {}],
      ["PUT", "/settings", { headers: version, body: examples.settings }],
      ["GET", "/options", {}],
      ["POST", "/options", { body: examples.option }],
      ["GET", "/options/api", {}],
      ["PUT", "/options/api", { headers: version, body: { ...examples.option, id: "api" } }],
      ["DELETE", "/options/api", { headers: version }],
    ];
    for (const [method, rest, sent] of calls) {
      const answers = [];
      for (const id of [planId, randomUUID(), "not-an-id"]) {
        const response = await send(method, `/plans/${id}${rest}`, { key: stranger, ...sent });
        answers.push([response.status, [...response.headers], await response.text()]);
      }
      expect(answers[0]?.[0], `${method} ${rest}`).toBe(404);
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }
    expect((await getPlan(ctx, { planId })).version).toBe(1);
  });
});

describe("a change", () => {
  it("made over a stale version is refused with the current one, also where the fields differ", async () => {
    const planId = await storedPlan(ctx);
    const path = `/plans/${planId}/options/api`;
    const option = await (await get(path)).json();
    const put = (name: string, version: string) =>
      send("PUT", path, { key, body: { ...option, name }, headers: { "If-Match": version } });
    expect((await put("One", '"1"')).headers.get("etag")).toBe('"2"');
    const late = await put("Two", '"1"');
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ type: "/api-docs#stale-version", currentVersion: 2 });
    expect(await (await get(path)).json()).toEqual({ ...option, name: "One" });
    const removal = await send("DELETE", path, { key, headers: { "If-Match": '"1"' } });
    expect(removal.status).toBe(412);
    const gone = await send("DELETE", path, { key, headers: { "If-Match": '"2"' } });
    expect([gone.status, await gone.text()]).toEqual([204, ""]);
    expect((await get(path)).status).toBe(404);
    expect((await put("Three", '"3"')).status).toBe(404);
  });

  it("is in the audit under its key", async () => {
    const made = await (await post("/plans", examples.newPlan)).json();
    await post(`/plans/${made.id}/scenarios`, examples.scenario);
    const events = await byOwner<{ action: string; by: string }>(
      ctx.orgId,
      "select e.action, k.name as by from audit_event e join api_key k on k.org_id = e.org_id and k.id = e.api_key_id where e.org_id = $1 order by e.at",
      [ctx.orgId],
    );
    expect(events).toEqual([
      { action: "create", by: "Script" },
      { action: "save", by: "Script" },
    ]);
  });

  it("points at each field that will not do", async () => {
    const planId = await storedPlan(ctx);
    const { requestsPerMonth: _, ...workload } = examples.workload as Record<string, unknown>;
    const asRow = await post(`/plans/${planId}/workloads`, { ...workload, name: "" });
    expect(asRow.status).toBe(422);
    const { errors } = await asRow.json();
    expect(errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      "/name",
      "/requestsPerMonth",
    ]);
    const plan = testPlan();
    Object.assign(plan.options[1] as object, { rate: { value: -1, evidence: "assumed" } });
    const bare = await (await post("/projections", plan)).json();
    expect(bare.errors[0]).toMatchObject({
      pointer: "/options/1/rate",
      field: "options.cloud.rate",
    });
    const asFile = await (
      await post("/projections", { loadline: "plan", schemaVersion: 1, plan })
    ).json();
    expect(asFile.errors[0]).toMatchObject({ pointer: "/plan/options/1/rate" });
    const mistyped = await (
      await post("/projections", { loadline: "plan", schemaVersion: 9, plan })
    ).json();
    expect(mistyped.errors[0]).toMatchObject({ pointer: "/schemaVersion" });
  });

  it("names in the body the row that it names in the address", async () => {
    const planId = await storedPlan(ctx);
    const response = await send("PUT", `/plans/${planId}/options/api`, {
      key,
      headers: { "If-Match": '"1"' },
      body: examples.option,
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ pointer: "/id" }] });
  });
});

describe("pages of plans", () => {
  it("come one after another, each plan once, with the link to the next", async () => {
    const made = [];
    for (let plans = 0; plans < 5; plans += 1) made.push(await storedPlan(ctx));
    const seen: string[] = [];
    let path: string | undefined = "/plans?limit=2";
    for (let pages = 0; path !== undefined && pages < 9; pages += 1) {
      const response: Response = await get(path);
      const { items } = (await response.json()) as { items: { id: string }[] };
      seen.push(...items.map(({ id }) => id));
      // A plan that is changed meanwhile must neither vanish nor come twice.
      await byOwner(ctx.orgId, "update plan set updated_at = now() where id = $1", [made[0]]);
      path = /<\/api\/v1([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
    }
    expect(seen.toSorted()).toEqual(made.toSorted());
  });

  it.each(["limit=0", "limit=101", "limit=x", "limit=1.5", "cursor=x", "cursor=AAAA", "page=2"])(
    "are not asked for with %s",
    async (query) => {
      const response = await get(`/plans?${query}`);
      expect(response.status).toBe(422);
      const { errors } = await response.json();
      expect(errors[0].field).toBe(query.split("=")[0]);
    },
  );
});

describe("the door", () => {
  it("takes no cookie for a key, and answers no other origin", async () => {
    const headers = { Cookie: "next-auth.session-token=x", Origin: "https://elsewhere.example" };
    const response = await get("/plans", { key: null, headers });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
    const answered = await get("/plans", { headers });
    expect(
      [...answered.headers.keys()].filter((name) => /access-control|set-cookie/.test(name)),
    ).toEqual([]);
  });

  it.each([
    ["GET", "/nowhere", 404],
    ["GET", "", 404],
    ["GET", "/plans/", 404],
    ["PATCH", "/plans", 405],
    ["POST", "/openapi.json", 405],
    ["DELETE", "/projections", 405],
  ])("answers %s %s with a problem %i", async (method, path, status) => {
    const response = await send(method, path, { key });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status });
    if (status === 405) expect(response.headers.get("allow")).toMatch(/GET|POST/);
  });

  it("names its methods, and answers HEAD without a body", async () => {
    const options = await send("OPTIONS", "/plans", {});
    expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD, POST"]);
    const head = await send("HEAD", "/plans", { key });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  it("says where a body breaks off", async () => {
    const response = await post("/projections", '{\n  "plan": }');
    expect(await response.json()).toMatchObject({
      status: 400,
      detail: "The body is not JSON: it breaks off at line 2, column 11.",
    });
    for (const body of ["", " ", "nothing"])
      expect((await post("/projections", body)).status).toBe(400);
  });

  it("stops reading a body without end", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64_000).fill(32));
      },
    });
    const { POST } = await import("./[[...path]]/route");
    const response = await POST(
      new Request("http://localhost/api/v1/projections", {
        method: "POST",
        headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
        body: endless,
        duplex: "half",
      } as RequestInit),
    );
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(25);
  });

  it.each([
    `${"[".repeat(400_000)}${"]".repeat(400_000)}`,
    '{"__proto__": {"loadline": "plan"}}',
    "null",
    "[]",
    '"plan"',
    "0",
  ])("survives %.40s", async (body) => {
    for (const path of ["/projections", "/plans"]) {
      const response = await post(path, body);
      expect(response.status).toBe(422);
      await response.text();
    }
    expect(await count("plan")).toBe(0);
  });

  it("computes the same plan the same, stored, sent and under a scenario", async () => {
    const planId = await storedPlan(ctx);
    const sent = await (await post("/projections", testPlan())).json();
    expect(await (await get(`/plans/${planId}/projection`)).json()).toEqual(sent);
    const slow = await get(`/plans/${planId}/projection?scenario=slow`);
    expect(slow.status).toBe(200);
    expect(await slow.json()).not.toEqual(sent);
    expect((await get(`/plans/${planId}/projection?scenario=none`)).status).toBe(404);
  });

  it("gives the named lines out where they are asked for, and the rest always", async () => {
    const planId = await storedPlan(ctx);
    const { options: short, ...rest } = await (await post("/projections", testPlan())).json();
    const { options: long, ...same } = await (
      await post("/projections?lines=true", testPlan())
    ).json();
    const stored = await (await get(`/plans/${planId}/projection?lines=true`)).json();
    expect(same).toEqual(rest);
    expect(stored.options).toEqual(long);
    expect(long.every(({ lines }: { lines: unknown[] }) => Array.isArray(lines))).toBe(true);
    expect(long.some(({ lines }: { lines: unknown[] }) => lines.length > 0)).toBe(true);
    const withoutLines = ({ lines: _, ...option }: { lines: unknown }) => option;
    expect(short).toEqual(long.map(withoutLines));
    expect((await post("/projections?lines=yes", testPlan())).status).toBe(422);
  });
});
