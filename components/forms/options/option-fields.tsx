"use client";

import { namesOf } from "@/lib/catalog/find";
import type { OptionKind } from "@/lib/schemas/option";
import { FieldGrid, Fold, Folds, Section } from "../fold";
import { FormFigure, FormNotes, FormSelect, FormText } from "../form-fields";
import { useField } from "../row-form";
import { FleetFold } from "./fleet-fold";
import { OnPremisesFields, OnPremisesFolds } from "./on-premises-fields";
import { ThroughputFields } from "./throughput-fields";

/** What an option costs and how fast it is: few figures in sight, the rest folded. */
export function OptionFields({ kind }: { readonly kind: OptionKind }) {
  return (
    <>
      {kind === "api" && <ApiFields />}
      {kind === "cloud" && <CloudFields />}
      {kind === "on-premises" && <OnPremisesFields />}
      <Folds>
        {kind === "api" && <ApiFolds />}
        {kind === "cloud" && <CloudFolds />}
        {kind === "on-premises" && <OnPremisesFolds />}
        <Fold title="Notes">
          <FormNotes />
        </Fold>
      </Folds>
    </>
  );
}

function ApiFields() {
  return (
    <>
      <FieldGrid>
        <FormText name="name" />
        <FormText name="provider" suggestions={namesOf("provider")} />
      </FieldGrid>
      <Section title="Price">
        <FieldGrid>
          <FormFigure name="inputPrice" />
          <FormFigure name="outputPrice" />
          <FormFigure name="cachedInputPrice" />
          <FormFigure name="trainingRate" />
        </FieldGrid>
      </Section>
    </>
  );
}

function ApiFolds() {
  return (
    <Fold title="Fees and staff" summary="fixed fee, staff">
      <FieldGrid>
        <FormFigure name="fixedFee" />
        <FormFigure name="staffFte" />
      </FieldGrid>
    </Fold>
  );
}

const policies = [
  { value: "always-on", label: "Always on" },
  { value: "active-window", label: "Active hours only" },
] as const;

function CloudFields() {
  const policy = useField<string>("policy");
  return (
    <>
      <FieldGrid>
        <FormText name="name" />
        <FormText name="provider" suggestions={namesOf("provider")} />
        <FormText name="accelerator" suggestions={namesOf("accelerator")} />
      </FieldGrid>
      <Section title="Price">
        <FieldGrid>
          <FormFigure name="rate" />
          <FormFigure name="acceleratorsPerInstance" />
          <FormSelect name="policy" options={policies} help="When instances run and are billed." />
          {policy === "active-window" && <FormFigure name="activeHoursPerDay" />}
        </FieldGrid>
      </Section>
      <Section title="Throughput">
        <ThroughputFields />
      </Section>
    </>
  );
}

function CloudFolds() {
  return (
    <>
      <Fold title="Storage, egress, support, staff">
        <FieldGrid>
          <FormFigure name="storage" />
          <FormFigure name="egress" />
          <FormFigure name="supportFraction" />
          <FormFigure name="staffFte" />
        </FieldGrid>
      </Fold>
      <FleetFold />
    </>
  );
}
