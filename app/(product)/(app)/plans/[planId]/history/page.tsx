import type { Metadata } from "next";
import { HistoryTab } from "@/components/history/history-tab";
import { numberOfAddress, orNotFound } from "@/lib/adapters/page";
import { requireContext } from "@/lib/auth/session";
import { partOfAddress } from "@/lib/schemas/history";
import { getPlanHistory } from "@/lib/services/plan-history";
import { historyItem, partTitle } from "@/lib/views/plan-history";

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({
  params,
  searchParams,
}: PageProps<"/plans/[planId]/history">) {
  const { planId } = await params;
  const { row, before } = await searchParams;
  const address = typeof row === "string" ? row : undefined;
  const part = partOfAddress(address);
  const below = numberOfAddress(before);
  const ctx = await requireContext();
  const history = await orNotFound(getPlanHistory(ctx, { planId, part, below }));
  const { plan, version, canEdit, entries, next } = history;
  return (
    <HistoryTab
      {...{ planId, version, canEdit, next }}
      items={entries.map((entry) => historyItem(plan, entry))}
      row={part && address ? { address, name: partTitle(plan, part, entries) } : null}
      isFirstPage={below === null}
    />
  );
}
