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

const starts = [
  { value: "planned", label: "In a month of the plan" },
  { value: "running", label: "Before the plan: it is running" },
] as const;

type Start = (typeof starts)[number]["value"];

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

const blankRunning = { monthsRun: unpriced, rate: unpriced };

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
          commitment={commitment}
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
  readonly commitment: Commitment;
  readonly onRemove: () => void;
}) {
  const { index, commitment, onRemove } = props;
  const { atEnd, pricing, running } = commitment;
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
        <FormSelect name={`${name}.term`} options={terms} />
        <FormSelect<Start>
          name={`${name}.running`}
          options={starts}
          fromValue={(value) => (value ? "running" : "planned")}
          toValue={(start) => (start === "running" ? blankRunning : undefined)}
        />
        {running ? (
          <>
            <FormFigure name={`${name}.running.monthsRun`} />
            <FormFigure name={`${name}.running.rate`} />
          </>
        ) : (
          <FormFigure name={`${name}.startMonth`} />
        )}
        <FormSelect name={`${name}.atEnd`} options={ends} />
        {(!running || atEnd === "renew") && <NewTermPrice name={name} pricing={pricing} />}
        <FormSelect name={`${name}.payment`} options={payments} />
      </FieldGrid>
    </fieldset>
  );
}

/** What a term that starts in the plan costs. */
function NewTermPrice(props: { readonly name: string; readonly pricing: Commitment["pricing"] }) {
  const { name, pricing } = props;
  return (
    <>
      <FormSelect name={`${name}.pricing`} options={pricings} />
      {pricing === "rate" ? (
        <FormFigure key="rate" name={`${name}.rate`} />
      ) : (
        <FormFigure key="discount" name={`${name}.discountFraction`} />
      )}
    </>
  );
}
