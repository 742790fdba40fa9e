import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { signedInBy } from "@/lib/auth/live-session";
import { findResetAccount, resetPassword, resetRefusal } from "@/lib/auth/password-reset";
import { hashOfSecret } from "@/lib/auth/secret";
import { signIn } from "@/lib/auth/sign-in";
import { newMember } from "@/lib/testing/member";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { changeRole, removeMember } from "./members";
import { makePasswordReset } from "./password-resets";

const password = "four words would do";
const here = { ip: "127.0.0.1", isLocal: true };
type Member = Awaited<ReturnType<typeof newMember>>;

let owner: Context;
let admin: Member;
let member: Member;

const tokenBy = async (ctx: Context, userId = member.userId) =>
  (await makePasswordReset(ctx, { userId })).token;
const use = (token: string, wanted = password) => resetPassword({ token, password: wanted }, here);
const dead = { code: "NOT_FOUND", message: resetRefusal };

async function joinsAnother(userId: string, role = "editor") {
  const { orgId } = await newOrganization("Another");
  await byOwner(orgId, "insert into membership (org_id, user_id, role) values ($1, $2, $3)", [
    orgId,
    userId,
    role,
  ]);
}

beforeEach(async () => {
  owner = await newOrganization();
  admin = await newMember(owner, "admin");
  member = await newMember(owner, "editor");
});

describe("a reset link", () => {
  it("sets the password once, ends every session, and is told of in the organization", async () => {
    const token = await tokenBy(admin);
    expect(await findResetAccount(token)).toMatchObject({ email: member.email });
    expect(await signedInBy(member.sid)).not.toBeNull();
    expect(await use(token)).toEqual({ endedSessions: 1 });
    expect(await signedInBy(member.sid)).toBeNull();
    expect(await signIn({ email: member.email, password }, here)).toBeTruthy();
    expect(await findResetAccount(token)).toBeNull();
    await expect(use(token, "another password here")).rejects.toMatchObject(dead);
    const told = await byOwner(
      owner.orgId,
      "select action, subject_id as about, user_id::text as by from audit_event where org_id = $1 and subject = 'member' order by at",
      [owner.orgId],
    );
    expect(told).toEqual([
      { action: "make-reset-link", about: member.userId, by: admin.userId },
      { action: "reset-password", about: member.userId, by: member.userId },
    ]);
  });

  it("is stored as its hash alone, for 24 hours", async () => {
    const { token, expiresAt } = await makePasswordReset(admin, { userId: member.userId });
    expect(token).toMatch(/^[\w-]{43}$/);
    const [row] = await byOwner<{ token_hash: string }>(
      owner.orgId,
      "select token_hash from password_reset where user_id = $1",
      [member.userId],
    );
    expect(row?.token_hash).toBe(hashOfSecret(token));
    const hours = (Date.parse(expiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
  });

  it("is worth nothing when it expired, never was, or a later password was set", async () => {
    const [expired, first, second] = [
      await tokenBy(admin),
      await tokenBy(admin),
      await tokenBy(admin),
    ];
    await byOwner(
      owner.orgId,
      "update password_reset set expires_at = now() - interval '1 second' where token_hash = $1",
      [hashOfSecret(expired)],
    );
    await expect(use(expired)).rejects.toMatchObject(dead);
    await expect(use("x")).rejects.toMatchObject(dead);
    await use(first);
    await expect(use(second)).rejects.toMatchObject(dead);
  });

  it("has one effect when it is used 20 times at once", async () => {
    const token = await tokenBy(admin);
    const tried = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => use(token, `four words would do ${i}`)),
    );
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("holds the password to the rules, and is not used up by one that fails them", async () => {
    const token = await tokenBy(admin);
    await expect(use(token, "short")).rejects.toMatchObject({
      code: "INVALID",
      fields: { password: expect.stringContaining("5 characters") },
    });
    expect(await use(token)).toEqual({ endedSessions: 1 });
  });

  it("is slowed down for an address that tries many", async () => {
    const far = { ip: `203.0.113.${randomUUID()}`, isLocal: false };
    const tries = Array.from({ length: 30 }, () => resetPassword({ token: "x", password }, far));
    await Promise.allSettled(tries);
    await expect(resetPassword({ token: "x", password }, far)).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
  });
});

describe("who may make one", () => {
  it("is an administrator, and for an owner another owner", async () => {
    const coOwner = await newMember(owner, "owner");
    await expect(tokenBy(admin, owner.userId)).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringContaining("Ask an owner"),
    });
    expect(await tokenBy(owner, coOwner.userId)).toBeTruthy();
    for (const role of ["editor", "viewer"] as const)
      await expect(tokenBy(as(admin, role))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is nobody for their own account: a browser left open must not be enough", async () => {
    await expect(tokenBy(admin, admin.userId)).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringContaining("your own account"),
    });
  });

  it("is nobody for an account that belongs to another organization too", async () => {
    await joinsAnother(member.userId, "viewer");
    await expect(tokenBy(owner)).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringContaining(`npm run account -- reset ${member.email}`),
    });
  });

  it("waits for a membership that is just beginning elsewhere", async () => {
    const { orgId } = await newOrganization("Another");
    const other = new Client({ connectionString: process.env.TEST_OWNER_DATABASE_URL });
    await other.connect();
    try {
      await other.query("begin");
      await other.query("select set_config('app.org_id', $1, true)", [orgId]);
      await other.query(
        "insert into membership (org_id, user_id, role) values ($1, $2, 'viewer')",
        [orgId, member.userId],
      );
      const made = makePasswordReset(admin, { userId: member.userId }).then(
        () => "made",
        ({ code }) => code,
      );
      expect(await Promise.race([made, wait(300).then(() => "waits")])).toBe("waits");
      await other.query("commit");
      expect(await made).toBe("FORBIDDEN");
    } finally {
      await other.end();
    }
  });

  it("answers for another organization's member as for one that never was", async () => {
    const stranger = await newOrganization();
    const answer = (userId: string) =>
      makePasswordReset(stranger, { userId }).catch(({ code, message }) => ({ code, message }));
    expect(await answer(member.userId)).toEqual(await answer(randomUUID()));
    expect(await answer("'; drop table plan; --")).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a link that was made before its ground fell away", () => {
  it("is void once its user joined another organization", async () => {
    const token = await tokenBy(admin);
    await joinsAnother(member.userId);
    await expect(use(token)).rejects.toMatchObject(dead);
  });

  it("is void once its user became an owner, or left", async () => {
    const promoted = await tokenBy(admin);
    await changeRole(owner, { userId: member.userId, role: "owner" });
    await expect(use(promoted)).rejects.toMatchObject(dead);
    const other = await newMember(owner, "viewer");
    const left = await tokenBy(admin, other.userId);
    await removeMember(owner, { userId: other.userId });
    await expect(use(left)).rejects.toMatchObject(dead);
  });

  it.each([
    ["is none any more", () => changeRole(owner, { userId: admin.userId, role: "editor" })],
    ["was removed", () => removeMember(owner, { userId: admin.userId })],
  ])("is void once the administrator who made it %s", async (_, end) => {
    const token = await tokenBy(admin);
    await end();
    await expect(use(token)).rejects.toMatchObject(dead);
  });
});
