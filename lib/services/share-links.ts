import type { Context } from "@/lib/auth/context";
import { hashPassword } from "@/lib/auth/password";
import { authorize } from "@/lib/auth/permissions";
import { hashOfSecret, newSecret } from "@/lib/auth/secret";
import { isSampleOrganization } from "@/lib/data/api-keys";
import { type Transaction, withOrganization } from "@/lib/data/client";
import {
  countOpenShareLinks as countOpen,
  countShareLinks,
  findShareLink,
  insertShareLink,
  listShareLinks as list,
  revokeShareLink as revoke,
} from "@/lib/data/share-links";
import { AppError } from "@/lib/errors";
import type {
  CreateShareLink,
  ShareLink,
  ShareLinkMade,
  ShareLinkNamed,
  ShareLinksOf,
} from "@/lib/schemas/share-link";
import { idOr } from "./ids";
import {
  changeProposal,
  proposalIdOf,
  readableIssue,
  readableProposal,
  recordProposal,
} from "./in-proposal";

const day = 24 * 60 * 60 * 1000;
const mostLinks = 200;

/** The links of an issue, with who read by each. */
export async function listShareLinks(
  ctx: Context,
  { proposalId, issue }: ShareLinksOf,
): Promise<readonly ShareLink[]> {
  authorize(ctx, "proposal:share");
  const id = proposalIdOf(proposalId);
  return withOrganization(ctx.orgId, async (tx) => {
    await readableProposal(tx, ctx, id);
    await readableIssue(tx, ctx, { proposalId: id, issue });
    return list(tx, ctx.orgId, { proposalId: id, issue });
  });
}

/** How many links of an issue open now; what was read by them is asked for by itself. */
export async function countOpenLinks(
  ctx: Context,
  { proposalId, issue }: ShareLinksOf,
): Promise<number> {
  authorize(ctx, "proposal:share");
  const id = proposalIdOf(proposalId);
  return withOrganization(ctx.orgId, async (tx) => {
    await readableProposal(tx, ctx, id);
    return countOpen(tx, ctx.orgId, { proposalId: id, issue });
  });
}

/**
 * A link to what was issued, and to that issue alone. Its token is 32 random bytes, given this once: what is
 * kept of it is a hash, and of a passcode an Argon2id hash.
 */
export async function createShareLink(
  ctx: Context,
  input: CreateShareLink,
): Promise<ShareLinkMade> {
  authorize(ctx, "proposal:share");
  const id = idOr(input.id, noSuchLink);
  const passcodeHash = input.passcode === null ? null : await hashPassword(input.passcode);
  const token = newSecret();
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + input.lifetimeDays * day);
  return changeProposal(ctx, input.proposalId, async (tx, held) => {
    const { issue, label } = input;
    const of = { proposalId: held.id, issue };
    await readableIssue(tx, ctx, of);
    await refuseMore(tx, ctx, of);
    const link = { id, ...of, label, passcodeHash, createdAt, expiresAt };
    if (!(await insertShareLink(tx, ctx, { ...link, tokenHash: hashOfSecret(token) })))
      throw new AppError("CONFLICT", "This link was made already. Its address is shown only once.");
    await recordProposal(tx, ctx, held, { action: "share", issue, link: label });
    return { id, path: `/shared/${token}` };
  });
}

async function refuseMore(tx: Transaction, ctx: Context, of: ShareLinksOf): Promise<void> {
  if (await isSampleOrganization(tx, ctx.orgId))
    throw new AppError(
      "FORBIDDEN",
      "The sample organization is shared by its visitors and has no share links. Make one in an organization of your own.",
    );
  if ((await countShareLinks(tx, ctx.orgId, of)) >= mostLinks)
    throw new AppError("INVALID", `An issue has at most ${mostLinks} links, ended ones included.`);
}

/** Whoever reads by it is refused from the next request on. Revoking twice is revoking once. */
export async function revokeShareLink(
  ctx: Context,
  input: ShareLinkNamed,
): Promise<{ readonly id: string }> {
  authorize(ctx, "proposal:share");
  const id = idOr(input.linkId, noSuchLink);
  return changeProposal(ctx, input.proposalId, async (tx, held) => {
    const link = await findShareLink(tx, ctx.orgId, { proposalId: held.id, linkId: id });
    if (!link) throw noSuchLink();
    if (link.revokedAt !== null) return { id };
    await revoke(tx, ctx.orgId, id);
    const { issue, label } = link;
    await recordProposal(tx, ctx, held, { action: "revoke", issue, link: label });
    return { id };
  });
}

const noSuchLink = () => new AppError("NOT_FOUND", "There is no such share link.");
