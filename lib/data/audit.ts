import type { Context } from "@/lib/auth/context";
import type { Transaction } from "./client";

/** Who changes something: a person on a page, or a key that acts for one. */
export type Actor = Pick<Context, "orgId" | "userId" | "apiKeyId">;

export type AuditEvent = {
  /** What was done, as a verb: "create", "save", "remove", "restore", ... */
  readonly action: string;
  readonly subject:
    | "plan"
    | "settings"
    | "workload"
    | "option"
    | "scenario"
    | "organization"
    | "member"
    | "invitation"
    | "session"
    | "apiKey"
    | "template"
    | "quote"
    | "supplier"
    | "catalogEntry"
    | "review"
    | "award"
    | "rfq"
    | "proposal"
    | "job";
  readonly subjectId: string;
  /** The plan it happened in, where it happened in one. */
  readonly planId?: string;
  /** What must still read when the thing is gone: its name, the version it got. */
  readonly detail?: Readonly<Record<string, string | number>>;
};

/** Belongs in the transaction of the change it tells of. */
export async function insertAuditEvent(
  tx: Transaction,
  { orgId, userId, apiKeyId }: Actor,
  event: AuditEvent,
): Promise<void> {
  const by = { orgId, userId, ...(apiKeyId ? { apiKeyId } : {}) };
  await tx.auditEvent.create({ data: { ...event, ...by, detail: event.detail ?? {} } });
}
