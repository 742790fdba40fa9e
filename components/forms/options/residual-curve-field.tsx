"use client";

import type { ResidualCurve } from "@/lib/schemas/purchase-terms";
import { DrawnField } from "../drawn-field";
import { EntryInput } from "../entry-input";
import { entered } from "../point-list";

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
  return (
    <DrawnField<ResidualCurve, Point>
      name="residualCurve"
      list="points"
      label="Residual value by age, in place of the plain share"
      legend="Share of the price received"
      one="point"
      start={start}
      pointsOf={({ points }) => points}
      next={(last) => ({ ageMonths: (last?.ageMonths ?? 0) + 12, fraction: last?.fraction ?? 0 })}
    >
      {({ ageMonths, fraction }, { index, set, invalid, readOnly }) => {
        const common = { readOnly, ...(invalid && { "aria-invalid": true }) };
        return (
          <>
            <span className="shrink-0 text-ink-2">At</span>
            <EntryInput
              {...common}
              aria-label={`Age of point ${index + 1}, in months`}
              unit="months"
              unitLabel="months"
              value={ageMonths}
              onEntry={(value) => set({ ageMonths: entered(value) })}
              frameClassName="w-32"
            />
            <EntryInput
              {...common}
              aria-label={`Share of point ${index + 1}`}
              unit="fraction"
              unitLabel="%"
              value={fraction}
              onEntry={(value) => set({ fraction: entered(value) })}
              frameClassName="w-28"
            />
          </>
        );
      }}
    </DrawnField>
  );
}
