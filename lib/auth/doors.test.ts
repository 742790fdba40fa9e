import { beforeAll, describe, expect, it, vi } from "vitest";
import { safeCallbackUrl } from "./callback-url";
import { callerAddress } from "./caller-address";
import { canonicalEmail } from "./email";
import { can } from "./permissions";

beforeAll(() => {
  vi.stubEnv("APP_DATABASE_URL", "postgres://nobody@localhost/none");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of the tests alone");
});

describe("safeCallbackUrl", () => {
  it.each([
    ["/plans/1?tab=2#x", "/plans/1?tab=2#x"],
    ["https://evil.example/plans", "/plans"],
    ["//evil.example", "/plans"],
    ["/\\evil.example", "/plans"],
    ["/\t/evil.example", "/plans"],
    ["/.//evil.example", "/plans"],
    ["/%2e//evil.example", "/plans"],
    ["/plans/..//evil.example", "/plans"],
    ["/.\\\\evil.example", "/plans"],
    ["javascript:alert(1)", "/plans"],
    ["/api/auth/signout", "/plans"],
    ["/sign-in?callbackUrl=/sign-in", "/plans"],
    ["/a/../api/auth/signout", "/plans"],
    [["/plans", "/other"], "/plans"],
    [undefined, "/plans"],
    [`/${"x".repeat(3000)}`, "/plans"],
  ])("takes %j to %s", (wanted, expected) => {
    expect(safeCallbackUrl(wanted)).toBe(expected);
  });
});

describe("canonicalEmail", () => {
  it.each([
    [" Ana@Halden.Example ", "ana@halden.example"],
    ["ana＠halden.example", "ana@halden.example"],
    ["ana@localhost", "ana@localhost"],
    ["ana", null],
    ["ana@@halden.example", null],
    ["ana@halden.example@evil.example", null],
    ['"ana@evil.example"@halden.example', null],
    ["ana@halden..example", null],
    ["ana\n@halden.example", null],
    ["аna@halden.example", null],
    [`${"x".repeat(65)}@halden.example`, null],
  ])("makes of %j %j", (text, expected) => {
    expect(canonicalEmail(text)).toBe(expected);
  });
});

describe("callerAddress", () => {
  it("believes the last entry alone, and knows this machine", () => {
    expect(callerAddress("6.6.6.6, 203.0.113.9")).toEqual({ ip: "203.0.113.9", isLocal: false });
    expect(callerAddress("127.0.0.1").isLocal).toBe(true);
    expect(callerAddress("::ffff:127.0.0.1").isLocal).toBe(true);
    expect(callerAddress("127.0.0.1, 127.0.0.1").isLocal).toBe(false);
    expect(callerAddress(null)).toEqual({ ip: "unknown", isLocal: false });
  });

  it.each([
    [{ LOADLINE_PROXIES: "2" }, "203.0.113.9"],
    [{ NEXTAUTH_URL: "https://loadline.example" }, "10.0.0.2"],
    [{ LOADLINE_PROXIES: "0", NEXTAUTH_URL: "https://loadline.example" }, "10.0.0.1"],
  ])("counts back over the operator's proxies: %j", async (settings, ip) => {
    vi.resetModules();
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    const behind = await import("./caller-address");
    const hops = "127.0.0.1, 203.0.113.9, 10.0.0.2, 10.0.0.1";
    expect(behind.callerAddress(hops)).toEqual({ ip, isLocal: false });
    for (const name of Object.keys(settings)) vi.stubEnv(name, undefined);
  });
});

describe("permissions", () => {
  it("lets everyone read, and all but viewers write", () => {
    const roles = ["owner", "admin", "editor", "viewer"] as const;
    expect(roles.map((role) => can(role, "plan:read"))).toEqual([true, true, true, true]);
    expect(roles.map((role) => can(role, "plan:write"))).toEqual([true, true, true, false]);
    expect(roles.map((role) => can(role, "plan:create"))).toEqual([true, true, true, false]);
  });
});
