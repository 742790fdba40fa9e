"use client";

import { Field } from "@/components/ui/field";
import { peakToMean, shapeLevels } from "@/lib/engine";
import { EntryInput } from "../entry-input";
import { FormFigure } from "../form-fields";
import { type DraftShape, finishedShape } from "../load-shape";
import { useField } from "../row-form";

/** The plain factor, or what the load shape makes of it. */
export function PeakToMean() {
  const draft = useField<DraftShape | undefined>("loadShape");
  if (!draft) return <FormFigure name="peakToMeanRatio" />;
  const shape = finishedShape(draft);
  return (
    <Field label="Peak to mean" help="Computed from the load shape, which takes its place.">
      {(control) => (
        <EntryInput
          {...control}
          unit="ratio"
          value={shape ? Number(peakToMean(shapeLevels(shape)).toFixed(3)) : null}
          placeholder="missing"
          readOnly
          onEntry={() => undefined}
        />
      )}
    </Field>
  );
}
