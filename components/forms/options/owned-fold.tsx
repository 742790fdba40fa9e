"use client";

import { Checkbox } from "@/components/ui/checkbox";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { CardList, FormCard } from "../card-list";
import { FieldGrid, Fold } from "../fold";
import { FormFigure, FormSelect } from "../form-fields";
import { assumed, unpriced } from "../provenance";
import { useField, useRowForm } from "../row-form";

const purchasingChoices = [
  { value: "as-needed", label: "Buy what demand asks for" },
  { value: "none", label: "Keep what is owned, buy nothing" },
] as const;

const groupTitle = (index: number) => `Owned servers, group ${index + 1}`;

type Group = NonNullable<OnPremisesOption["furtherOwned"]>[number];

const blank = () => ({ servers: unpriced, ageMonths: assumed(12), bookValue: unpriced });

/** Servers of the same kind that are there at month 0, in groups of one age. */
export function OwnedFold() {
  const { form, readOnly } = useRowForm();
  const owned = useField<OnPremisesOption["owned"]>("owned");
  const further = useField<OnPremisesOption["furtherOwned"]>("furtherOwned") ?? [];
  const groups = (owned ? 1 : 0) + further.length;
  const set = (on: boolean) =>
    form.setValue("owned", on ? blank() : undefined, { shouldDirty: true });
  return (
    <Fold title="Already owned" summary={summaryOf(groups)}>
      <Checkbox
        label="Some of these servers are owned at the start of the plan"
        checked={owned !== undefined}
        disabled={readOnly}
        data-field="owned"
        onCheckedChange={set}
      />
      {owned &&
        (further.length > 0 ? (
          <FormCard title={groupTitle(0)}>
            <OwnedFields name="owned" />
          </FormCard>
        ) : (
          <OwnedFields name="owned" />
        ))}
      <CardList<Group>
        name="furtherOwned"
        idStem="group"
        addLabel="Add servers of another age"
        mayAdd={groups > 0}
        blank={blank}
        titleOf={(_, index) => groupTitle((owned ? 1 : 0) + index)}
      >
        {(_, name) => <OwnedFields name={name} />}
      </CardList>
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
