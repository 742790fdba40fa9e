"use client";

import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";

export type PointListProps<Point> = {
  readonly name: string;
  readonly legend: string;
  /** What one of them is called. */
  readonly one: string;
  readonly points: readonly Point[];
  readonly onChange: (points: readonly Point[]) => void;
  /** What a new one begins as, after the last. */
  readonly next: (last: Point | undefined) => Point;
  readonly onLeave?: () => void;
  readonly error?: string | undefined;
  readonly readOnly: boolean;
  /** The fields of one; `set` changes a part of it. */
  readonly children: (
    point: Point,
    index: number,
    set: (part: Partial<Point>) => void,
  ) => ReactNode;
};

/** What was typed stays in the form when it is no number, so that the check can name it. */
export function entered(value: number | string | null): number {
  return (value ?? "") as number;
}

/** Points of a curve in a list: each with its fields, to remove and to add to. */
export function PointList<Point>(props: PointListProps<Point>) {
  const { name, legend, one, points, onChange, next, onLeave, error, readOnly, children } = props;
  const set = (index: number, part: Partial<Point>) =>
    onChange(points.map((point, at) => (at === index ? { ...point, ...part } : point)));
  return (
    <fieldset
      className="grid min-w-0 grid-cols-1 gap-2"
      onBlur={onLeave}
      data-field={name}
      tabIndex={-1}
    >
      <legend className="mb-1 font-label text-sm">{legend}</legend>
      <ol className="grid gap-2">
        {points.map((point, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a point has no name; its place is its identity
          <li key={index} className="flex flex-wrap items-center gap-2 text-sm">
            {children(point, index, (part) => set(index, part))}
            {points.length > 1 && !readOnly && (
              <IconButton
                label={`Remove ${one} ${index + 1}`}
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
          onClick={() => onChange([...points, next(points.at(-1))])}
        >
          Add a {one}
        </Button>
      )}
    </fieldset>
  );
}
