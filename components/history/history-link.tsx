import { History } from "lucide-react";
import Link from "next/link";

/** To a row's own history, from the form that edits it. */
export function HistoryLink({ planId, row }: { readonly planId: string; readonly row: string }) {
  return (
    <Link
      href={`/plans/${planId}/history?row=${row}`}
      className="inline-flex items-center gap-1.5 rounded-sm text-accent text-sm"
    >
      <History aria-hidden size={14} />
      History
    </Link>
  );
}
