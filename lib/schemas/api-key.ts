import * as z from "zod/mini";
import { rowName } from "./figure";
import { uuid } from "./uuid";

export const keyScopes = ["read", "write"] as const;

/** Days until a key expires; null is never. */
export const keyLifetimesDays = [30, 90, 365, null] as const;

export const createApiKeyInput = z.strictObject({
  /** The client's, so that a form sent twice makes one key. */
  id: uuid,
  name: rowName,
  scope: z.enum(keyScopes),
  lifetimeDays: z.literal(keyLifetimesDays),
});
export type CreateApiKey = z.infer<typeof createApiKeyInput>;

export const apiKeyNamedInput = z.strictObject({
  keyId: uuid,
});

/** A key in a list; its secret is nowhere. */
export type ApiKeySummary = {
  readonly id: string;
  readonly name: string;
  /** How the secret begins. */
  readonly prefix: string;
  readonly scope: (typeof keyScopes)[number];
  readonly madeByName: string;
  readonly isOwn: boolean;
  /** ISO 8601, UTC, as the three below. */
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly isExpired: boolean;
  readonly lastUsedAt: string | null;
};
