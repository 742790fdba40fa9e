"use client";

import { EntryInput } from "./entry-input";
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

/** A month in words counts from 1, in the plan from 0. */
const monthShown = (month: number) => (typeof month === "number" ? month + 1 : month);

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
          <EntryInput
            aria-label={`Month of ${one} ${index + 1}`}
            {...invalid}
            unit="months"
            value={monthShown(month)}
            readOnly={list.readOnly}
            onEntry={(value) =>
              set({ month: typeof value === "number" ? value - 1 : entered(value) })
            }
            frameClassName="w-20"
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
