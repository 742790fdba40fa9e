"use client";

import { useRef, useState } from "react";
import { saveProposalTemplateAction } from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { NameDialog } from "@/components/ui/name-dialog";
import { useToast } from "@/components/ui/toast";

/** Keeps the sections of a proposal, as they are saved, to begin others with. */
export function KeepTemplate({ proposalId }: { readonly proposalId: string }) {
  const toast = useToast();
  const id = useRef("");
  const [asking, setAsking] = useState(false);
  const keep = async (name: string) => {
    const input = { id: id.current, proposalId, name };
    const outcome = await attempt(() => saveProposalTemplateAction(input), "No template was kept");
    if (!outcome.ok) return outcome.message;
    toast.show({ text: `${name} is a template now: choose it when you make a proposal` });
    setAsking(false);
  };
  return (
    <>
      <Button
        variant="quiet"
        className="justify-self-start"
        onClick={() => {
          id.current = newId();
          setAsking(true);
        }}
      >
        Keep as template
      </Button>
      {asking && (
        <NameDialog
          title="Keep as template"
          description="Sections as they are saved, their order, titles and your own words. The proposal’s title, for whom it is, and its plan stay behind; a live figure that names an option leaves “[figure]” in its place."
          submitLabel="Keep template"
          emptyMessage="Give the template a name."
          maxLength={80}
          onSubmit={keep}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
