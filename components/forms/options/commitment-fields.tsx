"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Commitment } from "@/lib/schemas/commitment";
import { FieldGrid } from "../fold";
import { FormFigure, FormSelect } from "../form-fields";
import { assumed, unpriced } from "../provenance";
import { useField, useRowForm } from "../row-form";
import { rowIdFor } from "../row-ids";

const terms = [
  { value: "1-year", label: "1 year" },
  { value: "3-year", label: "3 years" },
  { value: "5-year", label: "5 years" },
] as const;

const pricings = [
  { value: "discount", label: "A discount on the rental" },
  { value: "rate", label: "A rental of its own" },
] as const;

const payments = [
  { value: "monthly", label: "Each month" },
  { value: "upfront", label: "Upfront, for the term" },
] as const;

const ends = [
  { value: "renew", label: "Renew for another term" },
  { value: "end", label: "End" },
] as const;

const blank: Omit<Commitment, "id"> = {
  instances: unpriced,
  startMonth: assumed(1),
  term: "1-year",
  pricing: "discount",
  discountFraction: unpriced,
  rate: unpriced,
  payment: "monthly",
  atEnd: "renew",
};

/** Instances taken for years at a fixed price; what goes beyond them is rented on demand. */
export function CommitmentFields() {
  const { form, readOnly } = useRowForm();
  const commitments = useField<readonly Commitment[] | undefined>("commitments") ?? [];
  const set = (next: readonly Commitment[]) =>
    form.setValue("commitments", next.length > 0 ? next : undefined, { shouldDirty: true });
  const add = () => {
    const taken = commitments.map(({ id }) => id);
    set([...commitments, { id: rowIdFor("commitment", taken, "commitment"), ...blank }]);
  };
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4" data-field="commitments" tabIndex={-1}>
      {commitments.map((commitment, index) => (
        <CommitmentCard
          key={commitment.id}
          index={index}
          pricing={commitment.pricing}
          onRemove={() => set(commitments.filter((_, at) => at !== index))}
        />
      ))}
      {!readOnly && (
        <Button
          size="small"
          className="justify-self-start"
          icon={<Plus aria-hidden size={14} />}
          onClick={add}
        >
          Add a commitment
        </Button>
      )}
    </div>
  );
}

function CommitmentCard(props: {
  readonly index: number;
  readonly pricing: Commitment["pricing"];
  readonly onRemove: () => void;
}) {
  const { index, pricing, onRemove } = props;
  const { readOnly } = useRowForm();
  const name = `commitments.${index}`;
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-4 rounded-md border border-line p-4">
      <legend className="sr-only">Commitment {index + 1}</legend>
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 font-label text-sm">Commitment {index + 1}</p>
        {!readOnly && (
          <IconButton
            label={`Remove commitment ${index + 1}`}
            icon={<Trash2 aria-hidden size={16} />}
            onClick={onRemove}
          />
        )}
      </div>
      <FieldGrid>
        <FormFigure name={`${name}.instances`} />
        <FormFigure name={`${name}.startMonth`} />
        <FormSelect name={`${name}.term`} options={terms} />
        <FormSelect name={`${name}.atEnd`} options={ends} />
        <FormSelect name={`${name}.pricing`} options={pricings} />
        {pricing === "rate" ? (
          <FormFigure key="rate" name={`${name}.rate`} />
        ) : (
          <FormFigure key="discount" name={`${name}.discountFraction`} />
        )}
        <FormSelect name={`${name}.payment`} options={payments} />
      </FieldGrid>
    </fieldset>
  );
}
