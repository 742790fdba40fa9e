"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { applyQuoteAction } from "@/app/(product)/(app)/quotes/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { NewerRevision } from "@/lib/schemas/quote-in-plan";
import { newerChangeText, newerRevisionText, newerTakeText } from "@/lib/views/quoted-fields";

type NewerRevisionsProps = {
  readonly planId: string;
  readonly revisions: readonly NewerRevision[];
  readonly optionNames: ReadonlyMap<string, string>;
  readonly canEdit: boolean;
};

/** Options that other figures of their quote wait for, by a revision, a rate or how it is read, before they are taken. */
export function NewerRevisions({ planId, revisions, optionNames, canEdit }: NewerRevisionsProps) {
  const toast = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const waiting = revisions.filter(({ optionId }) => !taken.includes(optionId));
  if (waiting.length === 0) return null;
  const update = async ({ quoteId, optionId, servers, number, newest }: NewerRevision) => {
    setBusy(optionId);
    const input = { quoteId, planId, optionId, servers, copyId: null };
    const outcome = await attempt(() => applyQuoteAction(input), "Not updated");
    setBusy(null);
    if (!outcome.ok) return toast.show({ text: outcome.message, tone: "failure" });
    setTaken((now) => [...now, optionId]);
    toast.show({ text: `${optionNames.get(optionId)} uses ${number} revision ${newest}` });
    router.refresh();
  };
  return (
    <ul className="grid gap-2">
      {waiting.map((one) => (
        <li
          key={one.optionId}
          className="card flex flex-wrap items-center gap-3 px-[18px] py-3 text-sm"
        >
          <p className="min-w-0 flex-1 basis-72">
            <span className="font-label">{optionNames.get(one.optionId)}</span> uses revision{" "}
            {one.revision} of{" "}
            <Link href={`/quotes/${one.quoteId}`} className="link">
              {one.number}
            </Link>
            {newerRevisionText(one)}
            {one.changes.map((change) => (
              <span key={change.name} className="block text-ink-2">
                {newerChangeText(one, change)}
              </span>
            ))}
          </p>
          {canEdit && (
            <Button busy={busy === one.optionId} onClick={() => void update(one)}>
              {newerTakeText(one)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
