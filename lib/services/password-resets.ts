import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { hashOfSecret, newSecret } from "@/lib/auth/secret";
import { insertAuditEvent } from "@/lib/data/audit";
import { findMember } from "@/lib/data/members";
import { holdMemberships, insertReset } from "@/lib/data/passwords";
import { listMemberships } from "@/lib/data/users";
import { AppError } from "@/lib/errors";
import { idOr } from "./ids";
import { authorizeRole, changeMembers, noSuchMember } from "./in-organization";

export type PasswordResetMade = {
  /** Given this once; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: string;
};

const lifetimeMs = 24 * 60 * 60 * 1000;

/**
 * A link that sets a member's password. Whoever holds it has the account, so none is made for an account
 * that another organization relies on too, for an owner by anybody but an owner, or for oneself: a browser
 * left open must not be enough to change its user's password.
 */
export async function makePasswordReset(
  ctx: Context,
  { userId }: { readonly userId: string },
): Promise<PasswordResetMade> {
  authorize(ctx, "password:reset");
  const id = idOr(userId, noSuchMember);
  return changeMembers(ctx, "password:reset", async (tx, { caller }) => {
    const member = await findMember(tx, ctx.orgId, id);
    if (!member) throw noSuchMember();
    authorizeRole(caller, member.role);
    if (id === ctx.userId) throw refused("This is your own account. Change its password there.");
    await holdMemberships(tx, id);
    if ((await listMemberships(id, tx)).length > 1)
      throw refused(
        `${member.name} belongs to another organization too, so no link made here may open the account. Whoever runs this Loadline makes one: npm run account -- reset ${member.email}`,
      );
    const token = newSecret();
    const expiresAt = new Date(Date.now() + lifetimeMs);
    await insertReset(tx, { userId: id, tokenHash: hashOfSecret(token), expiresAt });
    await insertAuditEvent(tx, ctx, {
      action: "make-reset-link",
      subject: "member",
      subjectId: id,
      detail: { name: member.name },
    });
    return { token, expiresAt: expiresAt.toISOString() };
  });
}

const refused = (message: string) => new AppError("FORBIDDEN", message);
