import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { joinAsNew, joinWithPassword, openInvitation } from "@/lib/auth/invitations";
import { openSession, signedInBy } from "@/lib/auth/live-session";
import { sessionIdOf } from "@/lib/auth/session-token";
import { signIn } from "@/lib/auth/sign-in";
import { signUp } from "@/lib/auth/sign-up";
import { newMember } from "@/lib/testing/member";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import {
  acceptInvitation,
  inviteMember,
  listInvitations,
  renewInvitation,
  revokeInvitation,
} from "./invitations";
import { listMembers, removeMember } from "./members";

const password = "four words would do";
const here = { ip: "127.0.0.1", isLocal: true };
const ended = {
  code: "CONFLICT",
  message: "This invitation has ended meanwhile. Ask for a new link.",
};

let owner: Context;
let email: string;
beforeEach(async () => {
  owner = await newOrganization("Halden");
  email = `${randomUUID()}@halden.example`;
});

const invite = (to = email) => inviteMember(owner, { id: randomUUID(), email: to, role: "editor" });
const emails = async () => (await listMembers(owner)).map((member) => member.email);
const accepts = () =>
  byOwner(owner.orgId, "select from audit_event where org_id = $1 and action = 'accept'", [
    owner.orgId,
  ]);

/** Somebody with an account and an organization of their own. */
async function newPerson(address: string): Promise<Context> {
  const sid = await signUp(
    { name: "Ben", email: address, password, organizationName: "Stavra" },
    here,
  );
  const signedIn = await signedInBy(sid);
  if (!signedIn) throw new Error("the test's person is not signed in");
  return signedIn.ctx;
}

describe("an invitation", () => {
  it("stores no token, holds for 72 hours and says what it offers", async () => {
    const { token, expiresAt } = await invite(` ${email.toUpperCase()} `);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(71.9 * 3_600_000);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(72 * 3_600_000);
    const held = await byOwner<{ held: string }>(
      owner.orgId,
      "select jsonb_agg(i)::text || (select jsonb_agg(e)::text from audit_event e) as held from invitation i",
    );
    expect(held[0]?.held).toContain(email);
    expect(held[0]?.held).not.toContain(token);
    expect(await openInvitation(token, here)).toEqual({
      state: "open",
      orgName: "Halden",
      invitedBy: "Owner",
      email,
      role: "editor",
    });
  });

  it("is one for an address, also from 20 forms at once, and none for a member", async () => {
    const sent = await Promise.allSettled(Array.from({ length: 20 }, () => invite()));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await listInvitations(owner)).toHaveLength(1);
    const member = await newMember(owner, "viewer");
    await expect(invite(member.email)).rejects.toMatchObject({
      code: "INVALID",
      fields: { email: expect.stringContaining("is a member already") },
    });
    await expect(invite("no address")).rejects.toMatchObject({
      fields: { email: expect.any(String) },
    });
  });

  it("ends by a new link, by being taken back, and by time; each says so", async () => {
    const first = await invite();
    const [pending] = await listInvitations(owner);
    const invitationId = pending?.id ?? "";
    const second = await renewInvitation(owner, { invitationId, id: randomUUID() });
    expect((await openInvitation(first.token, here)).state).toBe("revoked");
    expect((await openInvitation(second.token, here)).state).toBe("open");
    await expect(renewInvitation(owner, { invitationId, id: randomUUID() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await byOwner(owner.orgId, "update invitation set expires_at = now() where org_id = $1", [
      owner.orgId,
    ]);
    expect((await openInvitation(second.token, here)).state).toBe("expired");
    const person = await newPerson(email);
    for (const token of [first.token, second.token, "nobody's token", ""])
      await expect(acceptInvitation(person, { token })).rejects.toMatchObject(ended);
    expect(await openInvitation("nobody's token", here)).toEqual({ state: "unknown" });
    expect(await emails()).not.toContain(email);
    const third = await invite();
    const [open] = await listInvitations(owner);
    await revokeInvitation(owner, { invitationId: open?.id ?? "" });
    expect((await openInvitation(third.token, here)).state).toBe("revoked");
  });
});

describe("accepting", () => {
  it("20 times at once makes one membership and one audit event, and enters", async () => {
    const { token } = await invite();
    const person = await newPerson(email);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => acceptInvitation(person, { token })),
    );
    expect(answers).toContainEqual({ organizationName: "Halden" });
    expect((await emails()).filter((address) => address === email)).toHaveLength(1);
    expect(await accepts()).toHaveLength(1);
    expect((await openInvitation(token, here)).state).toBe("used");
  });

  it("is for the invited address alone", async () => {
    const { token } = await invite();
    const other = await newPerson(`${randomUUID()}@halden.example`);
    await expect(acceptInvitation(other, { token })).rejects.toMatchObject(ended);
    expect((await openInvitation(token, here)).state).toBe("open");
    expect(await emails()).toHaveLength(1);
  });

  it("has no effect again once the member was removed", async () => {
    const { token } = await invite();
    const person = await newPerson(email);
    await acceptInvitation(person, { token });
    await removeMember(owner, { userId: person.userId });
    await expect(acceptInvitation(person, { token })).rejects.toMatchObject(ended);
    await expect(joinWithPassword({ token, password }, here)).rejects.toMatchObject(ended);
    expect(await emails()).not.toContain(email);
  });

  it("makes an account at the fixed address, once, with one organization", async () => {
    const { token } = await invite();
    const form = { token, name: "Ana", password };
    const sent = await Promise.allSettled(Array.from({ length: 5 }, () => joinAsNew(form, here)));
    const [sid] = sent.flatMap((s) => (s.status === "fulfilled" ? [s.value] : []));
    expect(await signedInBy(sid ?? "")).toMatchObject({
      ctx: { orgId: owner.orgId, role: "editor" },
      account: { userName: "Ana", orgName: "Halden" },
    });
    const memberships = await byOwner(
      owner.orgId,
      'select from auth_memberships((select id from "user" where email = $1))',
      [email],
    );
    expect(memberships).toHaveLength(1);
    expect(await accepts()).toHaveLength(1);
  });

  it("makes no account of a form that is wrong, nor of a link that ended", async () => {
    const { token } = await invite();
    await expect(joinAsNew({ token, name: " ", password: "short" }, here)).rejects.toMatchObject({
      fields: { name: expect.any(String), password: expect.any(String) },
    });
    const [pending] = await listInvitations(owner);
    await revokeInvitation(owner, { invitationId: pending?.id ?? "" });
    await expect(joinAsNew({ token, name: "Ana", password }, here)).rejects.toMatchObject(ended);
    expect(await byOwner(owner.orgId, 'select from "user" where email = $1', [email])).toEqual([]);
  });

  it("takes the password of an account that is there already, and no other", async () => {
    const { token } = await invite();
    await newPerson(email);
    await expect(
      joinAsNew({ token, name: "Eve", password: "five other words would do" }, here),
    ).rejects.toMatchObject({ code: "INVALID" });
    expect((await openInvitation(token, here)).state).toBe("open");
    const sid = await joinWithPassword({ token, password }, here);
    expect((await signedInBy(sid))?.account.orgName).toBe("Halden");
  });

  it("lets a user back in who belonged to no organization any more", async () => {
    const { token } = await invite();
    const sid = await joinAsNew({ token, name: "Ana", password }, here);
    const ctx = (await signedInBy(sid))?.ctx;
    await removeMember(owner, { userId: ctx?.userId ?? "" });
    await expect(signIn({ email, password }, here)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const again = await invite();
    const back = await joinWithPassword({ token: again.token, password }, here);
    expect((await signedInBy(back))?.account.orgName).toBe("Halden");
  });
});

it("signing in enters the organization last used, and is audited there", async () => {
  const { token } = await invite();
  const person = await newPerson(email);
  await acceptInvitation(person, { token });
  const sid = await signIn({ email, password }, here);
  expect((await signedInBy(sid))?.account.orgName).toBe("Halden");
  const audited = await byOwner<{ subject_id: string }>(
    owner.orgId,
    "select subject_id from audit_event where org_id = $1 and action = 'sign-in'",
    [owner.orgId],
  );
  expect(audited).toEqual([{ subject_id: sessionIdOf(sid) }]);
  await removeMember(owner, { userId: person.userId });
  const next = await signIn({ email, password }, here);
  expect((await signedInBy(next))?.account.orgName).toBe("Stavra");
  expect(await signedInBy(await openSession(person.userId, owner.orgId))).toBeNull();
});
