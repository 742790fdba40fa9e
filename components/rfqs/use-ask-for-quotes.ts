"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { createRfqAction } from "@/app/(product)/(app)/rfqs/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { useToast } from "@/components/ui/toast";
import { ownTimeZone } from "@/lib/format";
import type { OptionKind } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";

/** What suppliers can be asked for: an API has its price list. */
export const canBeAsked = (kind: OptionKind): boolean => kind !== "api";

/** Begins an RFQ with what an option of the plan needs, and opens it. */
export function useAskForQuotes(planId: string) {
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const ask = async (plan: Plan, optionId: string) => {
    if (busy) return;
    setBusy(true);
    const { rfqOf } = await import("@/lib/views/rfq-items");
    const begun = rfqOf(plan, optionId, { zone: ownTimeZone(), newId });
    if (begun && "content" in begun) {
      const { content } = begun;
      const origin = { planId, optionId };
      const outcome = await attempt(
        () => createRfqAction({ id: newId(), origin, content }),
        "No RFQ was made",
      );
      if (outcome.ok) return router.push(`/rfqs/${outcome.data.id}`);
      toast.show({ text: outcome.message, tone: "failure" });
    } else if (begun) toast.show({ text: begun.lack, tone: "failure" });
    setBusy(false);
  };
  return { ask, busy };
}
