import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { currentRequest } from "@/lib/log/request-scope";
import { newRequestId, requestIdOf } from "./request-id";
import { runningRequests } from "./running-requests";
import { contentSecurityPolicy, securityHeaders } from "./security-headers";

describe("the id of a request", () => {
  it("is the proxy's where one of the operator's stands before us, and well-formed", () => {
    expect(requestIdOf("proxy-1234", true)).toBe("proxy-1234");
    expect(requestIdOf("proxy-1234", false)).not.toBe("proxy-1234");
    for (const wrong of [
      undefined,
      "",
      "short",
      "a b c d e f",
      "x\ny\nz\n",
      "x".repeat(65),
      ["a", "b"],
    ])
      expect(requestIdOf(wrong, true)).toMatch(/^[0-9A-HJKMNP-Z]{10}$/);
  });

  it("differs", () => {
    expect(new Set(Array.from({ length: 1000 }, newRequestId)).size).toBe(1000);
  });
});

describe("the policy", () => {
  const policy = (isSecure: boolean, isProduction: boolean) =>
    contentSecurityPolicy({ isSecure, isProduction })("N0nce");

  it("runs nothing but what carries the nonce", () => {
    const said = policy(false, true);
    expect(said).toContain("script-src 'nonce-N0nce' 'strict-dynamic';");
    expect(said).toContain("style-src 'self' 'nonce-N0nce';");
    expect(said).not.toMatch(/unsafe-eval|\{nonce\}|upgrade-insecure/);
    expect(said.match(/'unsafe-inline'/g)).toHaveLength(1);
  });

  it("asks for https only where people come over https", () => {
    expect(policy(true, true)).toContain("; upgrade-insecure-requests");
    expect(securityHeaders({ isSecure: true })).toHaveProperty("Strict-Transport-Security");
    expect(securityHeaders({ isSecure: false })).not.toHaveProperty("Strict-Transport-Security");
  });

  it("lets the development server reload", () => {
    expect(policy(false, false)).toContain("'unsafe-eval'");
  });
});

describe("a server", () => {
  let server: Server;
  let address: string;
  const seen: { headers: IncomingHttpHeaders; requestId: string | undefined }[] = [];

  beforeAll(async () => {
    vi.stubEnv("APP_DATABASE_URL", "postgresql://nobody:none@127.0.0.1:1/none");
    vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests alone");
    vi.stubEnv("LOADLINE_LOG_LEVEL", "error");
    (await import("./attend-requests")).attendRequests();
    server = createServer(async (request, response) => {
      await wait(5);
      seen.push({ headers: request.headers, requestId: currentRequest()?.requestId });
      response.end();
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => seen.splice(0));
  afterAll(() => {
    server.close();
    vi.unstubAllEnvs();
  });

  it("gives every response its own id and nonce, and believes no caller", async () => {
    const forged = {
      "X-Request-Id": "forged-1",
      "X-Nonce": "forged",
      "Content-Security-Policy": "x",
    };
    const answers = await Promise.all([1, 2, 3].map(() => fetch(address, { headers: forged })));
    const ids = answers.map(({ headers }) => headers.get("x-request-id"));
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain("forged-1");
    expect(seen.map(({ requestId }) => requestId).sort()).toEqual([...ids].sort());
    for (const { headers } of seen) {
      expect(headers["x-nonce"]).toMatch(/^[\w+/]{22}==$/);
      expect(headers["content-security-policy"]).toContain(`'nonce-${headers["x-nonce"]}'`);
      expect(ids).toContain(headers["x-request-id"]);
    }
    expect(answers[0]?.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("tells a page its own address, without Next's mark", async () => {
    for (const path of ["/plans?set=a&_rsc=1xyz", "/plans?_rsc=1xyz", "/plans?_rsc=1&b=2"])
      await fetch(address + path);
    expect(seen.map(({ headers }) => headers["x-wanted-page"])).toEqual([
      "/plans?set=a",
      "/plans",
      "/plans?b=2",
    ]);
  });
});

describe("running requests", () => {
  it("are waited for, and not longer than said", async () => {
    const running = runningRequests();
    running.begin();
    running.begin();
    const ended = running.stop(5000);
    expect(running.isStopping).toBe(true);
    running.end();
    running.end();
    expect(await ended).toBe(true);
    running.begin();
    expect(await running.stop(5)).toBe(false);
  });
});
