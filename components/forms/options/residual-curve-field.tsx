"use client";

import { Checkbox } from "@/components/ui/checkbox";
import type { ResidualCurve } from "@/lib/schemas/purchase-terms";
import { EntryInput } from "../entry-input";
import { entered, PointList } from "../point-list";
import { useField, useRowForm } from "../row-form";

type Point = ResidualCurve["points"][number];

const start: ResidualCurve = {
  points: [
    { ageMonths: 12, fraction: 0.6 },
    { ageMonths: 36, fraction: 0.25 },
    { ageMonths: 60, fraction: 0.1 },
  ],
  evidence: "assumed",
};

/** Residual value as points over age, in place of the plain share. */
export function ResidualCurveField() {
  const { form, readOnly } = useRowForm();
  const curve = useField<ResidualCurve | undefined>("residualCurve");
  const set = (next: ResidualCurve | undefined) =>
    form.setValue("residualCurve", next, { shouldDirty: true });
  return (
    <>
      <Checkbox
        label="Residual value by age, in place of the plain share"
        checked={curve !== undefined}
        disabled={readOnly}
        data-field="residualCurve"
        onCheckedChange={(on) => set(on ? start : undefined)}
      />
      {curve && <Points points={curve.points} onChange={(points) => set({ ...curve, points })} />}
    </>
  );
}

function Points({
  points,
  onChange,
}: {
  readonly points: readonly Point[];
  readonly onChange: (points: Point[]) => void;
}) {
  const { form, readOnly } = useRowForm();
  const name = "residualCurve.points";
  const error = form.getFieldState(name, form.formState).error?.message;
  const invalid = error && { "aria-invalid": true };
  return (
    <PointList<Point>
      name={name}
      legend="Share of the price received"
      one="point"
      points={points}
      onChange={(next) => onChange([...next])}
      next={(last) => ({ ageMonths: (last?.ageMonths ?? 0) + 12, fraction: last?.fraction ?? 0 })}
      error={error}
      readOnly={readOnly}
    >
      {({ ageMonths, fraction }, index, set) => (
        <>
          <span className="shrink-0 text-ink-2">At</span>
          <EntryInput
            aria-label={`Age of point ${index + 1}, in months`}
            {...invalid}
            unit="months"
            unitLabel="months"
            value={ageMonths}
            readOnly={readOnly}
            onEntry={(value) => set({ ageMonths: entered(value) })}
            frameClassName="w-32"
          />
          <EntryInput
            aria-label={`Share of point ${index + 1}`}
            {...invalid}
            unit="fraction"
            unitLabel="%"
            value={fraction}
            readOnly={readOnly}
            onEntry={(value) => set({ fraction: entered(value) })}
            frameClassName="w-28"
          />
        </>
      )}
    </PointList>
  );
}
