"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { askApprovalAction } from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { approvalNoteLimit, type OpenedApproval } from "@/lib/schemas/approval";
import type { IssueNamed } from "@/lib/schemas/proposal";

/** Asks members to review an issue, until a day and with a sentence where one is needed. */
export function AskApprovalDialog(props: {
  readonly named: IssueNamed;
  readonly askable: OpenedApproval["askable"];
  readonly onClose: () => void;
}) {
  const { named, askable, onClose } = props;
  const formId = useId();
  const form = useAskForm(named, onClose);
  const { userIds, dueOn, note, busy, message } = form;
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Ask for approval of issue ${named.issue}`}
      description="They find it under Proposals, and approve, reject or comment. It is approved once all who are asked approve, and rejected by any one of them."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            Ask
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.submit} noValidate className="grid gap-4">
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-label text-sm">Reviewers</legend>
          {askable.map(({ userId, name }) => (
            <Checkbox
              key={userId}
              label={name}
              checked={userIds.includes(userId)}
              onCheckedChange={(checked) => form.choose(userId, checked)}
            />
          ))}
        </fieldset>
        <Field label="Answer by" optional>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={dueOn}
              onChange={(event) => form.change({ dueOn: event.target.value })}
              className="w-44"
            />
          )}
        </Field>
        <Field label="What to look at" optional>
          {(control) => (
            <Textarea
              {...control}
              value={note}
              maxLength={approvalNoteLimit}
              onChange={(event) => form.change({ note: event.target.value })}
            />
          )}
        </Field>
        {message && <FieldError>{message}</FieldError>}
      </form>
    </Dialog>
  );
}

const empty = { userIds: [] as readonly string[], dueOn: "", note: "" };

function useAskForm(named: IssueNamed, onDone: () => void) {
  const router = useRouter();
  const [draft, setDraft] = useState(empty);
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const change = (part: Partial<typeof empty>) => {
    setDraft((now) => ({ ...now, ...part }));
    setMessage(null);
  };
  const choose = (userId: string, chosen: boolean) => {
    const others = draft.userIds.filter((id) => id !== userId);
    change({ userIds: chosen ? [...others, userId] : others });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const { userIds, dueOn, note } = draft;
    if (userIds.length === 0) return setMessage("Choose who is to review it.");
    setBusy(true);
    const input = { ...named, userIds: [...userIds], dueOn: dueOn === "" ? null : dueOn, note };
    const outcome = await attempt(() => askApprovalAction(input), "Nobody was asked");
    setBusy(false);
    if (!outcome.ok) return setMessage(outcome.message);
    router.refresh();
    onDone();
  };
  return { ...draft, busy, message, change, choose, submit };
}
