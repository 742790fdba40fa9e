"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { requestPdfAction } from "@/app/(app)/proposals/actions";
import { useRefreshWhile } from "@/components/jobs/use-refresh-while";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button, buttonClass } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { IssueFile } from "@/lib/schemas/proposal";

/** The issue as a PDF: made once by the worker, then downloaded as often as one likes. */
export function IssuePaper(props: {
  readonly proposalId: string;
  readonly issue: number;
  readonly paper: IssueFile | null;
}) {
  const { proposalId, issue, paper } = props;
  const router = useRouter();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const isOpen = paper?.state === "queued" || paper?.state === "running";
  useRefreshWhile(isOpen);
  const ask = async () => {
    if (busy) return;
    setBusy(true);
    const input = { id: newId(), proposalId, issue };
    const outcome = await attempt(() => requestPdfAction(input), "No PDF was made");
    setBusy(false);
    if (!outcome.ok) return toast.show({ text: outcome.message, tone: "failure" });
    router.refresh();
  };
  if (paper?.state === "succeeded" && paper.fileName !== null)
    return (
      <a
        href={`/settings/jobs/${paper.jobId}/file`}
        download
        className={buttonClass({ variant: "primary" })}
      >
        <Download aria-hidden size={14} />
        PDF
      </a>
    );
  return (
    <>
      {paper?.state === "failed" && (
        <p role="alert" className="text-bad text-xs">
          No PDF: {paper.error}
        </p>
      )}
      <Button variant="primary" busy={busy || isOpen} onClick={() => void ask()}>
        {isOpen ? "Making the PDF" : "Make a PDF"}
      </Button>
    </>
  );
}
