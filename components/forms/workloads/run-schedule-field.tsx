"use client";

import { Checkbox } from "@/components/ui/checkbox";
import type { RunSchedule } from "@/lib/schemas/run-schedule";
import { EntryInput } from "../entry-input";
import { entered, PointList } from "../point-list";
import { useField, useRowForm } from "../row-form";

type Runs = RunSchedule["runs"][number];

const start: RunSchedule = { runs: [{ month: 0, count: 1 }], evidence: "assumed" };
const monthsToNext = 3;

/** Runs by the month in which they start, in place of a first run and a gap. */
export function RunScheduleField() {
  const { form, readOnly } = useRowForm();
  const schedule = useField<RunSchedule | undefined>("runSchedule");
  const set = (next: RunSchedule | undefined) =>
    form.setValue("runSchedule", next, { shouldDirty: true });
  return (
    <>
      <Checkbox
        label="Runs by month, in place of a first run and a gap"
        checked={schedule !== undefined}
        disabled={readOnly}
        data-field="runSchedule"
        onCheckedChange={(on) => set(on ? start : undefined)}
      />
      {schedule && <RunList runs={schedule.runs} onChange={(runs) => set({ ...schedule, runs })} />}
    </>
  );
}

function RunList({
  runs,
  onChange,
}: {
  readonly runs: readonly Runs[];
  readonly onChange: (runs: Runs[]) => void;
}) {
  const { form, readOnly } = useRowForm();
  const name = "runSchedule.runs";
  const error = form.getFieldState(name, form.formState).error?.message;
  const invalid = error && { "aria-invalid": true };
  return (
    <PointList<Runs>
      name={name}
      legend="Runs that start in a month of the plan"
      one="month"
      points={runs}
      onChange={(next) => onChange([...next])}
      next={(last) => ({ month: (last?.month ?? -monthsToNext) + monthsToNext, count: 1 })}
      error={error}
      readOnly={readOnly}
    >
      {({ month, count }, index, set) => (
        <>
          <span className="shrink-0 text-ink-2">In month</span>
          <EntryInput
            aria-label={`Month ${index + 1} with runs`}
            {...invalid}
            unit="months"
            value={typeof month === "number" ? month + 1 : month}
            readOnly={readOnly}
            onEntry={(value) =>
              set({ month: typeof value === "number" ? value - 1 : entered(value) })
            }
            frameClassName="w-20"
          />
          <EntryInput
            aria-label={`Runs of month ${index + 1}`}
            {...invalid}
            unit="count"
            unitLabel="runs"
            value={count}
            readOnly={readOnly}
            onEntry={(value) => set({ count: entered(value) })}
            frameClassName="w-24"
          />
        </>
      )}
    </PointList>
  );
}
