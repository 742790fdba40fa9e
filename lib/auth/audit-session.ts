import { insertAuditEvent } from "@/lib/data/audit";
import { withOrganization } from "@/lib/data/client";
import type { Context } from "./context";

/** Says in the audit of the session's organization that it began or ended. */
export function auditSession(
  action: "sign-in" | "sign-out",
  { orgId, userId, sessionId }: Pick<Context, "orgId" | "userId" | "sessionId">,
): Promise<void> {
  return withOrganization(orgId, (tx) =>
    insertAuditEvent(tx, { orgId, userId }, { action, subject: "session", subjectId: sessionId }),
  );
}
