"use client";

import { Download, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { saveAwardMemoAction } from "@/app/(app)/plans/[planId]/quotes/actions";
import { fileName, saveFile } from "@/components/charts/save-file";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import type { PlanQuotes } from "@/lib/schemas/plan-quotes";
import { memoText } from "@/lib/views/comparison/review-words";
import { printText } from "./print-text";

type MemoCardProps = {
  readonly planId: string;
  readonly planName: string;
  readonly found: Pick<PlanQuotes, "memos" | "canEdit">;
  /** The memo as the figures on screen write it. */
  readonly write: () => string;
};

/** Why the order goes where it goes: written from the figures, edited, and kept version by version. */
export function MemoCard({ planId, planName, found, write }: MemoCardProps) {
  const { memos, canEdit } = found;
  const form = useMemoText({ planId, memos });
  const { text, shown } = form;
  const title = `Award memo, ${planName}`;
  const download = () =>
    saveFile(
      fileName(
        [planName, "award-memo", form.version === null ? undefined : `v${form.version}`],
        "md",
      ),
      new Blob([text], { type: "text/markdown;charset=utf-8" }),
    );
  return (
    <section aria-labelledby="memo" className="card grid gap-3 px-4 py-4 md:px-5">
      <header className="flex flex-wrap items-center gap-2">
        <div className="mr-auto">
          <h2 id="memo" className="text-lg">
            Award memo
          </h2>
          <p className="mt-0.5 text-ink-3 text-xs">{memoText(shown)}</p>
        </div>
        {memos.length > 1 && (
          <Select
            aria-label="Version"
            value={String(form.version ?? "")}
            onValueChange={(value) => form.open(Number(value))}
            options={memos.map(({ version }) => ({
              value: String(version),
              label: `version ${version}`,
            }))}
          />
        )}
        {canEdit && (
          <Button onClick={() => form.setText(write())}>Write it from the figures</Button>
        )}
        {text !== "" && (
          <>
            <Button icon={<Download aria-hidden size={14} />} onClick={download}>
              Markdown
            </Button>
            <Button icon={<Printer aria-hidden size={14} />} onClick={() => printText(title, text)}>
              Print
            </Button>
          </>
        )}
        {canEdit && (
          <Button
            variant="primary"
            busy={form.busy}
            disabled={!form.unsaved || text === ""}
            onClick={() => void form.save()}
          >
            Save memo
          </Button>
        )}
      </header>
      {form.message && <FieldError>{form.message}</FieldError>}
      {text !== "" && (
        <Textarea
          aria-label="Award memo"
          value={text}
          rows={20}
          maxLength={100_000}
          readOnly={!canEdit}
          className="font-mono text-xs"
          onChange={(event) => form.setText(event.target.value)}
        />
      )}
    </section>
  );
}

function useMemoText({ planId, memos }: { planId: string; memos: PlanQuotes["memos"] }) {
  const router = useRouter();
  const toast = useToast();
  const newest = memos[0]?.version ?? null;
  const [opened, setOpened] = useState<number | null>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const shown = memos.find(({ version }) => version === (opened ?? newest));
  const unsaved = edited !== null && edited !== shown?.body;
  useUnsavedGuard(unsaved, busy);
  const text = edited ?? shown?.body ?? "";
  const save = async () => {
    setBusy(true);
    setMessage(null);
    const input = { planId, expectedVersion: newest, body: text };
    const outcome = await attempt(() => saveAwardMemoAction(input), "Not saved");
    setBusy(false);
    if (!outcome.ok) return setMessage(outcome.message);
    toast.show({ text: `Memo saved, version ${outcome.data.version}` });
    setEdited(null);
    setOpened(null);
    return router.refresh();
  };
  return {
    ...{ text, shown, unsaved, busy, message, save },
    version: shown?.version ?? null,
    setText: setEdited,
    open: (version: number) => {
      setOpened(version);
      setEdited(null);
    },
  };
}
