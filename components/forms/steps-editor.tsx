"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { EntryInput } from "./entry-input";

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

/** What was typed stays in the form when it is no number, so that the check can name it. */
function entered(value: number | string | null): number {
  return (value ?? "") as number;
}

/** A month in words counts from 1, in the plan from 0. */
const monthShown = (month: number) => (typeof month === "number" ? month + 1 : month);

/** Levels over the start: steps hold from their month on, points are joined. */
export function StepsEditor(props: StepsEditorProps) {
  const { kind, name, steps, onChange, onLeave, error, readOnly } = props;
  const { legend, one, from } = words[kind];
  const set = (index: number, part: Partial<Step>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  const lastMonth = steps.at(-1)?.month ?? 0;
  return (
    <fieldset
      className="grid min-w-0 grid-cols-1 gap-2"
      onBlur={onLeave}
      data-field={name}
      tabIndex={-1}
    >
      <legend className="mb-1 font-label text-sm">{legend}</legend>
      <ol className="grid gap-2">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name; its place is its identity
          <li key={index} className="flex flex-wrap items-center gap-2 text-sm">
            <span className="shrink-0 text-ink-2">{from}</span>
            <EntryInput
              aria-label={`Month of ${one} ${index + 1}`}
              {...(error && { "aria-invalid": true })}
              unit="months"
              value={monthShown(step.month)}
              readOnly={readOnly}
              onEntry={(value) =>
                set(index, { month: typeof value === "number" ? value - 1 : entered(value) })
              }
              frameClassName="w-20"
            />
            <span className="shrink-0 text-ink-2">level</span>
            <EntryInput
              aria-label={`Level of ${one} ${index + 1}, times the start`}
              {...(error && { "aria-invalid": true })}
              unit="ratio"
              unitLabel="x"
              value={step.factor}
              readOnly={readOnly}
              onEntry={(value) => set(index, { factor: entered(value) })}
              frameClassName="w-28"
            />
            {steps.length > 1 && !readOnly && (
              <IconButton
                label={`Remove ${one} ${index + 1}`}
                icon={<Trash2 aria-hidden size={16} />}
                onClick={() => onChange(steps.filter((_, at) => at !== index))}
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
            onChange([...steps, { month: lastMonth + 12, factor: steps.at(-1)?.factor ?? 1 }])
          }
        >
          Add a {one}
        </Button>
      )}
    </fieldset>
  );
}
