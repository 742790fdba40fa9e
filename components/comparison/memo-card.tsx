"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { PlanQuotes } from "@/lib/schemas/plan-quotes";
import { memoNotice } from "@/lib/views/comparison/memo-notice";
import { memoText } from "@/lib/views/comparison/review-words";
import { MemoOut } from "./memo-out";
import { MemoStale } from "./memo-stale";
import { useMemoText } from "./use-memo-text";

const MemoDocument = dynamic(() => import("./memo-document").then((m) => m.MemoDocument), {
  ssr: false,
  loading: () => <p className="text-ink-3 text-sm">Opening the memo</p>,
});

type MemoCardProps = {
  readonly planId: string;
  readonly planName: string;
  readonly found: Pick<PlanQuotes, "memos" | "awards" | "canEdit">;
  /** As it is on screen. */
  readonly planVersion: number;
  /** The memo as the figures on screen write it. */
  readonly write: () => string;
};

/** Why the order goes where it goes: written from the figures, edited, and kept version by version. */
export function MemoCard({ planId, planName, planVersion, found, write }: MemoCardProps) {
  const { memos, awards, canEdit } = found;
  const form = useMemoText({ planId, memos, write });
  const [isEditing, setEditing] = useState(false);
  const { text, shown, version, unsaved } = form;
  const notice = form.isAnew ? null : memoNotice(shown, { awards, planVersion });
  const save = async () => {
    if (await form.save()) setEditing(false);
  };
  const cancel = () => {
    form.discard();
    setEditing(false);
  };
  return (
    <section aria-labelledby="memo" className="card grid gap-3 px-4 py-4 md:px-5">
      <header className="flex flex-wrap items-center gap-2">
        <div className="mr-auto">
          <h2 id="memo" className="text-lg">
            Award memo
          </h2>
          <p className="mt-0.5 text-ink-3 text-xs">{memoText(shown, unsaved)}</p>
        </div>
        {memos.length > 1 && !unsaved && (
          <Select
            aria-label="Version"
            value={String(version ?? "")}
            onValueChange={(value) => form.open(Number(value))}
            options={memos.map((one) => ({
              value: String(one.version),
              label: `version ${one.version}`,
            }))}
          />
        )}
        {canEdit && (
          <Button onClick={form.restore}>
            {text === "" ? "Write it from the figures" : "Restore the written one"}
          </Button>
        )}
        {text !== "" && (
          <MemoOut planName={planName} version={unsaved ? null : version} {...{ text, notice }} />
        )}
        {canEdit && text !== "" && !isEditing && (
          <Button onClick={() => setEditing(true)}>Edit</Button>
        )}
        {isEditing && <Button onClick={() => setEditing(false)}>Show as document</Button>}
        {canEdit && unsaved && (
          <>
            <Button variant="quiet" onClick={cancel}>
              Discard changes
            </Button>
            <Button
              variant="primary"
              busy={form.busy}
              disabled={text.trim() === ""}
              onClick={() => void save()}
            >
              Save memo
            </Button>
          </>
        )}
      </header>
      {notice && (
        <MemoStale notice={notice}>
          {canEdit && form.isNewest && (
            <>
              {!unsaved && (
                <Button busy={form.busy} onClick={() => void save()}>
                  Keep it
                </Button>
              )}
              <Button onClick={form.restore}>Write it anew from today’s figures</Button>
            </>
          )}
        </MemoStale>
      )}
      {form.message && <FieldError>{form.message}</FieldError>}
      {isEditing ? (
        <Textarea
          aria-label="Award memo, in Markdown"
          value={text}
          rows={24}
          maxLength={100_000}
          className="font-mono text-xs"
          onChange={(event) => form.setText(event.target.value)}
        />
      ) : (
        text !== "" && (
          <article
            aria-label="The memo"
            className="min-w-0 rounded-lg border border-line bg-surface px-4 py-4 md:px-8 md:py-6"
          >
            <MemoDocument text={text} />
          </article>
        )
      )}
    </section>
  );
}
