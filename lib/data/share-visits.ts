import type { OrgId } from "@/lib/auth/context";
import { readGlobal, type Transaction } from "./client";

/** A link that opens now. */
export type LiveShareLink = {
  readonly orgId: OrgId;
  readonly id: string;
  readonly hasPasscode: boolean;
  readonly expiresAt: Date;
};

/** By the hash of its token, before an organization is known. */
export async function findLiveShareLink(tokenHash: string): Promise<LiveShareLink | null> {
  const rows = await readGlobal<LiveShareLink>`
    select org_id as "orgId", id, has_passcode as "hasPasscode", expires_at as "expiresAt"
    from find_share_link(${tokenHash})`;
  return rows[0] ?? null;
}

/** A visit that lasts now, by a link that opens now. */
export type LiveShareVisit = {
  readonly orgId: OrgId;
  readonly id: string;
  readonly linkId: string;
  readonly isOpen: boolean;
};

/** By the hash of what the browser's cookie says. */
export async function findLiveShareVisit(secretHash: string): Promise<LiveShareVisit | null> {
  const rows = await readGlobal<LiveShareVisit>`
    select org_id as "orgId", id, link_id as "linkId", is_open as "isOpen"
    from find_share_visit(${secretHash})`;
  return rows[0] ?? null;
}

export type NewShareVisit = {
  readonly id: string;
  readonly linkId: string;
  readonly secretHash: string;
  readonly browser: string;
  readonly isOpen: boolean;
  readonly expiresAt: Date;
};

/** Who followed the link and read nothing leaves no trace once the visit is over. */
export async function insertShareVisit(
  tx: Transaction,
  orgId: OrgId,
  visit: NewShareVisit,
): Promise<void> {
  await tx.shareVisit.deleteMany({
    where: { orgId, linkId: visit.linkId, seenAt: null, expiresAt: { lte: new Date() } },
  });
  await tx.shareVisit.create({ data: { orgId, ...visit } });
}

export async function deleteShareVisit(tx: Transaction, orgId: OrgId, id: string): Promise<void> {
  await tx.shareVisit.deleteMany({ where: { orgId, id } });
}

/** The passcode that the link of a visit asks for, and how long the link lasts. */
export async function findPasscode(
  tx: Transaction,
  orgId: OrgId,
  linkId: string,
): Promise<{ readonly passcodeHash: string | null; readonly expiresAt: Date } | null> {
  return tx.shareLink.findUnique({
    where: { orgId_id: { orgId, id: linkId } },
    select: { passcodeHash: true, expiresAt: true },
  });
}

/** What a link shows: one issue, its document as it was issued and nothing else of the organization. */
export type SharedIssue = {
  readonly issue: number;
  /** JSON of the document alone, not of the snapshot. */
  readonly document: string;
  readonly expiresAt: Date;
};

export async function findSharedIssue(
  tx: Transaction,
  orgId: OrgId,
  linkId: string,
): Promise<SharedIssue | null> {
  const row = await tx.shareLink.findUnique({
    where: { orgId_id: { orgId, id: linkId } },
    select: { issue: true, expiresAt: true, of: { select: { document: true } } },
  });
  return row && { issue: row.issue, expiresAt: row.expiresAt, document: row.of.document };
}

/** Says that the document was drawn for a visit now, unless that was said less than a minute ago. */
export async function touchShareVisit(
  tx: Transaction,
  { orgId, id }: Pick<LiveShareVisit, "orgId" | "id">,
): Promise<void> {
  await tx.$queryRaw`
    update share_visit set seen_at = coalesce(seen_at, now()), last_seen_at = now()
    where org_id = ${orgId}::uuid and id = ${id}::uuid
      and (last_seen_at is null or last_seen_at < now() - interval '1 minute')
    returning 1 as touched`;
}
