import type { OrgId } from "@/lib/auth/context";
import type { Transaction } from "./client";
import { fromDay, toDay } from "./days";

type Observed = {
  readonly recordId: string;
  readonly version: number;
  readonly body: object;
  /** ISO date. */
  readonly observedOn: string;
  readonly createdByUserId: string;
};

export async function insertObservation(
  tx: Transaction,
  orgId: OrgId,
  observed: Observed,
): Promise<void> {
  const { recordId, body, observedOn, createdByUserId, version } = observed;
  await tx.catalogObservation.create({
    data: { orgId, recordId, body, version, createdByUserId, observedOn: fromDay(observedOn) },
    select: { version: true },
  });
}

export type ObservationRow = {
  readonly version: number;
  readonly body: unknown;
  /** ISO date. */
  readonly observedOn: string;
  readonly authorName: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
};

/** What an entry has said over time, newest first. */
export async function listObservations(
  tx: Transaction,
  orgId: OrgId,
  { recordId, limit }: { readonly recordId: string; readonly limit: number },
): Promise<readonly ObservationRow[]> {
  const rows = await tx.catalogObservation.findMany({
    where: { orgId, recordId },
    orderBy: { version: "desc" },
    take: limit,
    select: {
      version: true,
      body: true,
      observedOn: true,
      createdAt: true,
      createdBy: { select: { name: true } },
    },
  });
  return rows.map(({ observedOn, createdAt, createdBy, ...row }) => ({
    ...row,
    observedOn: toDay(observedOn),
    authorName: createdBy?.name ?? null,
    createdAt: createdAt.toISOString(),
  }));
}
