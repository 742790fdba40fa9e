"use client";

import { namesOf } from "@/lib/catalog/find";
import { FieldGrid, Fold, Section } from "../fold";
import { FormFigure, FormText } from "../form-fields";
import { ApiRoutingFields } from "./api-routing-fields";
import { VolumeDiscountFields } from "./volume-discount-fields";

export function ApiFields() {
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

export function ApiFolds() {
  return (
    <>
      <Fold title="Fees and staff" summary="fixed fee, request fee, minimum spend, staff">
        <FieldGrid>
          <FormFigure name="fixedFee" />
          <FormFigure name="staffFte" />
          <FormFigure name="requestFee" />
          <FormFigure name="minimumSpend" />
        </FieldGrid>
        <VolumeDiscountFields />
      </Fold>
      <Fold title="Smaller-model routing" summary="a share of the requests, at its own prices">
        <ApiRoutingFields />
      </Fold>
      <Fold title="Other token prices" summary="batch, cache writes, long context">
        <FieldGrid>
          <FormFigure name="batchDiscountFraction" />
          <FormFigure name="cacheWritePrice" />
          <FormFigure name="cacheWriteFraction" />
          <FormFigure name="longContextFromTokens" />
          <FormFigure name="longContextInputRatio" />
          <FormFigure name="longContextOutputRatio" />
        </FieldGrid>
      </Fold>
    </>
  );
}
