"use client";

import { useState } from "react";
import { checkIssueAction } from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import type { IssueCheck } from "@/lib/schemas/issue-check";
import type { IssueNamed } from "@/lib/schemas/proposal";
import { checkView, type PlanNames } from "@/lib/views/proposal/check-words";
import { DocumentTable } from "./document-table";

/** Computes an issue again, and says whether it comes to the same. */
export function CheckPanel(props: { readonly named: IssueNamed; readonly names: PlanNames }) {
  const { named, names } = props;
  const [busy, setBusy] = useState(false);
  const [check, setCheck] = useState<IssueCheck | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    const outcome = await attempt(() => checkIssueAction(named), "Nothing was checked");
    setBusy(false);
    setMessage(outcome.ok ? null : outcome.message);
    setCheck(outcome.ok ? outcome.data : null);
  };
  const view = check && checkView(check, names);
  return (
    <section aria-labelledby="check" className="card min-w-0 px-4 py-4">
      <h2 id="check" className="text-base">
        Check
      </h2>
      <p className="mt-0.5 text-ink-3 text-xs">
        Computes the frozen plan again and takes the hash again. Nothing of the issue changes.
      </p>
      <div role="status" className="text-sm">
        {view && (
          <>
            <p className={`mt-2 font-label ${view.isGood ? "text-good" : "text-warn"}`}>
              {view.figures}
            </p>
            <p className="mt-1 text-ink-2">{view.hash}</p>
            {view.table && <DocumentTable table={view.table} label={view.table.caption} />}
          </>
        )}
      </div>
      {message && (
        <p role="alert" className="mt-2 text-bad text-sm">
          {message}
        </p>
      )}
      <Button className="mt-3" busy={busy} onClick={() => void run()}>
        {check ? "Check again" : "Check"}
      </Button>
    </section>
  );
}
