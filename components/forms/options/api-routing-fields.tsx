"use client";

import type { ApiRouting } from "@/lib/schemas/api-routing";
import { FieldGrid } from "../fold";
import { FormFigure, FormSelect } from "../form-fields";
import { unpriced } from "../provenance";
import { useField } from "../row-form";

const states = [
  { value: "none", label: "No request" },
  { value: "on", label: "A share of the requests" },
  { value: "off", label: "A share, switched off" },
] as const;

type State = (typeof states)[number]["value"];

const blank: ApiRouting = {
  requestsFraction: unpriced,
  inputPrice: unpriced,
  cachedInputPrice: unpriced,
  outputPrice: unpriced,
  isOn: true,
};

/** A share of the requests for a smaller model of the provider. */
export function ApiRoutingFields() {
  const routing = useField<ApiRouting | undefined>("routing");
  const toRouting = (state: State): ApiRouting | undefined =>
    state === "none" ? undefined : { ...(routing ?? blank), isOn: state === "on" };
  return (
    <FieldGrid>
      <FormSelect<State>
        name="routing"
        label="Goes to a smaller model"
        options={states}
        fromValue={() => (routing ? (routing.isOn ? "on" : "off") : "none")}
        toValue={toRouting}
      />
      {routing && (
        <>
          <FormFigure name="routing.requestsFraction" />
          <FormFigure name="routing.inputPrice" />
          <FormFigure name="routing.outputPrice" />
          <FormFigure name="routing.cachedInputPrice" />
          <FormFigure name="routing.startMonth" />
        </>
      )}
    </FieldGrid>
  );
}
