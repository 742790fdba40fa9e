"use client";

import { Field } from "@/components/ui/field";
import { evidenceClasses, type Unit } from "@/lib/schemas/figure";
import type { ThroughputFront, ThroughputPoint } from "@/lib/schemas/throughput-front";
import { EntryInput } from "../entry-input";
import { FieldGrid } from "../fold";
import { FormSelect, FormText } from "../form-fields";
import { entered, PointList } from "../point-list";
import { useRowForm } from "../row-form";

const parts: readonly {
  readonly key: keyof ThroughputPoint;
  readonly label: string;
  readonly unit: Unit;
  readonly unitLabel: string;
}[] = [
  {
    key: "timePerOutputTokenMilliseconds",
    label: "Time per output token",
    unit: "milliseconds",
    unitLabel: "ms a token",
  },
  {
    key: "timeToFirstTokenMilliseconds",
    label: "Time to first token",
    unit: "milliseconds",
    unitLabel: "ms first",
  },
  {
    key: "outputTokensPerSecond",
    label: "Output throughput a replica",
    unit: "tokensPerSecond",
    unitLabel: "tok/s",
  },
  { key: "requestsAtOnce", label: "Requests at once", unit: "count", unitLabel: "at once" },
];

const evidenceOptions = evidenceClasses.map((value) => ({ value, label: value }));

/** The lengths, points and source of a measured front, each to be typed. */
export function FrontPoints({
  name,
  front,
}: {
  readonly name: string;
  readonly front: ThroughputFront;
}) {
  const { form, readOnly } = useRowForm();
  const set = (part: Partial<ThroughputFront>) =>
    form.setValue(`${name}.front`, { ...front, ...part }, { shouldDirty: true });
  const error = form.getFieldState(`${name}.front.points`, form.formState).error?.message;
  return (
    <>
      <div className="grid grid-cols-2 gap-x-5 gap-y-3">
        {(["inputTokens", "outputTokens"] as const).map((key) => (
          <Field
            key={key}
            label={key === "inputTokens" ? "Input tokens, measured" : "Output tokens, measured"}
          >
            {(control) => (
              <EntryInput
                {...control}
                data-field={`${name}.front.${key}`}
                unit="tokensPerRequest"
                unitLabel="tokens"
                value={front[key]}
                readOnly={readOnly}
                onEntry={(value) => set({ [key]: entered(value) })}
              />
            )}
          </Field>
        ))}
      </div>
      <PointList<ThroughputPoint>
        name={`${name}.front.points`}
        legend="Points, each measured at some number of requests at once"
        one="point"
        points={front.points}
        onChange={(points) => set({ points: [...points] })}
        next={(last) => ({ ...(last ?? blankPoint) })}
        error={error}
        readOnly={readOnly}
      >
        {(point, index, change) => (
          <span className="grid min-w-0 grow basis-60 grid-cols-2 gap-2 lg:grid-cols-4">
            {parts.map(({ key, label, unit, unitLabel }) => (
              <EntryInput
                key={key}
                aria-label={`${label} of point ${index + 1}`}
                {...(error && { "aria-invalid": true })}
                unit={unit}
                unitLabel={unitLabel}
                value={point[key]}
                readOnly={readOnly}
                onEntry={(value) =>
                  change({
                    [key]: value === null && key === "requestsAtOnce" ? undefined : entered(value),
                  })
                }
              />
            ))}
          </span>
        )}
      </PointList>
      <FieldGrid>
        <FormSelect name={`${name}.front.evidence`} options={evidenceOptions} />
        <FormText name={`${name}.front.source`} optional />
        <FormText name={`${name}.front.date`} type="date" optional />
      </FieldGrid>
    </>
  );
}

const blankPoint: ThroughputPoint = {
  timeToFirstTokenMilliseconds: 1000,
  timePerOutputTokenMilliseconds: 50,
  outputTokensPerSecond: 1000,
};
