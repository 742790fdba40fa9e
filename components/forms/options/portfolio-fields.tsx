"use client";

import type { PortfolioOption } from "@/lib/schemas/portfolio-option";
import { FieldGrid, Section } from "../fold";
import { FormFigure, FormSelect, FormText } from "../form-fields";
import { useField, useRowForm } from "../row-form";

const modes = [
  { value: "base-and-burst", label: "Base load and burst" },
  { value: "by-share", label: "A share of the requests each" },
  { value: "staged", label: "One, then the other" },
] as const;

const partLabels = {
  "base-and-burst": ["Serves the base load", "Serves the burst above it"],
  "by-share": ["Serves its share of the requests", "Serves the others, and trains"],
  staged: ["Serves until the switch", "Serves from the switch on"],
} as const;

const sharedAt = {
  "base-and-burst": "baseLevelRatio",
  "by-share": "requestsFraction",
  staged: "switchMonth",
} as const;

/** Which two options share the work, and where one ends and the other begins. */
export function PortfolioFields() {
  const mode = useField<PortfolioOption["mode"]>("mode");
  const [first, second] = partLabels[mode];
  return (
    <>
      <FieldGrid>
        <FormText name="name" />
        <FormSelect name="mode" options={modes} />
      </FieldGrid>
      <Section title="Options">
        <FieldGrid>
          <PartSelect name="firstOptionId" other="secondOptionId" label={first} />
          <PartSelect name="secondOptionId" other="firstOptionId" label={second} />
          <FormFigure key={mode} name={sharedAt[mode]} />
        </FieldGrid>
        {mode === "base-and-burst" && (
          <p className="text-ink-2 text-sm">
            What each hour asks for comes from the load shapes of the workloads. Training runs on
            the base option.
          </p>
        )}
      </Section>
    </>
  );
}

const nobody = "";

function PartSelect(props: {
  readonly name: "firstOptionId" | "secondOptionId";
  readonly other: "firstOptionId" | "secondOptionId";
  readonly label: string;
}) {
  const { plan } = useRowForm();
  const taken = useField<string | null>(props.other);
  const parts = plan.options.filter(({ kind, id }) => kind !== "portfolio" && id !== taken);
  return (
    <FormSelect
      name={props.name}
      label={props.label}
      options={[
        { value: nobody, label: "None" },
        ...parts.map((option) => ({ value: option.id, label: option.name })),
      ]}
      fromValue={(value) => (typeof value === "string" ? value : nobody)}
      toValue={(chosen) => (chosen === nobody ? null : chosen)}
    />
  );
}
