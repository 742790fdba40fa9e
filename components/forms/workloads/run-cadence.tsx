"use client";

import type { RunSchedule } from "@/lib/schemas/run-schedule";
import { FormFigure } from "../form-fields";
import { useField } from "../row-form";

/** First run and gap, unless runs are given by month. */
export function RunCadence() {
  const schedule = useField<RunSchedule | undefined>("runSchedule");
  if (schedule)
    return (
      <p className="self-end pb-2 text-ink-3 text-xs">Runs start in the months given below.</p>
    );
  return (
    <>
      <FormFigure name="firstRunMonth" />
      <FormFigure name="monthsBetweenRuns" />
    </>
  );
}
