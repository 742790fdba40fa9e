import { randomUUID } from "node:crypto";
import { withOrganization } from "@/lib/data/client";
import {
  deleteShareVisit,
  findLiveShareLink,
  findLiveShareVisit,
  findPasscode,
  findSharedIssue,
  insertShareVisit,
  type LiveShareVisit,
  type SharedIssue,
  touchShareVisit,
} from "@/lib/data/share-visits";
import { AppError } from "@/lib/errors";
import type { CallerAddress } from "./caller-address";
import type { OrgId } from "./context";
import { forgivePasscode, limitPasscode, limitShareLink, limitShareVisits } from "./limits";
import { verifyPassword } from "./password";
import { hashOfSecret, newSecret } from "./secret";

const longestVisitMs = 7 * 24 * 60 * 60 * 1000;
/** 32 bytes as base64url: what else comes is looked for nowhere. */
const secretForm = /^[\w-]{43}$/;

/** What a browser is given in place of the token. */
export type VisitBegun = {
  readonly linkId: string;
  readonly secret: string;
  readonly expiresAt: Date;
};

/** The browser of a visitor, in words: all that is kept of it. */
type Visitor = { readonly browser: string };

/**
 * Whoever follows a share link gets a visit of their own; null for a token that opens nothing (any more).
 * Following it uses nothing up, so that a robot that looks at links in mail does no harm.
 */
export async function beginShareVisit(
  token: string,
  caller: CallerAddress,
  visitor: Visitor,
): Promise<VisitBegun | null> {
  await limitShareLink(caller);
  const link = secretForm.test(token) ? await findLiveShareLink(hashOfSecret(token)) : null;
  if (!link) return null;
  await limitShareVisits(link.id);
  const { orgId, id, hasPasscode, expiresAt } = link;
  return insertVisit(
    orgId,
    { linkId: id, linkExpiresAt: expiresAt, isOpen: !hasPasscode },
    visitor,
  );
}

type NewVisit = {
  readonly linkId: string;
  readonly linkExpiresAt: Date;
  readonly isOpen: boolean;
};

async function insertVisit(
  orgId: OrgId,
  { linkId, linkExpiresAt, isOpen }: NewVisit,
  { browser }: Visitor,
): Promise<VisitBegun> {
  const secret = newSecret();
  const expiresAt = new Date(Math.min(linkExpiresAt.getTime(), Date.now() + longestVisitMs));
  const visit = { id: randomUUID(), linkId, secretHash: hashOfSecret(secret), isOpen, expiresAt };
  await withOrganization(orgId, (tx) => insertShareVisit(tx, orgId, { ...visit, browser }));
  return { linkId, secret, expiresAt };
}

/** The visit that a cookie stands for, on the page of its own link; asked anew on every request. */
async function visitOf(secret: string | undefined, linkId: string): Promise<LiveShareVisit | null> {
  if (secret === undefined || !secretForm.test(secret)) return null;
  const visit = await findLiveShareVisit(hashOfSecret(secret));
  return visit?.linkId === linkId ? visit : null;
}

export type SharedPage =
  | { readonly state: "ended" }
  | { readonly state: "passcode" }
  | { readonly state: "open"; readonly issue: SharedIssue };

/** What the page of a link shows to this browser now. */
export async function openSharedPage(
  secret: string | undefined,
  linkId: string,
): Promise<SharedPage> {
  const visit = await visitOf(secret, linkId);
  if (!visit) return { state: "ended" };
  if (!visit.isOpen) return { state: "passcode" };
  const { orgId } = visit;
  const issue = await withOrganization(orgId, async (tx) => {
    await touchShareVisit(tx, visit);
    return findSharedIssue(tx, orgId, linkId);
  });
  return issue ? { state: "open", issue } : { state: "ended" };
}

export type PasscodeTried =
  | { readonly state: "ended" | "wrong" | "pause" }
  | { readonly state: "open"; readonly begun: VisitBegun };

/** Counted before it is looked at. A right one gives the browser a new secret: nobody who knew the old one reads along. */
export async function tryPasscode(
  secret: string | undefined,
  linkId: string,
  tried: { readonly passcode: string } & Visitor,
  caller: CallerAddress,
): Promise<PasscodeTried> {
  const visit = await visitOf(secret, linkId);
  if (!visit || visit.isOpen) return { state: "ended" };
  const { orgId } = visit;
  const held = await withOrganization(orgId, (tx) => findPasscode(tx, orgId, linkId));
  if (!held) return { state: "ended" };
  try {
    await limitPasscode(linkId, caller);
  } catch (error) {
    if (error instanceof AppError) return { state: "pause" };
    throw error;
  }
  if (!(await verifyPassword(held.passcodeHash, tried.passcode))) return { state: "wrong" };
  await forgivePasscode(linkId, caller);
  const begun = await insertVisit(
    orgId,
    { linkId, linkExpiresAt: held.expiresAt, isOpen: true },
    tried,
  );
  await withOrganization(orgId, (tx) => deleteShareVisit(tx, orgId, visit.id));
  return { state: "open", begun };
}
