import { describe, expect, it } from "vitest";
import { makeLog } from "./logger";
import { routeOf } from "./redact";
import { enterRequest, noteCaller } from "./request-scope";

function written(format: "json" | "text", level: "info" | "warn" = "info") {
  const lines: string[] = [];
  return { lines, log: makeLog({ format, level }, { write: (line) => void lines.push(line) }) };
}
const only = (lines: readonly string[]) => {
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? "");
};

describe("a log line", () => {
  it("carries the id and the caller of its request, on one line", async () => {
    const { lines, log } = written("json");
    await new Promise<void>((resolve) =>
      setImmediate(() => {
        enterRequest({ requestId: "ABCDEF2345", nonce: "n" });
        noteCaller({ orgId: "org", userId: "user", apiKeyId: "key" });
        setImmediate(() => {
          log.error({ err: new Error("two\nlines") }, "broke");
          resolve();
        });
      }),
    );
    expect(lines[0]?.trimEnd()).not.toContain("\n");
    expect(only(lines)).toMatchObject({
      level: "error",
      msg: "broke",
      requestId: "ABCDEF2345",
      orgId: "org",
      userId: "user",
      apiKeyId: "key",
      err: { name: "Error", message: "two\nlines", stack: expect.stringContaining("log.test.ts") },
    });
    expect(lines[0]).not.toContain("nonce");
  });

  it.each([
    "password",
    "newPassword",
    "currentPassword",
    "passwordHash",
    "token",
    "tokenHash",
    "sid",
    "secret",
    "cookie",
    "authorization",
    "set-cookie",
    "body",
    "plan",
    "settings",
  ])("hides %s, at the top and one level down", (name) => {
    const { lines, log } = written("json");
    log.info({ [name]: "hunter2", input: { [name]: "hunter2", kept: 1 } });
    expect(lines[0]).not.toContain("hunter2");
    expect(only(lines)).toMatchObject({ input: { kept: 1 } });
  });

  it("leaves out what a driver's error repeats of the rows", () => {
    const { lines, log } = written("json");
    const cause = Object.assign(new Error("violates"), { detail: "Failing row (hunter2)" });
    log.error({
      err: Object.assign(new Error("query", { cause }), { code: "P2002", meta: "hunter2" }),
    });
    expect(lines[0]).not.toContain("hunter2");
    expect(only(lines).err).toMatchObject({ code: "P2002", cause: { message: "violates" } });
  });

  it("is short for people, and says no more than was asked for", () => {
    const { lines, log } = written("text", "warn");
    log.info({ method: "GET", route: "/plans", status: 200, ms: 12 });
    log.warn({ method: "GET", route: "/plans", status: 503, ms: 12, requestId: "ABCDEF2345" });
    log.warn("half");
    expect(lines.map((line) => line.slice(9))).toEqual([
      "warn GET /plans 503 in 12 ms (ABCDEF2345)\n",
      "warn half\n",
    ]);
  });

  it.each([undefined, null, "text", 1, {}, Object.create(null)])("survives %s thrown", (thrown) => {
    const { lines, log } = written("json");
    log.error({ err: thrown });
    expect(lines).toHaveLength(1);
  });
});

describe("a route", () => {
  const token = "mP3_xk-9QvTzR2hL5wYbN8cJ4dFgS7aK";
  it.each([
    ["/plans?set=a:1#x", "/plans"],
    ["/plans/0b8f3a52-6a3c-4f0e-9a0e-0d9d1a2b3c4d/projection", "/plans/[id]/projection"],
    ["/invite/short", "/invite/[redacted]"],
    [`/invite/${token}`, "/invite/[redacted]"],
    [`/reset/${token}?again=1`, "/reset/[redacted]"],
    ["/shared/short", "/shared/[redacted]"],
    [`/mistyped/${token}/x`, "/mistyped/[redacted]/x"],
    [
      "/_next/static/chunks/0_qwertyuiopasdfghjklzxcvbnm.js",
      "/_next/static/chunks/0_qwertyuiopasdfghjklzxcvbnm.js",
    ],
    ["/api/v1/projections", "/api/v1/projections"],
  ])("of %s is %s", (url, route) => {
    expect(routeOf(url)).toBe(route);
  });
});
