import { counted, dateText, listed, numberFixed } from "@/lib/format";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import type { AwardedPart, StoredQuote } from "@/lib/schemas/quote";
import type { Award } from "@/lib/schemas/quote-award";

export type AwardedQuote = Pick<StoredQuote, "status" | "number" | "events" | "awardedIn">;

/** "Q-2291 is awarded on revision 1, since 12 Nov 2026, in the plan Support chatbot."; null where it is not awarded. */
export function awardedText({ status, number, events, awardedIn }: AwardedQuote): string | null {
  if (status !== "awarded") return null;
  const award = events.find(({ action }) => action === "award");
  const revision = award?.revision ? ` on revision ${award.revision}` : "";
  const since = award ? `, since ${dateText(award.at.slice(0, 10))}` : "";
  const plan = awardedIn ? `, in the plan ${awardedIn.name}` : "";
  return `${number} is awarded${revision}${since}${plan}.`;
}

/** "1 of 2 servers awarded"; null where the whole offer is, or nothing. */
export function awardedPartText(part: AwardedPart | undefined): string | null {
  if (!part || (part.offered !== null && part.servers >= part.offered)) return null;
  const { servers, offered } = part;
  return offered === null
    ? `${counted(servers, "server")} awarded`
    : `${numberFixed(servers, 0)} of ${counted(offered, "server")} awarded`;
}

/** What another revision does to an award: nothing, and that is what one must know. */
export const awardStaysText = (revision: number): string =>
  `Revision ${revision} does not change the award: it stays on what was awarded until it is taken back and given anew.`;

/** "Fennmark Q-2291 was awarded on revision 1, and revision 2 came since." for each offer that the award gives servers. */
export function newerThanAward(
  award: Award | undefined,
  quotes: readonly PlanQuote[],
): readonly { readonly quoteId: string; readonly text: string }[] {
  if (!award) return [];
  return award.quotes.flatMap(({ quoteId, servers, revision }) => {
    const quote = quotes.find((one) => one.quoteId === quoteId);
    const newest = quote?.newestRevision ?? 0;
    if (!quote || servers === 0 || newest <= revision) return [];
    const later = Array.from({ length: newest - revision }, (_, at) => `${revision + 1 + at}`);
    const came = later.length === 1 ? `revision ${later[0]}` : `revisions ${listed(later)}`;
    const text = `${quote.supplierName} ${quote.number} was awarded on revision ${revision}, and ${came} came since.`;
    return [{ quoteId, text }];
  });
}
