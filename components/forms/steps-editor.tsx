"use client";

import { EntryInput } from "./entry-input";
import { MonthEntry } from "./month-entry";
import { entered, PointList } from "./point-list";

export type Step = { readonly month: number; readonly factor: number };

/** Where the rows of each kind of curve stand. */
export const rowsOfKind = { steps: "steps", drawn: "points" } as const;

const words = {
  steps: { legend: "Steps", one: "step", from: "From month" },
  drawn: { legend: "Points", one: "point", from: "In month" },
} as const;

export type StepsEditorProps = {
  readonly kind: keyof typeof words;
  readonly name: string;
  readonly steps: readonly Step[];
  readonly onChange: (steps: readonly Step[]) => void;
  readonly onLeave: () => void;
  readonly error?: string | undefined;
  readonly readOnly: boolean;
};

/** Levels over the start: steps hold from their month on, points are joined. */
export function StepsEditor({ kind, steps, ...list }: StepsEditorProps) {
  const { legend, one, from } = words[kind];
  const invalid = list.error && { "aria-invalid": true };
  return (
    <PointList<Step>
      {...list}
      legend={legend}
      one={one}
      points={steps}
      next={(last) => ({ month: (last?.month ?? 0) + 12, factor: last?.factor ?? 1 })}
    >
      {({ month, factor }, index, set) => (
        <>
          <span className="shrink-0 text-ink-2">{from}</span>
          <MonthEntry
            label={`Month of ${one} ${index + 1}`}
            month={month}
            onMonth={(next) => set({ month: next })}
            invalid={list.error !== undefined}
            readOnly={list.readOnly}
          />
          <span className="shrink-0 text-ink-2">level</span>
          <EntryInput
            aria-label={`Level of ${one} ${index + 1}, times the start`}
            {...invalid}
            unit="ratio"
            unitLabel="x"
            value={factor}
            readOnly={list.readOnly}
            onEntry={(value) => set({ factor: entered(value) })}
            frameClassName="w-28"
          />
        </>
      )}
    </PointList>
  );
}
