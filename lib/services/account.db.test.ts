import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { CallerAddress } from "@/lib/auth/caller-address";
import type { Context } from "@/lib/auth/context";
import { signedInBy } from "@/lib/auth/live-session";
import { sessionIdOf } from "@/lib/auth/session-token";
import { signIn } from "@/lib/auth/sign-in";
import { signUp } from "@/lib/auth/sign-up";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { changePassword, getAccount, renameAccount } from "./account";
import { endOtherSessions, endSession, listSessions } from "./sessions";

const password = "four words would do";
const newPassword = "five other words would do";
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const caller = (): CallerAddress => ({
  ip: `203.0.113.${randomUUID()}`,
  isLocal: false,
  userAgent: firefox,
});

let email: string;
let ctx: Context;
let otherSid: string;

const ctxOf = async (sid: string) => {
  const signedIn = await signedInBy(sid);
  if (!signedIn) throw new Error("the session has ended");
  return signedIn.ctx;
};

beforeEach(async () => {
  email = `${randomUUID()}@halden.example`;
  ctx = await ctxOf(
    await signUp({ name: "Ana", email, password, organizationName: "Halden" }, caller()),
  );
  otherSid = await signIn({ email, password }, caller());
});

describe("one's account", () => {
  it("shows the name and the address, and takes another name", async () => {
    expect(await getAccount(ctx)).toEqual({ name: "Ana", email });
    await renameAccount(ctx, { name: "Ana Diaz" });
    expect(await getAccount(ctx)).toEqual({ name: "Ana Diaz", email });
  });

  it("is nobody's own where the visitors of the sample share it", async () => {
    const sample = await newOrganization("Sample");
    await byOwner(
      sample.orgId,
      "update organization set is_sample = true, created_at = now() + interval '1 day' where id = $1",
      [sample.orgId],
    );
    expect(await getAccount(sample)).toBeNull();
    expect(await listSessions(sample)).toEqual([]);
    const refused = { code: "FORBIDDEN", message: expect.stringContaining("share this account") };
    for (const tried of [
      () => renameAccount(sample, { name: "Mine" }),
      () => changePassword(sample, { currentPassword: "none", newPassword }),
      () => endSession(sample, { sessionId: randomUUID() }),
      () => endOtherSessions(sample),
    ])
      await expect(tried()).rejects.toMatchObject(refused);
    await byOwner(sample.orgId, "update organization set is_sample = false where id = $1", [
      sample.orgId,
    ]);
  });

  it("is changed by a person, never by a key", async () => {
    const byKey = { ...ctx, apiKeyId: randomUUID() };
    await expect(renameAccount(byKey, { name: "Mine" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("changing the password", () => {
  it("ends every other session at once, keeps this one, and says how many", async () => {
    const third = await signIn({ email, password }, caller());
    expect(await changePassword(ctx, { currentPassword: password, newPassword })).toEqual({
      endedSessions: 2,
    });
    expect(await signedInBy(otherSid)).toBeNull();
    expect(await signedInBy(third)).toBeNull();
    expect(await listSessions(ctx)).toMatchObject([{ id: ctx.sessionId, isThis: true }]);
    await expect(signIn({ email, password }, caller())).rejects.toMatchObject({
      code: "UNAUTHENTICATED",
    });
    expect(await signIn({ email, password: newPassword }, caller())).toBeTruthy();
    const told = await byOwner(
      ctx.orgId,
      "select action, subject, user_id::text as user from audit_event where org_id = $1 and subject = 'member'",
      [ctx.orgId],
    );
    expect(told).toEqual([{ action: "change-password", subject: "member", user: ctx.userId }]);
  });

  it("needs the old password, and pauses after five wrong ones, the right one included", async () => {
    for (let tries = 1; tries <= 5; tries++)
      await expect(
        changePassword(ctx, { currentPassword: "not the password", newPassword }),
      ).rejects.toMatchObject({
        code: "INVALID",
        fields: { currentPassword: expect.stringContaining("not your password") },
      });
    await expect(
      changePassword(ctx, { currentPassword: password, newPassword }),
    ).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: "Too many tries. The pause ends in 15 minutes.",
    });
    expect(await signedInBy(otherSid)).not.toBeNull();
  });

  it("holds the new one to the rules of signing up", async () => {
    await expect(
      changePassword(ctx, { currentPassword: password, newPassword: "short" }),
    ).rejects.toMatchObject({
      fields: {
        newPassword: "The password has 5 characters. Use at least 12, for example four words.",
      },
    });
    await expect(
      changePassword(ctx, { currentPassword: password, newPassword: `my ${email}` }),
    ).rejects.toMatchObject({ fields: { newPassword: expect.stringContaining("email address") } });
  });

  it("lets one of two changes at the same moment win", async () => {
    const tried = await Promise.allSettled(
      ["one new password of four", "two new passwords of four"].map((wanted) =>
        changePassword(ctx, { currentPassword: password, newPassword: wanted }),
      ),
    );
    expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("one's sessions", () => {
  it("lists them with device, organization and which one asks", async () => {
    const sessions = await listSessions(ctx);
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).toMatchObject({
      id: ctx.sessionId,
      isThis: true,
      organizationName: "Halden",
      userAgent: firefox,
    });
    expect(sessions[1]).toMatchObject({ id: sessionIdOf(otherSid), isThis: false });
  });

  it("keeps at most 300 characters of what a browser says of itself", async () => {
    const sid = await signIn({ email, password }, { ...caller(), userAgent: "x".repeat(9000) });
    const [session] = (await listSessions(ctx)).filter(({ id }) => id === sessionIdOf(sid));
    expect(session?.userAgent).toHaveLength(300);
  });

  it("ends one, and pressing twice is no error", async () => {
    const sessionId = sessionIdOf(otherSid);
    for (const _ of [1, 2]) expect(await endSession(ctx, { sessionId })).toEqual({ sessionId });
    expect(await signedInBy(otherSid)).toBeNull();
    expect(await listSessions(ctx)).toHaveLength(1);
  });

  it("ends all others, and says how many", async () => {
    expect(await endOtherSessions(ctx)).toEqual({ endedSessions: 1 });
    expect(await endOtherSessions(ctx)).toEqual({ endedSessions: 0 });
    expect(await signedInBy(otherSid)).toBeNull();
  });

  it("answers for somebody else's session as for one that never was", async () => {
    const stranger = await newOrganization();
    const answer = (sessionId: string) =>
      endSession(stranger, { sessionId }).catch(({ code, message }) => ({ code, message }));
    expect(await answer(sessionIdOf(otherSid))).toEqual(await answer(randomUUID()));
    expect(await signedInBy(otherSid)).not.toBeNull();
  });
});
