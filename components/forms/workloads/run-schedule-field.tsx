"use client";

import type { RunSchedule } from "@/lib/schemas/run-schedule";
import { DrawnField } from "../drawn-field";
import { EntryInput } from "../entry-input";
import { MonthEntry } from "../month-entry";
import { entered } from "../point-list";

type Runs = RunSchedule["runs"][number];

const start: RunSchedule = { runs: [{ month: 0, count: 1 }], evidence: "assumed" };
const monthsToNext = 3;

/** Runs by the month in which they start, in place of a first run and a gap. */
export function RunScheduleField() {
  return (
    <DrawnField<RunSchedule, Runs>
      name="runSchedule"
      list="runs"
      label="Runs by month, in place of a first run and a gap"
      legend="Runs that start in a month of the plan"
      one="month"
      start={start}
      pointsOf={({ runs }) => runs}
      next={(last) => ({ month: (last?.month ?? -monthsToNext) + monthsToNext, count: 1 })}
    >
      {({ month, count }, { index, set, invalid, readOnly }) => (
        <>
          <span className="shrink-0 text-ink-2">In month</span>
          <MonthEntry
            label={`Month ${index + 1} with runs`}
            month={month}
            onMonth={(next) => set({ month: next })}
            invalid={invalid}
            readOnly={readOnly}
          />
          <EntryInput
            aria-label={`Runs of month ${index + 1}`}
            {...(invalid && { "aria-invalid": true })}
            unit="count"
            unitLabel="runs"
            value={count}
            readOnly={readOnly}
            onEntry={(value) => set({ count: entered(value) })}
            frameClassName="w-24"
          />
        </>
      )}
    </DrawnField>
  );
}
