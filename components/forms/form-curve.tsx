"use client";

import { useController } from "react-hook-form";
import type { Curve, CurveKind } from "./curve-draft";
import { CurveField } from "./curve-field";
import { FormFigure } from "./form-fields";
import { useField, useRowForm } from "./row-form";
import { rowsOfKind, type Step, StepsEditor } from "./steps-editor";

const figuresOfKind: Partial<Record<CurveKind, readonly string[]>> = {
  compound: ["ratePerYearFraction"],
  linear: ["addedPerYearFraction"],
  logistic: ["ceilingRatio", "midpointMonths", "steepnessPerYear"],
  bass: [
    "marketRatio",
    "innovationPerYearFraction",
    "imitationPerYearFraction",
    "monthsSinceLaunch",
  ],
};

/** How a workload grows. */
export function FormGrowth({ name, label }: { readonly name: string; readonly label: string }) {
  const { form, plan, readOnly } = useRowForm();
  const curve = useField<Curve>(name);
  return (
    <CurveField
      {...{ label, name, curve, readOnly }}
      family="growth"
      months={plan.horizonMonths}
      onChange={(next) => {
        form.clearErrors(name);
        form.setValue(name, next, { shouldDirty: true });
      }}
    >
      {(kind) =>
        kind === "steps" || kind === "drawn" ? (
          <FormSteps name={`${name}.${rowsOfKind[kind]}`} kind={kind} />
        ) : (
          (figuresOfKind[kind] ?? []).map((figure) => (
            <FormFigure key={figure} name={`${name}.${figure}`} />
          ))
        )
      }
    </CurveField>
  );
}

function FormSteps({ name, kind }: { readonly name: string; readonly kind: "steps" | "drawn" }) {
  const { form, readOnly } = useRowForm();
  const { field, fieldState } = useController({ name, control: form.control });
  return (
    <StepsEditor
      name={name}
      kind={kind}
      steps={field.value as readonly Step[]}
      error={fieldState.error?.message}
      readOnly={readOnly}
      onChange={(steps) => {
        form.clearErrors(name);
        field.onChange(steps);
      }}
      onLeave={field.onBlur}
    />
  );
}
