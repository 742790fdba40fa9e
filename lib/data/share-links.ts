import type { OrgId } from "@/lib/auth/context";
import type { ShareLink, ShareLinksOf } from "@/lib/schemas/share-link";
import type { Actor } from "./audit";
import type { Transaction } from "./client";

const mostViews = 50;

const columns = {
  id: true,
  label: true,
  passcodeHash: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  createdBy: { select: { name: true } },
} as const;

/** The links of an issue, the newest first, each with who read by it. */
export async function listShareLinks(
  tx: Transaction,
  orgId: OrgId,
  { proposalId, issue }: ShareLinksOf,
): Promise<readonly ShareLink[]> {
  const rows = await tx.shareLink.findMany({
    where: { orgId, proposalId, issue },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: columns,
  });
  const read = await listViews(
    tx,
    orgId,
    rows.map(({ id }) => id),
  );
  return rows.map(({ passcodeHash, createdBy, createdAt, expiresAt, revokedAt, ...row }) => {
    const views = read.filter(({ linkId }) => linkId === row.id);
    return {
      ...row,
      hasPasscode: passcodeHash !== null,
      state: revokedAt ? "revoked" : expiresAt.getTime() <= Date.now() ? "expired" : "open",
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
      createdByName: createdBy?.name ?? null,
      viewCount: views[0]?.ofLink ?? 0,
      views: views.map(({ id, browser, seenAt, lastSeenAt }) => ({
        ...{ id, browser },
        seenAt: seenAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
    };
  });
}

type ReadView = {
  readonly linkId: string;
  readonly id: string;
  readonly browser: string;
  readonly seenAt: Date;
  readonly lastSeenAt: Date;
  /** How many the link has, those that are not told included. */
  readonly ofLink: number;
};

/** Of each link the newest, in one query however many links there are. */
async function listViews(
  tx: Transaction,
  orgId: OrgId,
  linkIds: readonly string[],
): Promise<readonly ReadView[]> {
  if (linkIds.length === 0) return [];
  return tx.$queryRaw<ReadView[]>`
    select link_id as "linkId", id, browser, seen_at as "seenAt", last_seen_at as "lastSeenAt", of_link as "ofLink"
    from (
      select link_id, id, browser, seen_at, coalesce(last_seen_at, begun_at) as last_seen_at,
        (count(*) over (partition by link_id))::int as of_link,
        row_number() over (partition by link_id order by last_seen_at desc, id) as place
      from share_visit
      where org_id = ${orgId}::uuid and link_id = any(${linkIds}::uuid[]) and seen_at is not null
    ) visit
    where place <= ${mostViews}
    order by link_id, place`;
}

export const countShareLinks = (tx: Transaction, orgId: OrgId, of: ShareLinksOf): Promise<number> =>
  tx.shareLink.count({ where: { orgId, proposalId: of.proposalId, issue: of.issue } });

export const countOpenShareLinks = (
  tx: Transaction,
  orgId: OrgId,
  { proposalId, issue }: ShareLinksOf,
): Promise<number> =>
  tx.shareLink.count({
    where: { orgId, proposalId, issue, revokedAt: null, expiresAt: { gt: new Date() } },
  });

export type NewShareLink = ShareLinksOf & {
  readonly id: string;
  readonly label: string;
  readonly tokenHash: string;
  readonly passcodeHash: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** False where the id is taken already. */
export async function insertShareLink(
  tx: Transaction,
  { orgId, userId }: Actor,
  link: NewShareLink,
): Promise<boolean> {
  const { count } = await tx.shareLink.createMany({
    data: [{ orgId, ...link, createdByUserId: userId }],
    skipDuplicates: true,
  });
  return count > 0;
}

export const findShareLink = (
  tx: Transaction,
  orgId: OrgId,
  { proposalId, linkId }: { readonly proposalId: string; readonly linkId: string },
): Promise<{ label: string; issue: number; revokedAt: Date | null } | null> =>
  tx.shareLink.findFirst({
    where: { orgId, id: linkId, proposalId },
    select: { label: true, issue: true, revokedAt: true },
  });

/** Takes effect on the next request that comes by it. */
export async function revokeShareLink(tx: Transaction, orgId: OrgId, id: string): Promise<void> {
  await tx.shareLink.updateMany({
    where: { orgId, id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}
