"use client";

import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { PointList, type PointListProps } from "./point-list";
import { useField, useRowForm } from "./row-form";

export type DrawnFieldProps<Drawn, Point> = Pick<
  PointListProps<Point>,
  "legend" | "one" | "next"
> & {
  /** Of the row's field, and of the list in it. */
  readonly name: string;
  readonly list: string;
  /** What the switch says: the list in place of the plain figure. */
  readonly label: string;
  readonly start: Drawn;
  readonly pointsOf: (drawn: Drawn) => readonly Point[];
  readonly children: (
    point: Point,
    at: {
      readonly index: number;
      readonly set: (part: Partial<Point>) => void;
      readonly invalid: boolean;
      readonly readOnly: boolean;
    },
  ) => ReactNode;
};

/** A list of points that a switch puts in the place of a plain figure. */
export function DrawnField<Drawn, Point>(props: DrawnFieldProps<Drawn, Point>) {
  const { name, list, label, start, pointsOf, children, ...points } = props;
  const { form, readOnly } = useRowForm();
  const drawn = useField<Drawn | undefined>(name);
  const set = (next: Drawn | undefined) => form.setValue(name, next, { shouldDirty: true });
  const error = form.getFieldState(`${name}.${list}`, form.formState).error?.message;
  return (
    <>
      <Checkbox
        label={label}
        checked={drawn !== undefined}
        disabled={readOnly}
        data-field={name}
        onCheckedChange={(on) => set(on ? start : undefined)}
      />
      {drawn && (
        <PointList<Point>
          {...points}
          name={`${name}.${list}`}
          points={pointsOf(drawn)}
          onChange={(next) => set({ ...drawn, [list]: next })}
          error={error}
          readOnly={readOnly}
        >
          {(point, index, change) =>
            children(point, { index, set: change, invalid: error !== undefined, readOnly })
          }
        </PointList>
      )}
    </>
  );
}
