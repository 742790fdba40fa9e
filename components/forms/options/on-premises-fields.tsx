"use client";

import { namesOf } from "@/lib/catalog/find";
import { FieldGrid, Fold, Section } from "../fold";
import { FormFigure, FormSelect, FormText } from "../form-fields";
import { useRowForm } from "../row-form";
import { FleetFold } from "./fleet-fold";
import { OwnedFold } from "./owned-fold";
import { PurchaseFolds } from "./purchase-folds";
import { QuoteFields } from "./quote-fields";
import { ThroughputFields } from "./throughput-fields";

export function OnPremisesFields() {
  return (
    <>
      <FieldGrid>
        <FormText name="name" />
        <FormText name="accelerator" suggestions={namesOf("accelerator")} />
      </FieldGrid>
      <QuoteFields />
      <Section title="Delivery and life">
        <FieldGrid>
          <FormFigure name="leadTimeMonths" />
          <BridgeSelect />
          <FormFigure name="usefulLifeMonths" />
          <FormFigure name="residualFraction" />
        </FieldGrid>
      </Section>
      <Section title="Throughput">
        <ThroughputFields />
      </Section>
      <Section title="Site">
        <FieldGrid>
          <FormFigure name="serverPower" />
          <FormFigure name="space" />
        </FieldGrid>
      </Section>
    </>
  );
}

export function OnPremisesFolds() {
  return (
    <>
      <Fold title="Power in use" summary="load factor, PUE">
        <FieldGrid>
          <FormFigure name="loadFactorFraction" />
          <FormFigure name="pueRatio" />
        </FieldGrid>
      </Fold>
      <Fold
        title="Racks and power of the site"
        summary="whole racks, their price and rent, kW there"
      >
        <FieldGrid>
          <FormFigure name="serversPerRack" />
          <FormFigure name="rackPower" />
          <FormFigure name="rackPrice" />
          <FormFigure name="rackRent" />
          <FormFigure name="sitePower" />
        </FieldGrid>
      </Fold>
      <Fold title="Support, licences, staff">
        <FieldGrid>
          <FormFigure name="supportPerYearFraction" />
          <FormFigure name="licences" />
          <FormFigure name="staffFte" />
          <FormFigure name="spareServers" />
          <FormFigure name="warrantyMonths" />
          <FormFigure name="supportFee" />
          <FormFigure name="sparePartsPerYearFraction" />
        </FieldGrid>
      </Fold>
      <PurchaseFolds />
      <OwnedFold />
      <FleetFold />
    </>
  );
}

const nobody = "";

function BridgeSelect() {
  const { plan } = useRowForm();
  const others = plan.options.filter(({ kind }) => kind === "api" || kind === "cloud");
  return (
    <FormSelect
      name="bridgeOptionId"
      help="Serves what is not yet, or never, served here. Without one the months before delivery cannot be served."
      options={[
        { value: nobody, label: "None" },
        ...others.map((option) => ({ value: option.id, label: option.name })),
      ]}
      fromValue={(value) => (typeof value === "string" ? value : nobody)}
      toValue={(chosen) => (chosen === nobody ? null : chosen)}
    />
  );
}
