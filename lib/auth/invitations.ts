import { withOrganization } from "@/lib/data/client";
import {
  acceptInvitation,
  findInvitation,
  findInviterName,
  type HeldInvitation,
  insertInvitedUser,
  invitationEnded,
} from "@/lib/data/invitations";
import { listMemberships } from "@/lib/data/users";
import { AppError } from "@/lib/errors";
import type { CallerAddress } from "./caller-address";
import type { OrgId, Role } from "./context";
import { limitInvitation, limitSignUp } from "./limits";
import { hashPassword, passwordIssue } from "./password";
import { hashOfSecret } from "./secret";
import { signInTo, verifiedUser } from "./sign-in";
import { nameIssue, notMade } from "./sign-up";

/** What the link of an invitation says to whoever opens it. */
export type OpenedInvitation =
  | {
      readonly state: "open";
      readonly orgName: string;
      readonly invitedBy: string | null;
      readonly email: string;
      readonly role: Role;
    }
  | {
      readonly state: "used" | "revoked" | "expired";
      readonly orgName: string;
      readonly email: string;
    }
  | { readonly state: "unknown" };

function stateOf({ acceptedAt, revokedAt, expiresAt }: HeldInvitation) {
  if (acceptedAt) return "used";
  if (revokedAt) return "revoked";
  return expiresAt.getTime() <= Date.now() ? "expired" : "open";
}

export async function openInvitation(
  token: string,
  caller: CallerAddress,
): Promise<OpenedInvitation> {
  await limitInvitation(caller);
  const held = await findInvitation(hashOfSecret(token));
  if (!held) return { state: "unknown" };
  const { orgId, orgName, email, role, id } = held;
  const state = stateOf(held);
  if (state !== "open") return { state, orgName, email };
  const invitedBy = await withOrganization(orgId, (tx) => findInviterName(tx, orgId, id));
  return { state, orgName, email, role, invitedBy };
}

/** An account at the invited address, a member at once; works also where sign-up is closed. */
export async function joinAsNew(
  { token, name, password }: { token: string; name: string; password: string },
  caller: CallerAddress,
): Promise<string> {
  const { email } = await getOpen(token, caller);
  checkAccount({ name, password, email });
  await limitSignUp(caller);
  const account = { email, name: name.trim(), passwordHash: await hashPassword(password) };
  const joined = await insertInvitedUser(account, hashOfSecret(token));
  if (joined) return signInTo(joined, caller);
  return joinWithPassword({ token, password }, caller).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "UNAUTHENTICATED")
      throw new AppError("INVALID", notMade);
    throw error;
  });
}

/** Signs in at the invited address, and joins. */
export async function joinWithPassword(
  { token, password }: { token: string; password: string },
  caller: CallerAddress,
): Promise<string> {
  await limitInvitation(caller);
  const held = await findInvitation(hashOfSecret(token));
  if (!held) throw invitationEnded();
  const { id: userId } = await verifiedUser({ email: held.email, password }, caller);
  const orgId = await joinOnce(token, { userId, held });
  return signInTo({ userId, orgId }, caller);
}

/** A second press finds the membership that the first one made. */
async function joinOnce(
  token: string,
  { userId, held }: { userId: string; held: HeldInvitation },
): Promise<OrgId> {
  const joined = await acceptInvitation(hashOfSecret(token), userId);
  if (joined) return joined;
  const memberships = await listMemberships(userId);
  if (!memberships.some(({ orgId }) => orgId === held.orgId)) throw invitationEnded();
  return held.orgId;
}

async function getOpen(token: string, caller: CallerAddress): Promise<HeldInvitation> {
  await limitInvitation(caller);
  const held = await findInvitation(hashOfSecret(token));
  // One that was used a moment ago may be this form's first sending.
  if (!held || !["open", "used"].includes(stateOf(held))) throw invitationEnded();
  return held;
}

function checkAccount(typed: { name: string; password: string; email: string }): void {
  const issues = Object.entries({
    name: nameIssue("name", typed.name),
    password: passwordIssue(typed.password, typed.email),
  }).filter((entry): entry is [string, string] => !!entry[1]);
  const [first] = issues;
  if (first) throw new AppError("INVALID", first[1], { fields: Object.fromEntries(issues) });
}
