"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { createFromTemplateAction, createPlanAction } from "@/app/(product)/(app)/plans/actions";
import { useOrganizationId } from "@/components/shell/organization-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FieldError } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { type TemplateId, templateCurrency, templates } from "@/lib/catalog/templates";
import type { PlanTemplate } from "@/lib/schemas/template";
import { attempt } from "./attempt";
import { CopyPlanTemplateDialog } from "./copy-plan-template-dialog";
import { newId } from "./new-id";
import { TemplateChoice } from "./template-choice";
import { useOwnTemplates } from "./use-own-templates";

export type NewPlanDialogProps = {
  /** One of the product's, or the id of one the organization keeps. */
  readonly templateId: string;
  /** YYYY-MM */
  readonly startMonth: string;
  /** What the organization plans in, where it says so. */
  readonly currency?: string | undefined;
  readonly onClose: () => void;
};

const first = templates[0];

type Chosen = { readonly id: TemplateId | string; readonly name: string; readonly isOwn: boolean };

/** What an address or a click names; the first template where it names none that is there. */
function chosenTemplate(id: string, own: readonly PlanTemplate[]): Chosen {
  const kept = own.find((template) => template.id === id);
  if (kept) return { ...kept, isOwn: true };
  const { name, ...template } = templates.find((one) => one.id === id) ?? first;
  return { id: template.id, name: template.id === "blank" ? "" : name, isOwn: false };
}

export function NewPlanDialog(props: NewPlanDialogProps) {
  const formId = useId();
  const router = useRouter();
  const madeFor = useOrganizationId();
  const [id] = useState(newId);
  const [open, setOpen] = useState(true);
  const [wanted, setWanted] = useState(props.templateId);
  const { own, targets, remove } = useOwnTemplates();
  const [copying, setCopying] = useState<PlanTemplate | null>(null);
  const template = chosenTemplate(wanted, own);
  const [typedName, setTypedName] = useState<string | null>(null);
  const [startMonth, setStartMonth] = useState(props.startMonth);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const name = typedName ?? template.name;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") {
      setRefusal({ fields: { name: "The name is empty. Give the plan a name." } });
      return;
    }
    setBusy(true);
    const outcome = await attempt(() => {
      const plan = { id, name: name.trim(), startMonth };
      return template.isOwn
        ? createFromTemplateAction({ ...plan, templateId: template.id }, madeFor)
        : createPlanAction({ ...plan, templateId: template.id as TemplateId }, madeFor);
    }, "No plan was made");
    if (outcome.ok) return router.replace(`/plans/${outcome.data.id}`);
    setRefusal({ message: outcome.message, fields: outcome.fields ?? {} });
    setBusy(false);
  };

  const close = () => {
    setOpen(false);
    props.onClose();
  };

  return (
    <>
      <Dialog
        open={open && copying === null}
        onOpenChange={(next) => !next && close()}
        wide
        title="New plan"
        description="Every figure of Loadline’s templates has a source or a range. Each can be replaced."
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
            <Field
              label="First month"
              help="Month 1 of the plan."
              error={refusal?.fields.startMonth}
            >
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
          {props.currency && props.currency !== templateCurrency && (
            <p className="rounded-md bg-sunken px-3 py-2 text-sm">
              Your organization plans in {props.currency}. The prices of Loadline's templates are in{" "}
              {templateCurrency}, and no rate was quoted to convert them, so their plans are in{" "}
              {templateCurrency}. A blank plan is in {props.currency}.
            </p>
          )}
          <TemplateChoice
            value={template.id}
            onChange={setWanted}
            own={own}
            onRemove={remove}
            onCopy={targets.length > 0 ? setCopying : null}
          />
          {refusal?.message && Object.keys(refusal.fields).length === 0 && (
            <FieldError>{refusal.message}</FieldError>
          )}
        </form>
      </Dialog>
      {copying && (
        <CopyPlanTemplateDialog
          template={copying}
          targets={targets}
          onClose={() => setCopying(null)}
        />
      )}
    </>
  );
}

type Refusal = {
  readonly message?: string;
  readonly fields: Readonly<Record<string, string>>;
};
