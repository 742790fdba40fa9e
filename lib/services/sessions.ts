import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { globalDb } from "@/lib/data/client";
import { endSessionOf, endSessionsOf, listSessions as list } from "@/lib/data/sessions";
import { AppError } from "@/lib/errors";
import { isShared, ownAccount } from "./own-account";

export type OwnSession = {
  readonly id: string;
  readonly organizationName: string;
  readonly userAgent: string | null;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  /** The one that asks. */
  readonly isThis: boolean;
};

/** Where the user is signed in: the session that asks first, then the one seen last. */
export async function listSessions(ctx: Context): Promise<readonly OwnSession[]> {
  authorize(ctx, "account:own");
  if (await isShared(ctx)) return [];
  const sessions = await list(ctx.userId);
  return sessions
    .map(({ id, orgName, userAgent, createdAt, lastSeenAt }) => ({
      id,
      organizationName: orgName,
      userAgent,
      startedAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isThis: id === ctx.sessionId,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

/** Whoever holds it is out on the next request. */
export async function endSession(
  ctx: Context,
  { sessionId }: { readonly sessionId: string },
): Promise<{ readonly sessionId: string }> {
  authorize(ctx, "account:own");
  const { id } = await ownAccount(ctx);
  if (!(await endSessionOf(id, sessionId)))
    throw new AppError("NOT_FOUND", "There is no such session of yours.");
  return { sessionId };
}

export async function endOtherSessions(ctx: Context): Promise<{ readonly endedSessions: number }> {
  authorize(ctx, "account:own");
  const { id } = await ownAccount(ctx);
  return { endedSessions: await endSessionsOf(globalDb, id, { except: ctx.sessionId }) };
}
