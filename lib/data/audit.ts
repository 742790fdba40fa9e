import type { OrgId } from "@/lib/auth/context";
import type { Transaction } from "./client";

export type AuditEvent = {
  readonly userId: string;
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
    | "session";
  readonly subjectId: string;
  /** Absent for what belongs to no plan. */
  readonly planId?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};

/** Belongs in the transaction of the change it tells of. */
export async function insertAuditEvent(
  tx: Transaction,
  orgId: OrgId,
  event: AuditEvent,
): Promise<void> {
  await tx.auditEvent.create({ data: { ...event, orgId, detail: event.detail ?? {} } });
}
