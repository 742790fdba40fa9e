"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { listed } from "@/lib/format";
import { type Lever, leverKinds } from "@/lib/schemas/lever";
import type { Throughput } from "@/lib/schemas/throughput";
import { leverNames } from "@/lib/views/iceberg-names";
import { CardList } from "../card-list";
import { FieldGrid } from "../fold";
import { FormFigure, FormSelect } from "../form-fields";
import { unpriced } from "../provenance";
import { useRowForm } from "../row-form";

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
      {({ reach }, lever) => (
        <FieldGrid>
          <FormSelect name={`${lever}.kind`} options={kinds} />
          <FormFigure name={`${lever}.speedRatio`} />
          <FormSelect name={`${lever}.reach`} options={reaches} />
          {reach === "added" && <FormFigure name={`${lever}.startMonth`} />}
        </FieldGrid>
      )}
    </CardList>
  );
}

/** Of the first kind that is not there yet. */
function blankLever(levers: readonly Lever[]): Omit<Lever, "id"> {
  const kind = leverKinds.find((one) => !levers.some((lever) => lever.kind === one));
  return { kind: kind ?? "serving-software", speedRatio: unpriced, reach: "added", isOn: true };
}
