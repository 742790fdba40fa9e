"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { createProposalAction } from "@/app/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { newProposalContent } from "@/lib/views/proposal/new-proposal";
import { useWorkspaceValue } from "./workspace-context";

/** Begins a proposal of the plan, under the scenario that is open, and opens it. */
export function MakeProposal() {
  const router = useRouter();
  const toast = useToast();
  const stored = useWorkspaceValue((state) => state.stored);
  const scenarioId = useWorkspaceValue((state) => state.scenarioId);
  const [id] = useState(newId);
  const [busy, setBusy] = useState(false);
  const make = async () => {
    if (busy) return;
    setBusy(true);
    const content = newProposalContent(stored.plan.name, scenarioId);
    const input = { id, planId: stored.id, content };
    const outcome = await attempt(() => createProposalAction(input), "No proposal was made");
    if (outcome.ok) return router.push(`/proposals/${outcome.data.id}`);
    setBusy(false);
    toast.show({ text: outcome.message, tone: "failure" });
  };
  return (
    <Button size="small" className="ml-auto" busy={busy} onClick={() => void make()}>
      Make proposal
    </Button>
  );
}
