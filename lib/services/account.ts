import type { Context } from "@/lib/auth/context";
import { forgivePasswordChange, limitPasswordChange } from "@/lib/auth/limits";
import { hashPassword, passwordIssue, verifyPassword } from "@/lib/auth/password";
import { authorize } from "@/lib/auth/permissions";
import { insertAuditEvent } from "@/lib/data/audit";
import { withOrganization } from "@/lib/data/client";
import { replacePassword } from "@/lib/data/passwords";
import { renameUser } from "@/lib/data/users";
import { AppError } from "@/lib/errors";
import { isShared, ownAccount } from "./own-account";

/** `null` for a visitor of the sample, who has no account of their own. */
export type OwnAccount = { readonly name: string; readonly email: string } | null;

export async function getAccount(ctx: Context): Promise<OwnAccount> {
  authorize(ctx, "account:own");
  if (await isShared(ctx)) return null;
  const { name, email } = await ownAccount(ctx);
  return { name, email };
}

export async function renameAccount(
  ctx: Context,
  { name }: { readonly name: string },
): Promise<{ readonly name: string }> {
  authorize(ctx, "account:own");
  const { id } = await ownAccount(ctx);
  await renameUser(id, name);
  return { name };
}

/** Ends every other session of the user in the same transaction, and says how many. */
export async function changePassword(
  ctx: Context,
  {
    currentPassword,
    newPassword,
  }: { readonly currentPassword: string; readonly newPassword: string },
): Promise<{ readonly endedSessions: number }> {
  authorize(ctx, "account:own");
  const user = await ownAccount(ctx);
  const issue = passwordIssue(newPassword, user.email);
  if (issue) throw refusal("newPassword", issue);
  await limitPasswordChange(user.id);
  if (!(await verifyPassword(user.passwordHash, currentPassword.slice(0, 1000))))
    throw refusal(
      "currentPassword",
      "That is not your password now. After 5 tries there is a 15 minute pause.",
    );
  const passwordHash = await hashPassword(newPassword);
  const change = { userId: user.id, heldHash: user.passwordHash, passwordHash };
  const { orgId, userId, sessionId } = ctx;
  const changed = await withOrganization(orgId, async (tx) => {
    const done = await replacePassword(tx, { ...change, sessionId });
    if (done)
      await insertAuditEvent(tx, ctx, {
        action: "change-password",
        subject: "member",
        subjectId: userId,
      });
    return done;
  });
  if (!changed)
    throw refusal(
      "currentPassword",
      "The password was changed elsewhere meanwhile. Type that one.",
    );
  await forgivePasswordChange(user.id);
  return changed;
}

const refusal = (field: string, message: string) =>
  new AppError("INVALID", message, { fields: { [field]: message } });
