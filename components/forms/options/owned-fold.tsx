"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { FieldGrid, Fold } from "../fold";
import { FormFigure, FormSelect } from "../form-fields";
import { assumed, unpriced } from "../provenance";
import { useField, useRowForm } from "../row-form";
import { rowIdFor } from "../row-ids";

const purchasingChoices = [
  { value: "as-needed", label: "Buy what demand asks for" },
  { value: "none", label: "Keep what is owned, buy nothing" },
] as const;

const blank = () => ({ servers: unpriced, ageMonths: assumed(12), bookValue: unpriced });

/** Servers of the same kind that are there at month 0, in groups of one age. */
export function OwnedFold() {
  const { form, readOnly } = useRowForm();
  const owned = useField<OnPremisesOption["owned"]>("owned");
  const further = useField<OnPremisesOption["furtherOwned"]>("furtherOwned") ?? [];
  const groups = (owned ? 1 : 0) + further.length;
  const set = (on: boolean) =>
    form.setValue("owned", on ? blank() : undefined, { shouldDirty: true });
  const setFurther = (next: NonNullable<OnPremisesOption["furtherOwned"]>) =>
    form.setValue("furtherOwned", next.length > 0 ? next : undefined, { shouldDirty: true });
  const add = () => {
    const taken = further.map(({ id }) => id);
    setFurther([...further, { id: rowIdFor("group", taken, "group"), ...blank() }]);
  };
  return (
    <Fold title="Already owned" summary={summaryOf(groups)}>
      <Checkbox
        label="Some of these servers are owned at the start of the plan"
        checked={owned !== undefined}
        disabled={readOnly}
        data-field="owned"
        onCheckedChange={set}
      />
      {owned && <OwnedFields name="owned" />}
      <div className="grid min-w-0 grid-cols-1 gap-4" data-field="furtherOwned" tabIndex={-1}>
        {further.map(({ id }, index) => (
          <FurtherGroup
            key={id}
            index={index}
            onRemove={() => setFurther(further.filter((_, at) => at !== index))}
          />
        ))}
        {groups > 0 && !readOnly && (
          <Button
            size="small"
            className="justify-self-start"
            icon={<Plus aria-hidden size={14} />}
            onClick={add}
          >
            Add servers of another age
          </Button>
        )}
      </div>
      <FieldGrid>
        <FormSelect name="purchasing" options={purchasingChoices} />
      </FieldGrid>
    </Fold>
  );
}

function summaryOf(groups: number): string {
  if (groups === 0) return "nothing at month 0";
  return groups === 1 ? "servers at month 0" : `servers of ${groups} ages at month 0`;
}

function OwnedFields({ name }: { readonly name: string }) {
  return (
    <>
      <FieldGrid>
        <FormFigure name={`${name}.servers`} />
        <FormFigure name={`${name}.ageMonths`} />
        <FormFigure name={`${name}.bookValue`} />
        <FormFigure name={`${name}.residualValue`} />
      </FieldGrid>
      <Fold title="Lease or contract that runs" summary="payment, when it leaves, exit fee">
        <FieldGrid>
          <FormFigure name={`${name}.leasePayment`} />
          <FormFigure name={`${name}.leaveAfterMonths`} />
          <FormFigure name={`${name}.exitFee`} />
        </FieldGrid>
      </Fold>
    </>
  );
}

function FurtherGroup({
  index,
  onRemove,
}: {
  readonly index: number;
  readonly onRemove: () => void;
}) {
  const { readOnly } = useRowForm();
  const title = `Owned servers, group ${index + 2}`;
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-4 rounded-md border border-line p-4">
      <legend className="sr-only">{title}</legend>
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 font-label text-sm">{title}</p>
        {!readOnly && (
          <IconButton
            label={`Remove group ${index + 2}`}
            icon={<Trash2 aria-hidden size={16} />}
            onClick={onRemove}
          />
        )}
      </div>
      <OwnedFields name={`furtherOwned.${index}`} />
    </fieldset>
  );
}
