"use client";

import { Checkbox } from "@/components/ui/checkbox";
import type { TrainingCompute } from "@/lib/schemas/training-compute";
import { FieldGrid } from "../fold";
import { FormFigure } from "../form-fields";
import { assumed, unpriced } from "../provenance";
import { useField, useRowForm } from "../row-form";

const start: TrainingCompute = {
  activeParameters: unpriced,
  tokens: unpriced,
  modelFlopsUtilizationFraction: assumed(0.4),
  peakTeraflopsPerSecond: unpriced,
};
const figures = Object.keys(start);

/** A run's hours from the model and its tokens, in place of hours that are given. */
export function TrainingComputeFields() {
  const { form, readOnly } = useRowForm();
  const compute = useField<TrainingCompute | undefined>("compute");
  return (
    <>
      <Checkbox
        label="Compute the hours from the model"
        help="6 × active parameters × tokens, over MFU × peak FLOP/s × 3,600."
        checked={compute !== undefined}
        disabled={readOnly}
        data-field="compute"
        onCheckedChange={(on) => {
          form.clearErrors("compute");
          form.setValue("compute", on ? start : undefined, { shouldDirty: true });
        }}
      />
      {compute && (
        <FieldGrid>
          {figures.map((name) => (
            <FormFigure key={name} name={`compute.${name}`} />
          ))}
        </FieldGrid>
      )}
    </>
  );
}
