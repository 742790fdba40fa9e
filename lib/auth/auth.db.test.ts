import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { countTry } from "@/lib/data/rate-limits";
import { endSession } from "@/lib/data/sessions";
import { byOwner } from "@/lib/testing/organization";
import type { CallerAddress } from "./caller-address";
import { signedInBy } from "./live-session";
import { readToken, sessionIdOf, writeToken } from "./session-token";
import { signIn, signInRefusal } from "./sign-in";
import { signUp } from "./sign-up";

const password = "four words would do";
const anywhere = (): CallerAddress => ({ ip: `203.0.113.${randomUUID()}`, isLocal: false });
const newcomer = () => ({
  name: "Ana",
  email: `${randomUUID()}@halden.example`,
  password,
  organizationName: "Halden",
});
const nowhere = "00000000-0000-0000-0000-000000000000";
const one = async (statement: string, values: readonly unknown[]) =>
  (await byOwner<Record<string, unknown>>(nowhere, statement, values))[0];

describe("signing up", () => {
  it("makes a user, an organization of theirs and a session", async () => {
    const sid = await signUp(newcomer(), anywhere());
    expect(await signedInBy(sid)).toMatchObject({
      ctx: { role: "owner", sessionId: sessionIdOf(sid) },
      account: { userName: "Ana", orgName: "Halden", isSample: false },
    });
  });

  it("makes one account of a form that was sent 20 times at once", async () => {
    const form = newcomer();
    const caller: CallerAddress = { ip: "127.0.0.1", isLocal: true };
    const sent = await Promise.allSettled(Array.from({ length: 20 }, () => signUp(form, caller)));
    const opened = sent.filter(({ status }) => status === "fulfilled");
    expect(opened.length).toBeGreaterThan(0);
    const memberships = await byOwner(
      nowhere,
      'select from auth_memberships((select id from "user" where email = $1))',
      [form.email],
    );
    expect(memberships).toHaveLength(1);
  });

  it("tells nobody whose password does not fit that an address is taken", async () => {
    const form = newcomer();
    await signUp(form, anywhere());
    const again = {
      ...form,
      email: form.email.toUpperCase(),
      password: "five other words would do",
    };
    await expect(signUp(again, anywhere())).rejects.toMatchObject({
      code: "INVALID",
      message: "No account was made. If you have one at this address already, sign in.",
    });
    expect(await signIn(form, anywhere())).toBeTruthy();
    await expect(signIn(again, anywhere())).rejects.toMatchObject({ message: signInRefusal });
  });

  it("says what is wrong with each field, and writes nothing", async () => {
    const form = {
      name: " ",
      email: "ana＠halden",
      password: "short",
      organizationName: "x".repeat(81),
    };
    await expect(signUp({ ...form, email: "ana at halden" }, anywhere())).rejects.toMatchObject({
      code: "INVALID",
      fields: {
        name: "The name is empty. Fill it in.",
        organizationName: "The name of the organization has 81 characters. Use at most 80.",
        email: "That is not an email address. Write it like name@company.example.",
        password: "The password has 5 characters. Use at least 12, for example four words.",
      },
    });
  });

  it("takes no name that the database could not hold", async () => {
    await expect(signUp({ ...newcomer(), name: "Ana\0" }, anywhere())).rejects.toMatchObject({
      code: "INVALID",
      fields: {
        name: "The name holds a character that is not text. Remove it, or type it again.",
      },
    });
  });

  it("is paused for an address that makes many accounts", async () => {
    const caller = anywhere();
    for (let i = 0; i < 10; i++) await signUp(newcomer(), caller);
    await expect(signUp(newcomer(), caller)).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: "Too many tries. The pause ends in 60 minutes.",
    });
  });
});

describe("signing in", () => {
  it("takes the address in any case, and gives each session a secret of its own", async () => {
    const form = newcomer();
    await signUp(form, anywhere());
    const caller = anywhere();
    const first = await signIn({ ...form, email: ` ${form.email.toUpperCase()} ` }, caller);
    const second = await signIn(form, caller);
    expect(first).not.toBe(second);
    expect(await signedInBy(first)).not.toBeNull();
    const stored = await one(
      "select count(*)::int as found from session where id::text = any($1)",
      [[first, sessionIdOf(first)]],
    );
    expect(stored).toEqual({ found: 1 });
  });

  it("answers an unknown address and a wrong password in the same words", async () => {
    const { email } = newcomer();
    const form = newcomer();
    await signUp(form, anywhere());
    for (const tried of [email, form.email, "not an address", ""])
      await expect(
        signIn({ email: tried, password: "wrong wrong wrong" }, anywhere()),
      ).rejects.toMatchObject({ code: "UNAUTHENTICATED", message: signInRefusal });
  });

  it("works as long for an unknown address as for a known one", async () => {
    const form = newcomer();
    await signUp(form, anywhere());
    const timed = async (email: string) => {
      const began = performance.now();
      await signIn({ email, password: "wrong wrong wrong" }, anywhere()).catch(() => {});
      return performance.now() - began;
    };
    await timed(form.email);
    const [known, unknown] = [[], []] as [number[], number[]];
    for (let i = 0; i < 15; i++) {
      known.push(await timed(form.email));
      unknown.push(await timed(newcomer().email));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[7] ?? 0;
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(known)).toBeLessThan(2);
  });

  it("pauses for 15 minutes after 5 tries, for that address at that account alone", async () => {
    const form = newcomer();
    const caller = anywhere();
    await signUp(form, caller);
    const wrong = () => signIn({ ...form, password: "wrong wrong wrong" }, caller);
    const tries = await Promise.allSettled(Array.from({ length: 20 }, wrong));
    const words = tries.map((t) => (t.status === "rejected" ? String(t.reason.message) : "in"));
    expect(words.filter((w) => w === signInRefusal)).toHaveLength(5);
    expect(words.filter((w) => w.startsWith("Too many tries."))).toHaveLength(15);
    await expect(signIn(form, caller)).rejects.toMatchObject({
      message: "Too many tries. The pause ends in 15 minutes.",
    });
    expect(await signIn(form, anywhere())).toBeTruthy();
  });

  it("forgets wrong tries after a right one", async () => {
    const form = newcomer();
    const caller = anywhere();
    await signUp(form, caller);
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++)
        await signIn({ ...form, password: "wrong wrong wrong" }, caller).catch(() => {});
      expect(await signIn(form, caller)).toBeTruthy();
    }
  });
});

describe("a limit", () => {
  it("opens again when the pause is over", async () => {
    const limit = { key: randomUUID(), tries: 2, pauseMs: 300 };
    expect(await countTry(limit)).toBe(0);
    expect(await countTry(limit)).toBe(0);
    expect(await countTry(limit)).toBeGreaterThan(0);
    await new Promise((done) => setTimeout(done, 350));
    expect(await countTry(limit)).toBe(0);
  });
});

describe("a session", () => {
  let sid: string;
  beforeEach(async () => {
    sid = await signUp(newcomer(), anywhere());
  });
  afterEach(() => vi.unstubAllEnvs());

  it("ends at the next request after signing out", async () => {
    await endSession(sessionIdOf(sid));
    expect(await signedInBy(sid)).toBeNull();
  });

  it("ends when its time is over, and is moved on while it is used", async () => {
    await byOwner(
      nowhere,
      "update session set last_seen_at = now() - interval '1 hour', expires_at = now() + interval '1 hour' where id = $1",
      [sessionIdOf(sid)],
    );
    expect(await signedInBy(sid)).not.toBeNull();
    expect(
      await one(
        "select expires_at > now() + interval '6 days' as later from session where id = $1",
        [sessionIdOf(sid)],
      ),
    ).toEqual({ later: true });
    await byOwner(
      nowhere,
      "update session set created_at = now() - interval '29 days', last_seen_at = now() - interval '1 hour' where id = $1",
      [sessionIdOf(sid)],
    );
    await signedInBy(sid);
    expect(
      await one(
        "select expires_at < now() + interval '25 hours' as capped from session where id = $1",
        [sessionIdOf(sid)],
      ),
    ).toEqual({ capped: true });
    await byOwner(nowhere, "update session set expires_at = now() where id = $1", [
      sessionIdOf(sid),
    ]);
    expect(await signedInBy(sid)).toBeNull();
  });

  it("feels a change of role, and the loss of the membership, at the next request", async () => {
    const ctx = (await signedInBy(sid))?.ctx;
    const orgId = ctx?.orgId ?? "";
    await byOwner(orgId, "update membership set role = 'viewer' where org_id = $1", [orgId]);
    expect((await signedInBy(sid))?.ctx.role).toBe("viewer");
    await byOwner(orgId, "delete from membership where org_id = $1", [orgId]);
    expect(await signedInBy(sid)).toBeNull();
  });

  it("is opened by our own tokens alone", async () => {
    const token = await writeToken({ sid });
    expect(await readToken(token)).toEqual({ sid });
    for (const forged of [undefined, "", "x", `${token}x`, token.slice(0, -5)])
      expect(await readToken(forged)).toBeNull();
    expect(await signedInBy("a secret of nobody")).toBeNull();
  });
});
