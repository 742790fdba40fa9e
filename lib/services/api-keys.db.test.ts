import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { contextOfKey, roleOf } from "@/lib/auth/api-key";
import type { Context } from "@/lib/auth/context";
import { as, byOwner, newOrganization } from "@/lib/testing/organization";
import { createApiKey, listApiKeys, revokeApiKey } from "./api-keys";

const local = { ip: "127.0.0.1", isLocal: true };
const input = (scope: "read" | "write" = "write") =>
  ({ id: randomUUID(), name: "Nightly export", scope, lifetimeDays: 90 }) as const;
const bearer = (token: string) => contextOfKey(`Bearer ${token}`, local);
const refused = { code: "UNAUTHENTICATED" };

let ctx: Context;
beforeEach(async () => {
  ctx = await newOrganization();
});

async function colleague(role: "editor" | "viewer" = "editor"): Promise<Context> {
  const other = await newOrganization();
  const statement = "insert into membership (org_id, user_id, role) values ($1, $2, $3::role)";
  await byOwner(ctx.orgId, statement, [ctx.orgId, other.userId, role]);
  return { ...ctx, userId: other.userId, role };
}

describe("an API key", () => {
  it("opens for its maker, and is kept as a hash alone", async () => {
    const { id, token } = await createApiKey(ctx, input());
    expect(token).toMatch(/^ll_[\w-]{43}$/);
    expect(await bearer(token)).toMatchObject({
      orgId: ctx.orgId,
      userId: ctx.userId,
      role: "editor",
      apiKeyId: id,
    });
    const rows = await byOwner(
      ctx.orgId,
      "select to_jsonb(k) as held from api_key k where id = $1",
      [id],
    );
    expect(JSON.stringify(rows)).not.toContain(token.slice(10));
    expect(JSON.stringify(rows)).toContain(token.slice(0, 10));
  });

  it("is written as used at most once a minute", async () => {
    const { id, token } = await createApiKey(ctx, input());
    const used = async () =>
      (
        await byOwner<{ at: Date | null }>(
          ctx.orgId,
          "select last_used_at as at from api_key where id = $1",
          [id],
        )
      )[0]?.at;
    expect(await used()).toBeNull();
    await Promise.all(Array.from({ length: 5 }, () => bearer(token)));
    const first = await used();
    expect(first).toBeInstanceOf(Date);
    await bearer(token);
    expect(await used()).toEqual(first);
    await byOwner(
      ctx.orgId,
      "update api_key set last_used_at = now() - interval '2 minutes' where id = $1",
      [id],
    );
    await bearer(token);
    expect((await used())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? 0);
  });

  it("opens nothing once it is revoked, expired, or its maker has left", async () => {
    const revoked = await createApiKey(ctx, input());
    await revokeApiKey(ctx, { keyId: revoked.id });
    await expect(bearer(revoked.token)).rejects.toMatchObject(refused);

    const expired = await createApiKey(ctx, input());
    await byOwner(ctx.orgId, "update api_key set expires_at = now() where id = $1", [expired.id]);
    await expect(bearer(expired.token)).rejects.toMatchObject(refused);

    const editor = await colleague();
    const left = await createApiKey(editor, input());
    await bearer(left.token);
    await byOwner(ctx.orgId, "delete from membership where org_id = $1 and user_id = $2", [
      ctx.orgId,
      editor.userId,
    ]);
    await expect(bearer(left.token)).rejects.toMatchObject(refused);
  });

  it("may do what its maker may do now", async () => {
    const editor = await colleague();
    const { token } = await createApiKey(editor, input());
    await byOwner(
      ctx.orgId,
      "update membership set role = 'viewer' where org_id = $1 and user_id = $2",
      [ctx.orgId, editor.userId],
    );
    expect(await bearer(token)).toMatchObject({ role: "viewer" });
  });

  it.each([
    ["owner", "write", "editor"],
    ["admin", "write", "editor"],
    ["editor", "write", "editor"],
    ["viewer", "write", "viewer"],
    ["owner", "read", "viewer"],
  ] as const)("of an %s with the scope %s acts as %s", (role, scope, acts) => {
    expect(roleOf(role, scope)).toBe(acts);
  });

  it.each([null, "", "Bearer", "Basic abc", "Bearer ll_short", `Bearer ll_${"x".repeat(43)}`])(
    "is not %j",
    async (header) => {
      await expect(contextOfKey(header, local)).rejects.toMatchObject(refused);
    },
  );

  it("is tried so many times from one address, and a good one goes on", async () => {
    const caller = { ip: `198.51.100.${randomUUID()}`, isLocal: false };
    const wrong = () => contextOfKey(`Bearer ll_${"y".repeat(43)}`, caller);
    for (let tries = 0; tries < 60; tries += 1)
      await expect(wrong()).rejects.toMatchObject(refused);
    await expect(wrong()).rejects.toMatchObject({
      code: "UNAVAILABLE",
      retryAfterSeconds: expect.any(Number),
    });
    const { token } = await createApiKey(ctx, input());
    expect(await contextOfKey(`Bearer ${token}`, caller)).toMatchObject({ orgId: ctx.orgId });
  });

  it("is used so many times a minute", async () => {
    const { token } = await createApiKey(ctx, input());
    const results = [];
    for (let calls = 0; calls < 1300; calls += 1) results.push(await bearer(token).catch((e) => e));
    const limited = results.filter((result) => result instanceof Error);
    expect(limited.length).toBeGreaterThan(0);
    for (const error of limited)
      expect(error).toMatchObject({ code: "UNAVAILABLE", retryAfterSeconds: expect.any(Number) });
  });

  it("is not made in the sample organization", async () => {
    const sample = await newOrganization();
    // The youngest, so that no other test takes it for the one that visitors enter.
    await byOwner(
      sample.orgId,
      "update organization set is_sample = true, created_at = '2999-01-01' where id = $1",
      [sample.orgId],
    );
    await expect(createApiKey(sample, input())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the keys of an organization", () => {
  it("are one's own for an editor and all for an administrator, who may revoke them", async () => {
    const editor = await colleague();
    const theirs = await createApiKey(editor, input());
    const mine = await createApiKey(ctx, input("read"));
    expect((await listApiKeys(editor)).map(({ id }) => id)).toEqual([theirs.id]);
    const all = await listApiKeys(as(ctx, "admin"));
    expect(all.map(({ id, isOwn }) => [id, isOwn])).toEqual([
      [mine.id, true],
      [theirs.id, false],
    ]);
    await expect(revokeApiKey(editor, { keyId: mine.id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await revokeApiKey(as(ctx, "admin"), { keyId: theirs.id });
    await revokeApiKey(as(ctx, "admin"), { keyId: theirs.id });
    expect(await listApiKeys(editor)).toEqual([]);
    const events = await byOwner(
      ctx.orgId,
      "select action from audit_event where subject = 'apiKey' and subject_id = $1 order by at",
      [theirs.id],
    );
    expect(events).toEqual([{ action: "create" }, { action: "revoke" }]);
  });

  it("answer for another organization's key as for one that never was", async () => {
    const theirs = await createApiKey(await newOrganization(), input());
    const answers = [];
    for (const keyId of [theirs.id, randomUUID(), "not-an-id"])
      answers.push(
        await revokeApiKey(ctx, { keyId }).catch(({ code, message }) => ({ code, message })),
      );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ code: "NOT_FOUND" });
  });
});
