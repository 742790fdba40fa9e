"use client";

import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { awardQuoteAction, setQuoteStatusAction } from "@/app/(product)/(app)/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { QuoteStatus, StoredQuote } from "@/lib/schemas/quote";
import { revisionStanding } from "@/lib/views/quotes";

const offered = ["received", "clarified", "shortlisted", "awarded", "declined"] as const;

/** Where a received quote stands; awards are for those who may give one or take it back. */
export function StatusMenu({
  quote,
  disabled,
}: {
  readonly quote: StoredQuote;
  readonly disabled: boolean;
}) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const { id: quoteId, status, version: expectedVersion, canEdit, canAward } = quote;
  if (!canEdit || status === "draft" || (status === "awarded" && !canAward)) return null;
  const set = async (next: QuoteStatus) => {
    setBusy(true);
    const at = { quoteId, expectedVersion };
    const outcome = await attempt(
      () =>
        next === "awarded" ? awardQuoteAction(at) : setQuoteStatusAction({ ...at, status: next }),
      "Not changed",
    );
    setBusy(false);
    if (!outcome.ok) return toast.show({ text: outcome.message, tone: "failure" });
    toast.show({ text: `${quote.number} is ${next}` });
    router.refresh();
  };
  const items: MenuItem[] = [
    {
      kind: "choice",
      label: "Where it stands",
      closes: true,
      value: status,
      onValueChange: (next) => void set(next as QuoteStatus),
      options: offered
        .filter((one) => one !== "awarded" || canAward)
        .map((value) => ({ value, label: value })),
    },
  ];
  return (
    <Menu
      label="Status"
      items={items}
      trigger={(props) => (
        <Button {...props} busy={busy} disabled={disabled}>
          {revisionStanding(quote).menuName}: {status}
          <ChevronDown aria-hidden size={12} />
        </Button>
      )}
    />
  );
}
