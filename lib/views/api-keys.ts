import { counted, dateText, instantText } from "@/lib/format";
import type { ApiKeySummary } from "@/lib/schemas/api-key";

/** An API key as its row says it. */
export type ApiKeyRow = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scope: string;
  readonly made: string;
  readonly lastUsed: string;
  readonly expires: string;
  readonly isExpired: boolean;
};

export const scopeWords = {
  read: "Reads: may see and compute plans",
  write: "Writes: may change plans too",
} as const;

const scopeShort = { read: "reads", write: "reads and writes" } as const;

export const apiKeyRows = (keys: readonly ApiKeySummary[]): readonly ApiKeyRow[] =>
  keys.map(({ id, name, prefix, scope, isExpired, ...key }) => ({
    id,
    name,
    prefix: `${prefix}\u2026`,
    scope: scopeShort[scope],
    made: `${key.isOwn ? "by you" : `by ${key.madeByName}`}, ${day(key.createdAt)}`,
    lastUsed: key.lastUsedAt === null ? "never used" : `used ${instantText(key.lastUsedAt)}`,
    expires: expiryOf(key.expiresAt, isExpired),
    isExpired,
  }));

const day = (instant: string) => dateText(instant.slice(0, 10));

function expiryOf(expiresAt: string | null, isExpired: boolean): string {
  if (expiresAt === null) return "does not expire";
  return `${isExpired ? "expired" : "expires"} ${day(expiresAt)}`;
}

export const apiKeysTitle = (count: number): string =>
  count === 0 ? "API keys" : counted(count, "API key");

export const lifetimeChoices = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "365 days" },
  { value: "never", label: "Never" },
] as const;
