import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context, Role } from "@/lib/auth/context";
import { signedInBy } from "@/lib/auth/live-session";
import { findSessionEnd } from "@/lib/data/sessions";
import { switchOrganizationInput } from "@/lib/schemas/member";
import { newMember } from "@/lib/testing/member";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { inviteMember, listInvitations } from "./invitations";
import { changeRole, leaveOrganization, listMembers, removeMember } from "./members";
import { createOrganization, listOrganizations, switchOrganization } from "./organizations";

let owner: Context;
beforeEach(async () => {
  owner = await newOrganization("Halden");
});

const rolesNow = async (ctx: Context) =>
  Object.fromEntries((await listMembers(ctx)).map(({ userId, role }) => [userId, role]));
const events = (orgId: string, action: string) =>
  byOwner<{ detail: object; user_id: string }>(
    orgId,
    "select user_id, detail from audit_event where org_id = $1 and action = $2",
    [orgId, action],
  );
const newKey = ({ orgId, userId }: Context) =>
  byOwner<{ token_hash: string }>(
    orgId,
    `insert into api_key (org_id, name, prefix, token_hash, scope, created_by_user_id)
     values ($1, 'Script', 'll_', $2, 'write', $3) returning token_hash`,
    [orgId, randomUUID(), userId],
  );
const rolesOfKey = async (hash: string | undefined) =>
  (
    await byOwner<{ role: Role; revoked_at: Date | null }>(
      randomUUID(),
      "select role, revoked_at from find_api_key($1)",
      [hash],
    )
  ).map(({ role, revoked_at }) => (revoked_at ? "revoked" : role));

describe("changing a role", () => {
  it("is felt by sessions and keys at their next request, and stands in the audit", async () => {
    const member = await newMember(owner, "editor");
    const [key] = await newKey(member);
    await changeRole(owner, { userId: member.userId, role: "viewer" });
    expect((await signedInBy(member.sid))?.ctx.role).toBe("viewer");
    expect(await rolesOfKey(key?.token_hash)).toEqual(["viewer"]);
    expect(await events(owner.orgId, "change-role")).toEqual([
      { user_id: owner.userId, detail: { name: "Member", from: "editor", to: "viewer" } },
    ]);
  });

  it("to the role that is held already changes nothing and is not audited", async () => {
    const member = await newMember(owner, "editor");
    await changeRole(owner, { userId: member.userId, role: "editor" });
    expect(await events(owner.orgId, "change-role")).toEqual([]);
  });

  it("leaves owners to owners", async () => {
    const [admin, editor] = [await newMember(owner, "admin"), await newMember(owner, "editor")];
    const refused = { code: "FORBIDDEN", message: expect.stringContaining("Ask an owner.") };
    await expect(changeRole(admin, { userId: editor.userId, role: "owner" })).rejects.toMatchObject(
      refused,
    );
    await expect(changeRole(admin, { userId: owner.userId, role: "admin" })).rejects.toMatchObject(
      refused,
    );
    await expect(removeMember(admin, { userId: owner.userId })).rejects.toMatchObject(refused);
    await expect(
      inviteMember(admin, { id: randomUUID(), email: "a@b.example", role: "owner" }),
    ).rejects.toMatchObject(refused);
    await changeRole(admin, { userId: editor.userId, role: "admin" });
    expect((await rolesNow(owner))[editor.userId]).toBe("admin");
  });

  it("looks up again what the caller may do, whatever the request began with", async () => {
    const admin = await newMember(owner, "admin");
    await changeRole(owner, { userId: admin.userId, role: "viewer" });
    await expect(changeRole(admin, { userId: owner.userId, role: "viewer" })).rejects.toMatchObject(
      { code: "FORBIDDEN" },
    );
    await removeMember(owner, { userId: admin.userId });
    await expect(removeMember(admin, { userId: owner.userId })).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: "You are no member of this organization any more.",
    });
  });
});

describe("the last owner", () => {
  const lastOwner = {
    code: "CONFLICT",
    message: "This is the only owner of Halden. Make another member an owner first.",
  };

  it("can neither be demoted nor removed nor leave", async () => {
    const { userId } = owner;
    await expect(changeRole(owner, { userId, role: "admin" })).rejects.toMatchObject(lastOwner);
    await expect(removeMember(owner, { userId })).rejects.toMatchObject(lastOwner);
    await expect(leaveOrganization(owner)).rejects.toMatchObject(lastOwner);
    expect(await rolesNow(owner)).toEqual({ [userId]: "owner" });
  });

  const toEachOther: readonly [string, (one: Context, two: Context) => Promise<unknown>[]][] = [
    [
      "both demote the other",
      (one, two) => [
        changeRole(one, { userId: two.userId, role: "viewer" }),
        changeRole(two, { userId: one.userId, role: "viewer" }),
      ],
    ],
    [
      "both remove the other",
      (one, two) => [
        removeMember(one, { userId: two.userId }),
        removeMember(two, { userId: one.userId }),
      ],
    ],
    ["both leave", (one, two) => [leaveOrganization(one), leaveOrganization(two)]],
    [
      "one demotes the other and leaves",
      (one, two) => [
        changeRole(one, { userId: two.userId, role: "admin" }),
        leaveOrganization(one),
      ],
    ],
    [
      "one steps down while the other leaves",
      (one, two) => [
        changeRole(one, { userId: one.userId, role: "editor" }),
        leaveOrganization(two),
      ],
    ],
  ];

  it.each(toEachOther)("of two is still there when at once %s", async (_, race) => {
    const second = await newMember(owner, "owner");
    const answers = await Promise.allSettled(race(owner, second));
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const owners = await byOwner(
      owner.orgId,
      "select from membership where org_id = $1 and role = 'owner'",
      [owner.orgId],
    );
    expect(owners).toHaveLength(1);
  });
});

describe("removing a member", () => {
  it("ends their session here, their keys and what they invited to, for good", async () => {
    const admin = await newMember(owner, "admin");
    const [key] = await newKey(admin);
    const email = `${randomUUID()}@halden.example`;
    await inviteMember(admin, { id: randomUUID(), email, role: "editor" });
    await removeMember(owner, { userId: admin.userId });
    expect(await signedInBy(admin.sid)).toBeNull();
    expect(await findSessionEnd(admin.sessionId)).toBe("not-a-member");
    expect(await findSessionEnd(owner.sessionId)).toBeNull();
    expect(await listInvitations(owner)).toEqual([]);
    await byOwner(
      owner.orgId,
      "insert into membership (org_id, user_id, role) values ($1, $2, 'viewer')",
      [owner.orgId, admin.userId],
    );
    expect(await rolesOfKey(key?.token_hash)).toEqual(["revoked"]);
    expect(await events(owner.orgId, "remove")).toEqual([
      { user_id: owner.userId, detail: { name: "Member", role: "admin" } },
    ]);
  });

  it("takes back what an administrator invited to when they are one no more", async () => {
    const admin = await newMember(owner, "admin");
    await inviteMember(admin, { id: randomUUID(), email: "x@halden.example", role: "viewer" });
    await changeRole(owner, { userId: admin.userId, role: "editor" });
    expect(await listInvitations(owner)).toEqual([]);
  });

  it("20 times at once removes once", async () => {
    const member = await newMember(owner, "viewer");
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => removeMember(owner, { userId: member.userId })),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await events(owner.orgId, "remove")).toHaveLength(1);
  });
});

describe("organizations of one user", () => {
  it("are made once by a form that was sent 20 times at once, and entered", async () => {
    const member = await newMember(owner, "viewer");
    const form = { id: randomUUID(), name: " Stavra " };
    const made = await Promise.all(
      Array.from({ length: 20 }, () => createOrganization(member, form)),
    );
    expect(new Set(made.map(({ organizationId }) => organizationId)).size).toBe(1);
    expect(switchOrganizationInput.safeParse(made[0])).toMatchObject({ success: true });
    expect(await signedInBy(member.sid)).toMatchObject({
      ctx: { role: "owner", orgId: made[0]?.organizationId },
      account: { orgName: "Stavra" },
    });
    expect(await listOrganizations(member)).toMatchObject([
      { name: "Halden", role: "viewer", isCurrent: true },
      { name: "Stavra", role: "owner", isCurrent: false },
    ]);
    expect(await events(made[0]?.organizationId ?? "", "create")).toHaveLength(1);
  });

  it("are never another's, whatever id a form names", async () => {
    const member = await newMember(owner, "viewer");
    const { organizationId } = await createOrganization(member, { id: owner.orgId, name: "Mine" });
    expect(organizationId).not.toBe(owner.orgId);
  });

  it("are entered by their members alone", async () => {
    const member = await newMember(owner, "viewer");
    const foreign = await newOrganization("Foreign");
    const answers = await Promise.all(
      [foreign.orgId, randomUUID(), "no id"].map((organizationId) =>
        switchOrganization(member, { organizationId }).catch(({ code, message }) => ({
          code,
          message,
        })),
      ),
    );
    expect(answers[0]).toEqual({
      code: "NOT_FOUND",
      message: "There is no such organization among yours.",
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect((await signedInBy(member.sid))?.ctx.orgId).toBe(owner.orgId);
  });

  it("a user who leaves one goes on in the other; from the last they are out", async () => {
    const member = await newMember(owner, "editor");
    await createOrganization(member, { id: randomUUID(), name: "Stavra" });
    await switchOrganization(member, { organizationId: owner.orgId });
    expect(await leaveOrganization(member)).toEqual({ enters: "Stavra" });
    const now = await signedInBy(member.sid);
    expect(now?.account.orgName).toBe("Stavra");
    const alone = await newMember(owner, "editor");
    expect(await leaveOrganization(alone)).toEqual({ enters: null });
    expect(await signedInBy(alone.sid)).toBeNull();
  });

  it("are 20 at most, and named", async () => {
    const member = await newMember(owner, "viewer");
    await expect(createOrganization(member, { id: randomUUID(), name: " " })).rejects.toMatchObject(
      { code: "INVALID", fields: { name: expect.stringContaining("empty") } },
    );
    for (let count = 1; count < 20; count++)
      await createOrganization(member, { id: randomUUID(), name: `Number ${count}` });
    await expect(
      createOrganization(member, { id: randomUUID(), name: "One more" }),
    ).rejects.toMatchObject({ code: "INVALID" });
  });
});

it("visitors of the sample organization cannot change who belongs to it", async () => {
  await byOwner(owner.orgId, "update organization set is_sample = true where id = $1", [
    owner.orgId,
  ]);
  const visitor = await newMember(owner, "editor");
  await expect(leaveOrganization(visitor)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(
    createOrganization(visitor, { id: randomUUID(), name: "Theirs" }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});
