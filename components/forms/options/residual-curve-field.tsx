"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import type { ResidualCurve } from "@/lib/schemas/purchase-terms";
import { EntryInput } from "../entry-input";
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

/** What was typed stays in the form when it is no number, so that the check can name it. */
const entered = (value: number | string | null) => (value ?? "") as number;

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
  const set = (index: number, part: Partial<Point>) =>
    onChange(points.map((point, at) => (at === index ? { ...point, ...part } : point)));
  const lastAge = points.at(-1)?.ageMonths ?? 0;
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2" data-field={name} tabIndex={-1}>
      <legend className="mb-1 font-label text-sm">Share of the price received</legend>
      <ol className="grid gap-2">
        {points.map((point, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point has no name; its place is its identity
          <li key={index} className="flex flex-wrap items-center gap-2 text-sm">
            <span className="shrink-0 text-ink-2">At</span>
            <EntryInput
              aria-label={`Age of point ${index + 1}, in months`}
              {...(error && { "aria-invalid": true })}
              unit="months"
              unitLabel="months"
              value={point.ageMonths}
              readOnly={readOnly}
              onEntry={(value) => set(index, { ageMonths: entered(value) })}
              frameClassName="w-32"
            />
            <EntryInput
              aria-label={`Share of point ${index + 1}`}
              {...(error && { "aria-invalid": true })}
              unit="fraction"
              unitLabel="%"
              value={point.fraction}
              readOnly={readOnly}
              onEntry={(value) => set(index, { fraction: entered(value) })}
              frameClassName="w-28"
            />
            {points.length > 1 && !readOnly && (
              <IconButton
                label={`Remove point ${index + 1}`}
                icon={<Trash2 aria-hidden size={16} />}
                onClick={() => onChange(points.filter((_, at) => at !== index))}
              />
            )}
          </li>
        ))}
      </ol>
      {error && <FieldError>{error}</FieldError>}
      {!readOnly && (
        <Button
          size="small"
          className="justify-self-start"
          icon={<Plus aria-hidden size={14} />}
          onClick={() =>
            onChange([
              ...points,
              { ageMonths: lastAge + 12, fraction: points.at(-1)?.fraction ?? 0 },
            ])
          }
        >
          Add a point
        </Button>
      )}
    </fieldset>
  );
}
