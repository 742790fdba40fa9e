import * as z from "zod/mini";
import { issueNumber } from "./proposal";
import { storableText } from "./text";
import { uuid } from "./uuid";

/** Days until a link ends. There is no link that does not end. */
export const linkLifetimesDays = [7, 14, 30, 90, 365] as const;
export const usualLifetimeDays = 30;

export const shortestPasscode = 6;

/** Said beside the field before it is sent: the general sentence would repeat what was typed. */
export const shortPasscodeText = `Use at least ${shortestPasscode} characters: whoever has the link may guess.`;

const passcode = z
  .string()
  .check(
    z.minLength(shortestPasscode, shortPasscodeText),
    z.maxLength(64, "Use at most 64 characters."),
    storableText,
  );

export const shareLinksOf = z.strictObject({
  proposalId: uuid,
  issue: issueNumber,
});
export type ShareLinksOf = z.infer<typeof shareLinksOf>;

export const createShareLinkInput = z.strictObject({
  /** The client's, so that a form sent twice makes one link. */
  id: uuid,
  ...shareLinksOf.shape,
  label: z
    .string()
    .check(z.trim(), z.minLength(1, "Say for whom the link is."), z.maxLength(80), storableText),
  lifetimeDays: z.literal(linkLifetimesDays),
  /** Null where the link alone opens it. */
  passcode: z.nullable(passcode),
});
export type CreateShareLink = z.infer<typeof createShareLinkInput>;

export const shareLinkNamed = z.strictObject({ proposalId: uuid, linkId: uuid });
export type ShareLinkNamed = z.infer<typeof shareLinkNamed>;

/** One browser that read the document by a link. */
export type ShareView = {
  readonly id: string;
  readonly browser: string;
  /** ISO 8601, UTC, as all below. */
  readonly seenAt: string;
  readonly lastSeenAt: string;
};

/** A link as its list has it; its token is nowhere. */
export type ShareLink = {
  readonly id: string;
  readonly label: string;
  readonly hasPasscode: boolean;
  readonly state: "open" | "revoked" | "expired";
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  /** Null where the account is gone. */
  readonly createdByName: string | null;
  readonly viewCount: number;
  /** The newest first, not all where there are many. */
  readonly views: readonly ShareView[];
};

/** Given this once: what is stored cannot give the address again. */
export type ShareLinkMade = { readonly id: string; readonly path: string };
