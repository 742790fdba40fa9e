"use client";

import { type FormEvent, useId, useState } from "react";
import { copyProposalTemplateAction } from "@/app/(product)/(app)/proposals/actions";
import { attempt } from "@/components/plans/attempt";
import { newId } from "@/components/plans/new-id";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import { hasWords, type ProposalTemplate } from "@/lib/schemas/proposal-template";
import { templateWords } from "@/lib/views/proposal/template-words";

export type TemplateTarget = { readonly id: string; readonly name: string };

type CopyProps = {
  readonly template: ProposalTemplate;
  readonly targets: readonly TemplateTarget[];
  readonly onClose: () => void;
};

/** Shows all that was typed, of which nothing goes along before it is chosen. */
export function CopyTemplateDialog(props: CopyProps) {
  const { template, targets, onClose } = props;
  const formId = useId();
  const form = useCopyForm(props);
  const { name, organizationId, withWordsOf, busy, message } = form;
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`Copy “${template.name}” to another organization`}
      description="Which sections there are, their order and which are shown go along. No plan, figure, quote, name or hash does. Of what was typed here, only what you tick goes: read it, it may name a client."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            Copy
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.submit} noValidate className="grid gap-4">
        <Field label="To">
          {(control) => (
            <Select
              {...control}
              value={organizationId}
              options={targets.map(({ id, name: label }) => ({ value: id, label }))}
              onValueChange={(next) => form.change({ organizationId: next })}
            />
          )}
        </Field>
        <Field label="Name there" help="It may be read by others there.">
          {(control) => (
            <TextInput
              {...control}
              value={name}
              maxLength={80}
              autoComplete="off"
              onChange={(event) => form.change({ name: event.target.value })}
            />
          )}
        </Field>
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-label text-sm">What was typed</legend>
          {template.sections.filter(hasWords).map((section) => {
            const { title, text } = templateWords(section);
            return (
              <Checkbox
                key={section.id}
                label={title}
                help={<span className="block whitespace-pre-line break-words">{text}</span>}
                checked={withWordsOf.includes(section.id)}
                onCheckedChange={(goes) => form.choose(section.id, goes)}
              />
            );
          })}
          {!template.sections.some(hasWords) && (
            <p className="text-ink-2 text-sm">Nothing: every section is as Loadline writes it.</p>
          )}
        </fieldset>
        {message && <FieldError>{message}</FieldError>}
      </form>
    </Dialog>
  );
}

function useCopyForm({ template, targets, onClose }: CopyProps) {
  const toast = useToast();
  const [id] = useState(newId);
  const [draft, setDraft] = useState({
    ...{ name: "", organizationId: targets[0]?.id ?? "", withWordsOf: [] as readonly string[] },
  });
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const change = (part: Partial<typeof draft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setMessage(null);
  };
  const choose = (sectionId: string, goes: boolean) => {
    const others = draft.withWordsOf.filter((one) => one !== sectionId);
    change({ withWordsOf: goes ? [...others, sectionId] : others });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const { organizationId } = draft;
    const name = draft.name.trim();
    if (name === "") return setMessage("Give the copy a name.");
    setBusy(true);
    const withWordsOf = [...draft.withWordsOf];
    const input = { id, templateId: template.id, organizationId, name, withWordsOf };
    const outcome = await attempt(() => copyProposalTemplateAction(input), "Nothing was copied");
    setBusy(false);
    if (!outcome.ok) return setMessage(outcome.message);
    const where = targets.find((one) => one.id === organizationId)?.name;
    toast.show({ text: `${name} is a template of ${where} now` });
    onClose();
  };
  return { ...draft, busy, message, change, choose, submit };
}
