"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { deleteProposalAction } from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { NameDialog } from "@/components/ui/name-dialog";
import type { OpenedProposal } from "@/lib/schemas/proposal";

/** Deletes for good, so that it asks for the title. */
export function DeleteProposal({ opened }: { readonly opened: OpenedProposal }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { id: proposalId, content, issues } = opened;
  const remove = async (title: string) => {
    if (title !== content.title) return `Write \u201c${content.title}\u201d as it is.`;
    const outcome = await attempt(() => deleteProposalAction({ proposalId, title }), "Not deleted");
    if (!outcome.ok) return outcome.message;
    router.push("/proposals");
  };
  return (
    <>
      <Button
        variant="quiet"
        className="justify-self-start text-bad"
        onClick={() => setAsking(true)}
      >
        Delete this proposal
      </Button>
      {asking && (
        <NameDialog
          title="Delete this proposal?"
          description={`${issues.length > 0 ? "What was issued of it is deleted with it. " : ""}It does not come back. To go on, write its title: ${content.title}`}
          submitLabel="Delete for good"
          emptyMessage="Write the title."
          maxLength={120}
          autoComplete="off"
          onSubmit={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
