"use client";

import { clsx } from "clsx";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { createPlanAction } from "@/app/(app)/plans/actions";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { type TemplateId, templates } from "@/lib/catalog/templates";
import { attempt } from "./attempt";
import { newId } from "./new-id";

export type NewPlanDialogProps = {
  readonly templateId: TemplateId;
  /** YYYY-MM */
  readonly startMonth: string;
  readonly onClose: () => void;
};

const nameOf = (id: TemplateId) =>
  id === "blank" ? "" : (templates.find((template) => template.id === id)?.name ?? "");

export function NewPlanDialog(props: NewPlanDialogProps) {
  const formId = useId();
  const router = useRouter();
  const [id] = useState(newId);
  const [open, setOpen] = useState(true);
  const [templateId, setTemplateId] = useState(props.templateId);
  const [typedName, setTypedName] = useState<string | null>(null);
  const [startMonth, setStartMonth] = useState(props.startMonth);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const name = typedName ?? nameOf(templateId);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") {
      setRefusal({ fields: { name: "The name is empty. Give the plan a name." } });
      return;
    }
    setBusy(true);
    const outcome = await attempt(
      () => createPlanAction({ id, name: name.trim(), templateId, startMonth }),
      "No plan was made",
    );
    if (outcome.ok) return router.push(`/plans/${outcome.data.id}`);
    setRefusal({ message: outcome.message, fields: outcome.fields ?? {} });
    setBusy(false);
  };

  const close = () => {
    setOpen(false);
    props.onClose();
  };

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      wide
      title="New plan"
      description="Every figure of a template has a source or a range, and can be replaced."
      footer={
        <>
          <Button variant="quiet" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {busy ? "Creating the plan" : "Create plan"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="grid gap-5">
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_12rem]">
          <Field label="Name" error={refusal?.fields.name}>
            {(control) => (
              <TextInput
                {...control}
                value={name}
                maxLength={80}
                autoComplete="off"
                onChange={(event) => {
                  setTypedName(event.target.value);
                  setRefusal(null);
                }}
              />
            )}
          </Field>
          <Field label="First month" help="Month 1 of the plan." error={refusal?.fields.startMonth}>
            {(control) => (
              <TextInput
                {...control}
                type="month"
                value={startMonth}
                onChange={(event) => {
                  setStartMonth(event.target.value);
                  setRefusal(null);
                }}
              />
            )}
          </Field>
        </div>
        <TemplateChoice value={templateId} onChange={setTemplateId} />
        {refusal?.message && Object.keys(refusal.fields).length === 0 && (
          <FieldError>{refusal.message}</FieldError>
        )}
      </form>
    </Dialog>
  );
}

type Refusal = {
  readonly message?: string;
  readonly fields: Readonly<Record<string, string>>;
};

function TemplateChoice({
  value,
  onChange,
}: {
  value: TemplateId;
  onChange: (id: TemplateId) => void;
}) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-label text-sm">Start from</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {templates.map(({ id, name, description }) => (
          <label
            key={id}
            className={clsx(
              "flex items-start gap-2.5 rounded-md border border-control px-3 py-2",
              "has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent has-checked:ring-inset",
              "has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
            )}
          >
            <input
              type="radio"
              name="template"
              value={id}
              checked={value === id}
              onChange={() => onChange(id)}
              className="mt-px size-4 shrink-0 accent-accent outline-none"
            />
            <span>
              <span className="block font-label text-sm">{name}</span>
              <span className="block text-ink-3 text-xs">{description}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
