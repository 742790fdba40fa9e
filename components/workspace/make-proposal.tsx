"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import {
  createProposalAction,
  getProposalTemplateAction,
  listProposalTemplatesAction,
} from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import type { ListedProposalTemplate } from "@/lib/schemas/proposal-template";
import { newProposalContent } from "@/lib/views/proposal/new-proposal";
import { useWorkspaceValue } from "./workspace-context";

/** Begins a proposal of the plan, under the scenario that is open, and opens it; asks with which sections where there is a choice. */
export function MakeProposal() {
  const router = useRouter();
  const toast = useToast();
  const stored = useWorkspaceValue((state) => state.stored);
  const scenarioId = useWorkspaceValue((state) => state.scenarioId);
  const [id] = useState(newId);
  const [busy, setBusy] = useState(false);
  const [choice, setChoice] = useState<readonly ListedProposalTemplate[]>([]);
  const make = async (template: ListedProposalTemplate | null) => {
    setBusy(true);
    const templateId = template?.id;
    const kept =
      templateId === undefined
        ? null
        : await attempt(() => getProposalTemplateAction({ templateId }), "No proposal was made");
    if (kept && !kept.ok) {
      setBusy(false);
      return toast.show({ text: kept.message, tone: "failure" });
    }
    const content = newProposalContent(stored.plan.name, scenarioId, kept?.data.sections);
    const input = { id, planId: stored.id, content };
    const outcome = await attempt(() => createProposalAction(input), "No proposal was made");
    if (outcome.ok) return router.push(`/proposals/${outcome.data.id}`);
    setBusy(false);
    toast.show({ text: outcome.message, tone: "failure" });
  };
  const ask = async () => {
    if (busy) return;
    setBusy(true);
    const kept = await attempt(() => listProposalTemplatesAction({}), "No proposal was made");
    if (kept.ok && kept.data.length === 0) return make(null);
    setBusy(false);
    if (kept.ok) setChoice(kept.data);
    else toast.show({ text: kept.message, tone: "failure" });
  };
  return (
    <>
      <Button size="small" className="ml-auto" busy={busy} onClick={() => void ask()}>
        Make proposal
      </Button>
      {choice.length > 0 && (
        <Dialog
          open
          onOpenChange={(next) => !next && setChoice([])}
          title="Make a proposal"
          description="With which sections? Its numbers are this plan’s in any case."
        >
          <ul className="grid gap-2">
            {[null, ...choice].map((template) => (
              <li key={template?.id ?? "own"}>
                <Button className="w-full" busy={busy} onClick={() => void make(template)}>
                  {template?.name ?? "Every section, as Loadline writes it"}
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
