"use client";

import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { plainLabel } from "@/lib/schemas/labels";
import { FigureField, type FigureFieldProps } from "./figure-field";
import type { DraftFigure } from "./provenance";
import { useFigureSpec, useRowForm } from "./row-form";

function useFormField(name: string) {
  const { form } = useRowForm();
  const { field, fieldState } = useController({ name, control: form.control });
  return {
    value: field.value as unknown,
    error: fieldState.error?.message,
    inputRef: field.ref,
    /** What was wrong may be right by now: said again on leaving, if it still is. */
    change: (value: unknown) => {
      form.clearErrors(name);
      field.onChange(value);
    },
    leave: field.onBlur,
  };
}

const absent: DraftFigure = { value: null, evidence: "assumed" };

/** A figure of the row; one that may be absent is taken out by emptying its field. */
export function FormFigure({
  name,
  typed,
}: {
  readonly name: string;
  readonly typed?: FigureFieldProps["typed"];
}) {
  const { readOnly } = useRowForm();
  const { spec, candidates, currency } = useFigureSpec(name);
  const field = useFormField(name);
  return (
    <FigureField
      name={name}
      spec={spec}
      currency={currency}
      figure={(field.value as DraftFigure | undefined) ?? absent}
      onChange={(figure) =>
        field.change(spec.emptyMeans && figure.value === null ? undefined : figure)
      }
      onLeave={field.leave}
      error={field.error}
      candidates={candidates}
      readOnly={readOnly}
      inputRef={field.inputRef}
      {...(typed && { typed })}
    />
  );
}

type PlainProps = {
  readonly name: string;
  readonly label?: string;
  readonly help?: ReactNode;
  readonly optional?: boolean;
  readonly className?: string;
};

function labelOf({ name, label }: PlainProps): string {
  return label ?? plainLabel(name.split(".").at(-1) ?? name).label;
}

/** A name, a number of a quote, a date. `suggestions` come from the catalog and the plan. */
export function FormText(
  props: PlainProps & {
    readonly type?: "text" | "date";
    readonly suggestions?: readonly string[];
    readonly placeholder?: string;
  },
) {
  const { name, help, optional = false, suggestions = [], type = "text" } = props;
  const { className, placeholder } = props;
  const { readOnly } = useRowForm();
  const field = useFormField(name);
  return (
    <Field
      label={labelOf(props)}
      help={help}
      error={field.error}
      optional={optional}
      {...(className && { className })}
    >
      {(control) => (
        <>
          <TextInput
            {...control}
            ref={field.inputRef}
            type={type}
            autoComplete="off"
            data-field={name}
            readOnly={readOnly}
            value={(field.value as string | undefined) ?? ""}
            {...(placeholder && { placeholder })}
            {...(suggestions.length > 0 && { list: `${control.id}-list` })}
            onChange={(event) =>
              field.change(event.target.value === "" && optional ? undefined : event.target.value)
            }
            onBlur={field.leave}
          />
          {suggestions.length > 0 && (
            <datalist id={`${control.id}-list`}>
              {suggestions.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

export function FormNotes({ name = "notes" }: { readonly name?: string }) {
  const { readOnly } = useRowForm();
  const field = useFormField(name);
  return (
    <Field label={plainLabel("notes").label} optional error={field.error}>
      {(control) => (
        <Textarea
          {...control}
          ref={field.inputRef}
          data-field={name}
          readOnly={readOnly}
          value={(field.value as string | undefined) ?? ""}
          onChange={(event) => field.change(event.target.value || undefined)}
          onBlur={field.leave}
        />
      )}
    </Field>
  );
}

export function FormSelect<Value extends string>(
  props: PlainProps & {
    readonly options: readonly SelectOption<Value>[];
    /** Stands for a value that is no text, such as null. */
    readonly toValue?: (chosen: Value) => unknown;
    readonly fromValue?: (value: unknown) => Value;
  },
) {
  const { readOnly } = useRowForm();
  const field = useFormField(props.name);
  const { fromValue = (value) => value as Value, toValue = (chosen) => chosen } = props;
  return (
    <Field label={labelOf(props)} help={props.help} error={field.error}>
      {(control) => (
        <Select<Value>
          {...control}
          ref={field.inputRef}
          data-field={props.name}
          disabled={readOnly}
          value={fromValue(field.value)}
          onValueChange={(chosen) => field.change(toValue(chosen))}
          onBlur={field.leave}
          options={props.options}
        />
      )}
    </Field>
  );
}
