"use client";

import { useState } from "react";
import { useController } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { namedShapes } from "@/lib/catalog/load-shapes";
import { numberFull } from "@/lib/format";
import { shapeMean } from "@/lib/schemas/load-shape";
import {
  type DayKind,
  type DraftShape,
  dayKinds,
  factorsText,
  finishedShape,
  parseFactors,
  scaledShape,
  withFactors,
} from "./load-shape";
import { LoadShapeChart } from "./load-shape-chart";
import { useRowForm } from "./row-form";

const none = "none";
const own = "own";
const options = [
  { value: none, label: "None, the peak factor holds" },
  ...namedShapes.map(({ name = "" }) => ({ value: name, label: name })),
  { value: own, label: "Own numbers" },
];

type ShapeErrors = { readonly message?: string } & {
  readonly [K in DayKind]?: { readonly message?: string };
};

/** How a day's work lies over its hours: a named shape, or 24 numbers of one's own. */
export function LoadShapeField({ name }: { readonly name: string }) {
  const { form, readOnly } = useRowForm();
  const { field, fieldState } = useController({ name, control: form.control });
  const shape = field.value as DraftShape | undefined;
  const errors = fieldState.error as ShapeErrors | undefined;
  const change = (next: DraftShape | undefined) => {
    form.clearErrors(name);
    field.onChange(next);
  };
  const choose = (chosen: string) => {
    if (chosen === none) return change(undefined);
    const named = namedShapes.find((one) => one.name === chosen);
    const {
      name: _name,
      source: _source,
      date: _date,
      ...start
    } = shape ?? (namedShapes.at(-1) as DraftShape);
    change(named ?? { ...start, evidence: "assumed" });
  };
  const finished = finishedShape(shape);
  return (
    <div className="grid grid-cols-1 gap-3">
      <Field
        label="Shape of the day"
        help={
          shape
            ? sourceWords(shape)
            : "A shape takes the place of the peak factor: machines are sized on its highest hour."
        }
      >
        {(control) => (
          <Select
            {...control}
            ref={field.ref}
            data-field={name}
            disabled={readOnly}
            value={shape === undefined ? none : (shape.name ?? own)}
            onValueChange={choose}
            options={options}
          />
        )}
      </Field>
      {shape && (
        <>
          {finished && <LoadShapeChart shape={finished} />}
          <div className="grid grid-cols-1 gap-x-5 gap-y-3 sm:grid-cols-2">
            {dayKinds.map((kind) => (
              <Factors
                key={kind}
                name={name}
                kind={kind}
                factors={shape[kind]}
                error={errors?.[kind]?.message}
                readOnly={readOnly}
                onChange={(factors) => change(withFactors(shape, kind, factors))}
                onLeave={field.onBlur}
              />
            ))}
          </div>
          {finished && <ShapeMean shape={finished} onScale={readOnly ? null : change} />}
          {errors?.message && <FieldError>{errors.message}</FieldError>}
        </>
      )}
    </div>
  );
}

function sourceWords({ name, source, evidence }: DraftShape): string {
  return name ? `${source ?? evidence}. Changing a number makes it your own.` : "Assumed.";
}

const dayLabels: Record<DayKind, string> = {
  weekday: "Weekdays, 24 numbers",
  weekend: "Weekends, 24 numbers",
};

function Factors(props: {
  readonly name: string;
  readonly kind: DayKind;
  readonly factors: DraftShape[DayKind];
  readonly error: string | undefined;
  readonly readOnly: boolean;
  readonly onChange: (factors: DraftShape[DayKind]) => void;
  readonly onLeave: () => void;
}) {
  const { name, kind, factors, error, readOnly, onChange, onLeave } = props;
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <Field
      label={dayLabels[kind]}
      error={error}
      help="From midnight, typed or pasted from a sheet."
    >
      {(control) => (
        <Textarea
          {...control}
          data-field={`${name}.${kind}`}
          readOnly={readOnly}
          spellCheck={false}
          value={typing ?? factorsText(factors)}
          onFocus={() => setTyping(factorsText(factors))}
          onChange={(event) => {
            setTyping(event.target.value);
            onChange(parseFactors(event.target.value));
          }}
          onBlur={() => {
            setTyping(null);
            onLeave();
          }}
        />
      )}
    </Field>
  );
}

function ShapeMean(props: {
  readonly shape: NonNullable<ReturnType<typeof finishedShape>>;
  readonly onScale: ((shape: DraftShape) => void) | null;
}) {
  const mean = shapeMean(props.shape);
  const even = Math.abs(mean - 1) < 0.0005;
  return (
    <div className="flex flex-wrap items-center gap-3 text-ink-3 text-xs">
      <span role="status">
        Mean of the week {numberFull(mean, 3)}
        {!even && ", must be 1"}
      </span>
      {props.onScale && !even && (
        <Button size="small" onClick={() => props.onScale?.(scaledShape(props.shape))}>
          Scale to a mean of 1
        </Button>
      )}
    </div>
  );
}
