"use client";

import { Field } from "@/components/ui/field";
import { trainingRunHours } from "@/lib/engine";
import { unitText } from "@/lib/format";
import type { TrainingCompute } from "@/lib/schemas/training-compute";
import { EntryInput } from "../entry-input";
import { FormFigure } from "../form-fields";
import { useField, useRowForm } from "../row-form";

/** Hours that are given, or what the model and its tokens make of them. */
export function RunHours() {
  const { plan } = useRowForm();
  const compute = useField<TrainingCompute | undefined>("compute");
  if (!compute) return <FormFigure name="acceleratorHoursPerRun" />;
  const isNumber = Object.values(compute).every(({ value }) => typeof value === "number");
  const hours = isNumber ? trainingRunHours(compute) : null;
  return (
    <Field label="Accelerator-hours a run" help="Computed from the model and its tokens below.">
      {(control) => (
        <EntryInput
          {...control}
          unit="acceleratorHours"
          unitLabel={unitText("acceleratorHours", plan.currency)}
          value={hours === null || !Number.isFinite(hours) ? null : Math.round(hours)}
          placeholder="missing"
          readOnly
          onEntry={() => undefined}
        />
      )}
    </Field>
  );
}
