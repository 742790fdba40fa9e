"use client";

import { type ReactNode, useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import {
  type Curve,
  type CurveKind,
  curveKindLabels,
  curveOfKind,
  growthKinds,
  kindShown,
  priceKinds,
} from "./curve-draft";
import { CurvePreview } from "./curve-preview";

export type CurveFieldProps = {
  readonly label: string;
  readonly name: string;
  readonly family: "growth" | "price";
  readonly curve: Curve;
  readonly months: number;
  readonly onChange: (curve: Curve) => void;
  readonly readOnly: boolean;
  /** Draws the inputs of this kind of curve. */
  readonly children: (kind: CurveKind) => ReactNode;
};

/** Which kind of curve, its inputs, and how it runs. */
export function CurveField(props: CurveFieldProps) {
  const { label, name, family, curve, months, onChange, readOnly, children } = props;
  const [asked, setAsked] = useState<CurveKind>(() => kindShown(curve));
  const kind = kindShown(curve) === asked || asked === curve.kind ? asked : kindShown(curve);
  const kinds: readonly CurveKind[] = family === "growth" ? growthKinds : priceKinds;
  return (
    <div className="grid grid-cols-1 content-start gap-3">
      <Field label={label}>
        {(control) => (
          <Select<CurveKind>
            {...control}
            data-field={`${name}.kind`}
            disabled={readOnly}
            value={kind}
            onValueChange={(chosen) => {
              setAsked(chosen);
              onChange(curveOfKind(chosen, curve, family));
            }}
            options={kinds.map((value) => ({ value, label: curveKindLabels[value] }))}
          />
        )}
      </Field>
      {children(kind)}
      <CurvePreview curve={curve} months={months} />
    </div>
  );
}
