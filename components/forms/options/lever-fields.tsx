"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { listed } from "@/lib/format";
import { plainLabel } from "@/lib/schemas/labels";
import { type Lever, type LeverKind, leverKinds } from "@/lib/schemas/lever";
import type { Throughput } from "@/lib/schemas/throughput";
import { leverNames } from "@/lib/views/iceberg-names";
import { CardList } from "../card-list";
import { FieldGrid } from "../fold";
import { FormFigure, FormSelect } from "../form-fields";
import { useRowForm } from "../row-form";
import { blankLever, ofKind } from "./levers";

const kinds = leverKinds.map((value) => ({ value, label: leverNames[value] }));

const reaches = [
  { value: "included", label: "In the rate above already" },
  { value: "added", label: "On top of the rate above" },
] as const;

/** What a closed fold says: the levers that are on. */
export function leverSummary({ levers = [], speedUpPerYearFraction }: Throughput): string {
  const on = levers.filter(({ isOn }) => isOn).map(({ kind }) => leverNames[kind].toLowerCase());
  const said = [...on, ...(speedUpPerYearFraction ? ["software speed-up"] : [])];
  return said.length > 0 ? listed(said) : "levers on the rate, software speed-up";
}

/** What multiplies the rate of this throughput: in it already, or on top of it from a month on. */
export function LeverFields({ name }: { readonly name: string }) {
  const { readOnly } = useRowForm();
  return (
    <CardList<Lever>
      name={`${name}.levers`}
      idStem="lever"
      addLabel="Add a lever"
      blank={blankLever}
      titleOf={({ kind }) => leverNames[kind]}
      besideTitle={({ isOn }, change) => (
        <Checkbox
          label="On"
          checked={isOn}
          disabled={readOnly}
          onCheckedChange={(next) => change({ isOn: next })}
        />
      )}
    >
      {(row, lever) => (
        <FieldGrid>
          <KindField lever={row} name={lever} />
          <Effect lever={row} name={lever} />
          {row.reach === "added" && <FormFigure name={`${lever}.startMonth`} />}
        </FieldGrid>
      )}
    </CardList>
  );
}

/** Another kind may have other figures. */
function KindField({ lever, name }: { readonly lever: Lever; readonly name: string }) {
  const { form, readOnly } = useRowForm();
  return (
    <Field label={plainLabel("kind").label} error={undefined}>
      {(control) => (
        <Select<LeverKind>
          {...control}
          data-field={`${name}.kind`}
          disabled={readOnly}
          value={lever.kind}
          onValueChange={(kind) => form.setValue(name, ofKind(lever, kind), { shouldDirty: true })}
          options={kinds}
        />
      )}
    </Field>
  );
}

function Effect({ lever: { kind }, name }: { readonly lever: Lever; readonly name: string }) {
  if (kind === "model-routing") {
    return (
      <>
        <FormFigure name={`${name}.requestsFraction`} />
        <FormFigure name={`${name}.smallModelSpeedRatio`} />
      </>
    );
  }
  if (kind === "edge-offload") {
    return (
      <>
        <FormFigure key="offload" name={`${name}.requestsFraction`} />
        <FormFigure name={`${name}.devicesCost`} />
      </>
    );
  }
  return (
    <>
      <FormFigure name={`${name}.speedRatio`} />
      <FormSelect name={`${name}.reach`} options={reaches} />
    </>
  );
}
