"use client";

import { namesOf } from "@/lib/catalog/find";
import { FieldGrid, Fold, Section } from "../fold";
import { FormFigure, FormSelect, FormText } from "../form-fields";
import { useField } from "../row-form";
import { FleetFold } from "./fleet-fold";
import { ThroughputFields } from "./throughput-fields";

const policies = [
  { value: "always-on", label: "Always on" },
  { value: "active-window", label: "Active hours only" },
] as const;

export function CloudFields() {
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

export function CloudFolds() {
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
