import { newKeyToken } from "@/lib/auth/api-key-token";
import type { Context } from "@/lib/auth/context";
import { authorize, can } from "@/lib/auth/permissions";
import {
  countKeys,
  findKeyState,
  insertKey,
  isSampleOrganization,
  type KeyRow,
  listKeys,
  revokeKey,
} from "@/lib/data/api-keys";
import { insertAuditEvent } from "@/lib/data/audit";
import { withOrganization } from "@/lib/data/client";
import { AppError } from "@/lib/errors";
import type { ApiKeySummary, CreateApiKey } from "@/lib/schemas/api-key";
import { idOr } from "./ids";

/** The secret is given here and never again. */
export type ApiKeyCreated = { readonly id: string; readonly token: string };

const maxKeys = 100;
const day = 24 * 60 * 60 * 1000;

/** One's own keys; all members' for an administrator. */
export async function listApiKeys(ctx: Context): Promise<readonly ApiKeySummary[]> {
  authorize(ctx, "key:manage");
  const { orgId, userId } = ctx;
  const whose = can(ctx.role, "key:manage-all") ? {} : { userId };
  const rows = await withOrganization(orgId, (tx) => listKeys(tx, orgId, whose));
  return rows.map((row) => toSummary(row, userId));
}

function toSummary(row: KeyRow, userId: string): ApiKeySummary {
  const { madeByUserId, createdAt, expiresAt, lastUsedAt, ...rest } = row;
  return {
    ...rest,
    isOwn: madeByUserId === userId,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    isExpired: expiresAt !== null && expiresAt.getTime() <= Date.now(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

export async function createApiKey(ctx: Context, input: CreateApiKey): Promise<ApiKeyCreated> {
  authorize(ctx, "key:manage");
  const { orgId, userId } = ctx;
  const { id, name, scope, lifetimeDays } = input;
  const { token, prefix, tokenHash } = newKeyToken();
  const expiresAt = lifetimeDays === null ? null : new Date(Date.now() + lifetimeDays * day);
  await withOrganization(orgId, async (tx) => {
    if (await isSampleOrganization(tx, orgId))
      throw new AppError(
        "FORBIDDEN",
        "The sample organization is shared by its visitors and has no API keys. Make one in an organization of your own.",
      );
    if (await findKeyState(tx, orgId, id))
      throw new AppError("CONFLICT", "This key was made already. Its secret is shown only once.");
    if ((await countKeys(tx, orgId)) >= maxKeys)
      throw new AppError(
        "INVALID",
        `An organization has at most ${maxKeys} keys. Revoke one first.`,
      );
    const key = { id, name, scope, prefix, tokenHash, createdByUserId: userId, expiresAt };
    await insertKey(tx, orgId, key);
    const detail = { name, scope };
    await insertAuditEvent(tx, ctx, { action: "create", ...subject(id), detail });
  });
  return { id, token };
}

/** One's own; anybody's for an administrator. Revoking twice is revoking once. */
export async function revokeApiKey(
  ctx: Context,
  input: { readonly keyId: string },
): Promise<{ readonly id: string }> {
  authorize(ctx, "key:manage");
  const { orgId, userId } = ctx;
  const keyId = idOr(input.keyId, noSuchKey);
  await withOrganization(orgId, async (tx) => {
    const held = await findKeyState(tx, orgId, keyId);
    if (!held) throw noSuchKey();
    if (held.createdByUserId !== userId) authorize(ctx, "key:manage-all");
    if (held.revokedAt !== null) return;
    await revokeKey(tx, orgId, keyId);
    await insertAuditEvent(tx, ctx, {
      action: "revoke",
      ...subject(keyId),
      detail: { name: held.name },
    });
  });
  return { id: keyId };
}

const subject = (id: string) => ({ subject: "apiKey" as const, subjectId: id });

const noSuchKey = () => new AppError("NOT_FOUND", "There is no such API key.");
