"use client";

import type { RunSchedule } from "@/lib/schemas/run-schedule";
import { FormFigure } from "../form-fields";
import { useField } from "../row-form";

/** First run and gap, unless runs are given by month. */
export function RunCadence() {
  const schedule = useField<RunSchedule | undefined>("runSchedule");
  if (schedule) return null;
  return (
    <>
      <FormFigure name="firstRunMonth" />
      <FormFigure name="monthsBetweenRuns" />
    </>
  );
}
