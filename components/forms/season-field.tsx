"use client";

import { useController } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { numberFull } from "@/lib/format";
import { EntryInput } from "./entry-input";
import { useRowForm } from "./row-form";
import { evenSeason, monthNames, normalisedSeason, seasonMean } from "./season";

/** Twelve factors with a mean of 1, for demand that follows the calendar. */
export function SeasonField({ name }: { readonly name: string }) {
  const { form, readOnly } = useRowForm();
  const { field, fieldState } = useController({ name, control: form.control });
  const factors = field.value as readonly number[] | undefined;
  const change = (next: readonly number[] | undefined) => {
    form.clearErrors(name);
    field.onChange(next);
  };
  return (
    <div className="grid grid-cols-1 gap-3">
      <Checkbox
        label="Demand follows the season"
        help="A factor for each calendar month. They must average 1, so that the year keeps its total."
        checked={factors !== undefined}
        disabled={readOnly}
        data-field={name}
        onCheckedChange={(on) => change(on ? evenSeason : undefined)}
      />
      {factors && (
        <fieldset onBlur={field.onBlur} className="grid min-w-0 grid-cols-1 gap-3">
          <legend className="sr-only">Season factors</legend>
          <div className="grid grid-cols-3 gap-2 sm:grid-cols-4 md:grid-cols-6">
            {monthNames.map((month, index) => (
              <div key={month} className="grid gap-1 text-ink-3 text-xs">
                <span aria-hidden>{month.slice(0, 3)}</span>
                <EntryInput
                  aria-label={`Season factor, ${month}`}
                  {...(fieldState.error && { "aria-invalid": true })}
                  unit="ratio"
                  value={factors[index]}
                  readOnly={readOnly}
                  onEntry={(value) =>
                    change(
                      factors.map((old, at) => (at === index ? ((value ?? "") as number) : old)),
                    )
                  }
                />
              </div>
            ))}
          </div>
          <SeasonMean factors={factors} onNormalise={readOnly ? null : change} />
          {fieldState.error?.message && <FieldError>{fieldState.error.message}</FieldError>}
        </fieldset>
      )}
    </div>
  );
}

function SeasonMean(props: {
  readonly factors: readonly number[];
  readonly onNormalise: ((factors: readonly number[]) => void) | null;
}) {
  const { factors, onNormalise } = props;
  const mean = factors.every((factor) => typeof factor === "number") ? seasonMean(factors) : null;
  const scaled = mean === null ? null : normalisedSeason(factors);
  const even = mean !== null && Math.abs(mean - 1) < 0.0005;
  return (
    <div className="flex flex-wrap items-center gap-3 text-ink-3 text-xs">
      <span role="status">
        {mean === null ? "Mean not known yet" : `Mean ${numberFull(mean, 3)}`}
        {mean !== null && !even && ", must be 1"}
      </span>
      {onNormalise && scaled && !even && (
        <Button size="small" onClick={() => onNormalise(scaled)}>
          Scale to a mean of 1
        </Button>
      )}
    </div>
  );
}
