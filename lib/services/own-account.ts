import type { Context } from "@/lib/auth/context";
import { findUser, listMemberships, type User } from "@/lib/data/users";
import { AppError } from "@/lib/errors";

/** Visitors of the sample share one account: what is in it is nobody's own. */
export async function isShared({ userId }: Context): Promise<boolean> {
  return (await listMemberships(userId)).some(({ isSample }) => isSample);
}

/** The caller's account, where it is the caller's alone and a person asks. */
export async function ownAccount(ctx: Context): Promise<User> {
  const user = ctx.apiKeyId || (await isShared(ctx)) ? null : await findUser(ctx.userId);
  if (!user)
    throw new AppError(
      "FORBIDDEN",
      "The visitors of the sample share this account. Create one of your own to change it.",
    );
  return user;
}
