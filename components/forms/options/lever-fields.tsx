"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { listed } from "@/lib/format";
import { type Lever, leverKinds } from "@/lib/schemas/lever";
import type { Throughput } from "@/lib/schemas/throughput";
import { leverNames } from "@/lib/views/iceberg-names";
import { FieldGrid } from "../fold";
import { FormFigure, FormSelect } from "../form-fields";
import { unpriced } from "../provenance";
import { useField, useRowForm } from "../row-form";
import { rowIdFor } from "../row-ids";

const kinds = leverKinds.map((value) => ({ value, label: leverNames[value] }));

const reaches = [
  { value: "included", label: "In the rate above already" },
  { value: "added", label: "On top of the rate above" },
] as const;

/** What a closed fold says: the levers that are on. */
export function leverSummary({ levers = [], speedUpPerYearFraction }: Throughput): string {
  const on = levers.filter(({ isOn }) => isOn).map(({ kind }) => leverNames[kind].toLowerCase());
  const said = [...on, ...(speedUpPerYearFraction ? ["software speed-up"] : [])];
  return said.length > 0 ? listed(said) : "levers on the rate, software speed-up";
}

/** What multiplies the rate of this throughput: in it already, or on top of it from a month on. */
export function LeverFields({ name }: { readonly name: string }) {
  const { form, readOnly } = useRowForm();
  const levers = useField<readonly Lever[] | undefined>(`${name}.levers`) ?? [];
  const set = (next: readonly Lever[]) =>
    form.setValue(`${name}.levers`, next.length > 0 ? next : undefined, { shouldDirty: true });
  const change = (at: number, part: Partial<Lever>) =>
    set(levers.map((lever, index) => (index === at ? { ...lever, ...part } : lever)));
  const add = () => {
    const taken = levers.map(({ id }) => id);
    const kind = leverKinds.find((one) => !levers.some((lever) => lever.kind === one));
    set([
      ...levers,
      {
        id: rowIdFor("lever", taken, "lever"),
        kind: kind ?? "serving-software",
        speedRatio: unpriced,
        reach: "added",
        isOn: true,
      },
    ]);
  };
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4" data-field={`${name}.levers`} tabIndex={-1}>
      {levers.map((lever, index) => (
        <fieldset
          key={lever.id}
          className="grid min-w-0 grid-cols-1 gap-4 rounded-md border border-line p-4"
        >
          <legend className="sr-only">{leverNames[lever.kind]}</legend>
          <div className="flex items-center gap-2">
            <p className="min-w-0 flex-1 font-label text-sm">{leverNames[lever.kind]}</p>
            <Checkbox
              label="On"
              checked={lever.isOn}
              disabled={readOnly}
              onCheckedChange={(isOn) => change(index, { isOn })}
            />
            {!readOnly && (
              <IconButton
                label={`Remove ${leverNames[lever.kind].toLowerCase()}`}
                icon={<Trash2 aria-hidden size={16} />}
                onClick={() => set(levers.filter((_, at) => at !== index))}
              />
            )}
          </div>
          <FieldGrid>
            <FormSelect name={`${name}.levers.${index}.kind`} options={kinds} />
            <FormFigure name={`${name}.levers.${index}.speedRatio`} />
            <FormSelect name={`${name}.levers.${index}.reach`} options={reaches} />
            {lever.reach === "added" && <FormFigure name={`${name}.levers.${index}.startMonth`} />}
          </FieldGrid>
        </fieldset>
      ))}
      {!readOnly && (
        <Button
          size="small"
          className="justify-self-start"
          icon={<Plus aria-hidden size={14} />}
          onClick={add}
        >
          Add a lever
        </Button>
      )}
    </div>
  );
}
