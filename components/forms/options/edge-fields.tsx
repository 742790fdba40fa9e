"use client";

import type { DeviceOwnership } from "@/lib/schemas/edge-option";
import { FieldGrid, Fold, Section } from "../fold";
import { FormFigure, FormSelect, FormText } from "../form-fields";
import { useField } from "../row-form";
import { ThroughputFields } from "./throughput-fields";

const ownerships: readonly { readonly value: DeviceOwnership; readonly label: string }[] = [
  { value: "bought", label: "Bought for this" },
  { value: "existing", label: "Already there, bought for other work" },
  { value: "users", label: "The users’ own" },
];

const ownershipHelp: Record<DeviceOwnership, string> = {
  bought: "Their price, energy and management count.",
  existing: "Their energy and management count; no price.",
  users: "Their management counts; users pay for device and energy.",
};

/** A fleet of devices: how many, who pays for them, and what they can answer. */
export function EdgeFields() {
  const ownership = useField<DeviceOwnership>("ownership");
  return (
    <>
      <FieldGrid>
        <FormText name="name" />
        <FormText name="device" />
      </FieldGrid>
      <Section title="Devices">
        <FieldGrid>
          <FormFigure name="devices" />
          <FormSelect name="ownership" options={ownerships} help={ownershipHelp[ownership]} />
          {ownership === "bought" && (
            <>
              <FormFigure name="devicePrice" />
              <FormFigure name="usefulLifeMonths" />
            </>
          )}
          <FormFigure name="servableFraction" />
        </FieldGrid>
        <p className="text-ink-2 text-sm">
          Devices serve what they are asked for, up to their share and their number. A portfolio by
          share gives the other requests to another option.
        </p>
      </Section>
      <Section title="Throughput">
        <ThroughputFields />
      </Section>
    </>
  );
}

export function EdgeFolds() {
  return (
    <>
      <Fold title="Energy, management, staff">
        <FieldGrid>
          <FormFigure name="devicePower" />
          <FormFigure name="management" />
          <FormFigure name="staffFte" />
        </FieldGrid>
      </Fold>
      <Fold title="Sizing" summary="utilization ceiling">
        <FieldGrid>
          <FormFigure name="utilizationCeilingFraction" />
        </FieldGrid>
      </Fold>
    </>
  );
}
