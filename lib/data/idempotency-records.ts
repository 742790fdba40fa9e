import type { OrgId } from "@/lib/auth/context";
import type { Transaction } from "./client";

/** An answer as it went out; its body as text, so that its repeat is the same to the byte. */
export type StoredAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type RequestKey = { readonly apiKeyId: string; readonly key: string };

/**
 * Takes the key for this transaction, and is true the first time. Whoever else comes with it waits until
 * this transaction ends: then the answer is there, or the key is free again.
 */
export async function claimRequest(
  tx: Transaction,
  orgId: OrgId,
  { apiKeyId, key, requestHash }: RequestKey & { readonly requestHash: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    insert into idempotency_record (org_id, api_key_id, key, request_hash)
    values (${orgId}::uuid, ${apiKeyId}::uuid, ${key}, ${requestHash})
    on conflict do nothing returning 1 as taken`;
  return rows.length > 0;
}

const at = (orgId: OrgId, { apiKeyId, key }: RequestKey) => ({
  orgId_apiKeyId_key: { orgId, apiKeyId, key },
});

export async function findAnswer(
  tx: Transaction,
  orgId: OrgId,
  request: RequestKey,
): Promise<{ readonly requestHash: string; readonly answer: StoredAnswer } | null> {
  const row = await tx.idempotencyRecord.findUnique({ where: at(orgId, request) });
  if (!row || row.status === null) return null;
  const headers = row.headers as Record<string, string>;
  return {
    requestHash: row.requestHash,
    answer: { status: row.status, headers, body: String(row.body) },
  };
}

export async function storeAnswer(
  tx: Transaction,
  orgId: OrgId,
  { request, answer }: { readonly request: RequestKey; readonly answer: StoredAnswer },
): Promise<void> {
  const { status, body, headers } = answer;
  await tx.idempotencyRecord.update({
    where: at(orgId, request),
    data: { status, body, headers },
  });
}

/** The answer to this request first, then some of the others; those that another transaction holds are left to it. */
export async function removeAnswersBefore(
  tx: Transaction,
  orgId: OrgId,
  { date, request }: { readonly date: Date; readonly request: RequestKey },
): Promise<void> {
  await tx.$queryRaw`
    with old as materialized (
      select key, api_key_id from idempotency_record
      where org_id = ${orgId}::uuid and created_at < ${date}
      order by api_key_id = ${request.apiKeyId}::uuid and key = ${request.key} desc
      limit 200 for update skip locked
    )
    delete from idempotency_record r using old
    where r.org_id = ${orgId}::uuid and r.api_key_id = old.api_key_id and r.key = old.key
    returning 1 as removed`;
}
