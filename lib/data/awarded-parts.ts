import type { OrgId } from "@/lib/auth/context";
import type { AwardedPart } from "@/lib/schemas/quote";
import type { Transaction } from "./client";

type Quoted = { readonly quoteId: string; readonly status: string };

/** What awards that hold give of each quote, with how many servers the awarded revision is for. */
export async function awardedParts(
  tx: Transaction,
  orgId: OrgId,
  quotes: readonly Quoted[],
): Promise<ReadonlyMap<string, AwardedPart>> {
  const awarded = quotes.filter(({ status }) => status === "awarded");
  const ids = [...new Set(awarded.map(({ quoteId }) => quoteId))];
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<(AwardedPart & { readonly quoteId: string })[]>`
    select a.quote_id as "quoteId", a.servers, (
      select case when count(l.quantity) = count(*) then sum(l.quantity)::float8 end
      from quote_line l
      where l.org_id = a.org_id and l.quote_id = a.quote_id and l.revision = a.revision
        and l.category = 'server' and l.recurrence = 'one-off'
    ) as offered
    from awarded_quote a
    join quote_award w on w.org_id = a.org_id and w.id = a.award_id and w.undone_at is null
    where a.org_id = ${orgId}::uuid and a.quote_id = any(${ids}::uuid[]) and a.servers > 0`;
  return new Map(rows.map(({ quoteId, ...part }) => [quoteId, part]));
}
