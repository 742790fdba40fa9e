import { findLiveKey, type KeyScope, type LiveKey, touchKey } from "@/lib/data/api-keys";
import { AppError } from "@/lib/errors";
import { noteCaller } from "@/lib/log/request-scope";
import { keyTokenIn } from "./api-key-token";
import type { CallerAddress } from "./caller-address";
import type { Context, Role } from "./context";
import { limitKey, limitKeyTries } from "./limits";
import { hashOfSecret } from "./secret";

/** The context of a request that came with a key: `apiKeyId` is there for certain. */
export type KeyContext = Context & { readonly apiKeyId: string };

const noKey =
  "Send an API key as the header \u201cAuthorization: Bearer ll_\u2026\u201d. Keys are made under Settings, API keys.";
const noSuchKey =
  "This API key opens nothing: it is mistyped, was revoked, has expired, or its maker left. Make a new one under Settings, API keys.";
const touchAfterMs = 60_000;

/** Who comes with this Authorization header: its key's maker, never beyond what they may do now. */
export async function contextOfKey(
  authorization: string | null,
  caller: CallerAddress,
): Promise<KeyContext> {
  const token = keyTokenIn(authorization);
  const key = token === null ? null : await findLiveKey(hashOfSecret(token));
  if (!key) {
    if (authorization !== null) await limitKeyTries(caller);
    throw new AppError("UNAUTHENTICATED", authorization === null ? noKey : noSuchKey);
  }
  await limitKey(key.id);
  if (isStale(key)) await touchKey(key);
  const { orgId, userId, id } = key;
  noteCaller({ orgId, userId, apiKeyId: id });
  return { orgId, userId, role: roleOf(key.role, key.scope), sessionId: id, apiKeyId: id };
}

const isStale = ({ lastUsedAt }: LiveKey) =>
  lastUsedAt === null || Date.now() - lastUsedAt.getTime() > touchAfterMs;

/** A key reads as a viewer does or writes as an editor does; what its maker lost, it lost too. */
export const roleOf = (role: Role, scope: KeyScope): Role =>
  scope === "read" || role === "viewer" ? "viewer" : "editor";
