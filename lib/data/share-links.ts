import type { OrgId } from "@/lib/auth/context";
import type { ShareLink, ShareLinksOf } from "@/lib/schemas/share-link";
import type { Actor } from "./audit";
import type { Transaction } from "./client";

const mostViews = 50;
const seen = { seenAt: { not: null } } as const;

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
  const links: ShareLink[] = [];
  // One query after another: a transaction has one connection.
  for (const { passcodeHash, createdBy, createdAt, expiresAt, revokedAt, ...row } of rows)
    links.push({
      ...row,
      hasPasscode: passcodeHash !== null,
      state: revokedAt ? "revoked" : expiresAt.getTime() <= Date.now() ? "expired" : "open",
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
      createdByName: createdBy?.name ?? null,
      viewCount: await tx.shareVisit.count({ where: { orgId, linkId: row.id, ...seen } }),
      views: await listViews(tx, orgId, row.id),
    });
  return links;
}

async function listViews(tx: Transaction, orgId: OrgId, linkId: string) {
  const rows = await tx.shareVisit.findMany({
    where: { orgId, linkId, ...seen },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    take: mostViews,
    select: { id: true, browser: true, seenAt: true, lastSeenAt: true, begunAt: true },
  });
  return rows.map(({ id, browser, seenAt, lastSeenAt, begunAt }) => ({
    ...{ id, browser },
    seenAt: (seenAt ?? begunAt).toISOString(),
    lastSeenAt: (lastSeenAt ?? begunAt).toISOString(),
  }));
}

export const countShareLinks = (tx: Transaction, orgId: OrgId, of: ShareLinksOf): Promise<number> =>
  tx.shareLink.count({ where: { orgId, proposalId: of.proposalId, issue: of.issue } });

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
