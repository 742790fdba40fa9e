import { describe, expect, it, vi } from "vitest";
import { gate } from "./gate";
import { hashPassword, passwordIssue, verifyPassword } from "./password";

describe("passwords", () => {
  it("are stored as argon2id and verified in any Unicode form", async () => {
    const held = await hashPassword("caf\u00e9 under the bridge");
    expect(held).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await verifyPassword(held, "cafe\u0301 under the bridge")).toBe(true);
    expect(await verifyPassword(held, "cafe under the bridge")).toBe(false);
  });

  it("are compared to the last character", async () => {
    const long = "x1y2".repeat(30);
    const held = await hashPassword(`${long}a`);
    expect(await verifyPassword(held, `${long}b`)).toBe(false);
  });

  it("never match for nobody, or for a user who has none", async () => {
    expect(await verifyPassword(null, "the password of nobody")).toBe(false);
    expect(await verifyPassword("none", "the password of nobody")).toBe(false);
  });

  it("are compared for nobody again once a crowd has passed", async () => {
    vi.resetModules();
    const fresh = await import("./password");
    const crowd = Array.from({ length: 66 }, () => fresh.hashPassword("four words would do"));
    await expect(fresh.verifyPassword(null, "any")).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await Promise.all(crowd);
    expect(await fresh.verifyPassword(null, "any")).toBe(false);
  }, 30_000);

  it.each([
    ["short", "The password has 5 characters. Use at least 12, for example four words."],
    ["x".repeat(129), "The password has 129 characters. Use at most 128."],
    ["abababababab", "The password repeats itself. Use at least four different characters."],
    [
      "ana@halden.example1",
      "The password contains the email address. Use something that is not written beside it.",
    ],
    ["four words would do", undefined],
  ])("say what is wrong with %j", (password, issue) => {
    expect(passwordIssue(password, "ana@halden.example")).toBe(issue);
  });
});

describe("gate", () => {
  it("runs so many at once, queues some and refuses the rest", async () => {
    const through = gate({ atOnce: 2, waiting: 3, busy: "Later." });
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 5));
      running -= 1;
    };
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => through(work)));
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(3);
    expect(most).toBe(2);
    await Promise.all([through(work), through(work), through(work)]);
    expect(most).toBe(2);
  });

  it("gives the place in the queue of whoever gives up to the next", async () => {
    const through = gate({ atOnce: 1, waiting: 1, busy: "Later." });
    let end = () => {};
    const first = through(() => new Promise<void>((done) => (end = done)));
    const leaving = new AbortController();
    const second = through(async () => "second", leaving.signal);
    await expect(through(async () => "third")).rejects.toMatchObject({
      ...{ code: "UNAVAILABLE", message: "Later." },
    });
    leaving.abort(new Error("gone"));
    await expect(second).rejects.toThrow("gone");
    const fourth = through(async () => "fourth");
    end();
    await first;
    expect(await fourth).toBe("fourth");
    await expect(through(async () => "late", leaving.signal)).rejects.toThrow("gone");
  });
});
