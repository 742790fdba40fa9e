"use client";

import { namesOf } from "@/lib/catalog/find";
import type { Commitment } from "@/lib/schemas/commitment";
import { FieldGrid, Fold, Section } from "../fold";
import { FormFigure, FormSelect, FormText } from "../form-fields";
import { useField } from "../row-form";
import { CommitmentFields } from "./commitment-fields";
import { FleetFold } from "./fleet-fold";
import { ThroughputFields } from "./throughput-fields";

const policies = [
  { value: "always-on", label: "Always on" },
  { value: "active-window", label: "Active hours only" },
  { value: "autoscaled", label: "Autoscaled, hour by hour" },
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
          {policy === "autoscaled" && <FormFigure name="scalingBufferFraction" />}
        </FieldGrid>
      </Section>
      <Section title="Throughput">
        <ThroughputFields />
      </Section>
    </>
  );
}

export function CloudFolds() {
  const committed = useField<readonly Commitment[] | undefined>("commitments")?.length ?? 0;
  return (
    <>
      <Fold title="Commitments" summary={committed > 0 ? String(committed) : "none"}>
        <CommitmentFields />
      </Fold>
      <Fold title="Spot" summary="share, rental, interruptions">
        <FieldGrid>
          <FormFigure name="spotFraction" />
          <FormFigure name="spotRate" />
          <FormFigure name="spotOverheadFraction" />
        </FieldGrid>
      </Fold>
      <Fold title="Power" summary="for energy and carbon, where the provider states it">
        <FieldGrid>
          <FormFigure name="acceleratorPower" />
        </FieldGrid>
      </Fold>
      <Fold title="Storage, egress, support, staff">
        <FieldGrid>
          <FormFigure name="storage" />
          <FormFigure name="egress" />
          <FormFigure name="storedGigabytes" />
          <FormFigure name="storagePrice" />
          <FormFigure name="egressGigabytes" />
          <FormFigure name="egressPrice" />
          <FormFigure name="supportFraction" />
          <FormFigure name="staffFte" />
        </FieldGrid>
      </Fold>
      <FleetFold />
    </>
  );
}
