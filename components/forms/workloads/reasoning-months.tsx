"use client";

import type { InferenceWorkload } from "@/lib/schemas/workload";
import { FormFigure, FormSelect } from "../form-fields";
import { assumed } from "../provenance";
import { useField } from "../row-form";

const states = [
  { value: "always", label: "In every month" },
  { value: "from", label: "From a month on" },
  { value: "off", label: "Not at all: it is off" },
] as const;

type State = (typeof states)[number]["value"];
type Reasoning = InferenceWorkload["reasoning"];

/** When an answer is reasoned: test-time scaling as a lever on the demand for tokens. */
export function ReasoningMonths() {
  const reasoning = useField<Reasoning>("reasoning");
  const state = reasoning ? (reasoning.isOn ? "from" : "off") : "always";
  const toReasoning = (next: State): Reasoning => {
    if (next === "always") return undefined;
    return next === "off"
      ? { ...reasoning, isOn: false }
      : { startMonth: reasoning?.startMonth ?? assumed(1), isOn: true };
  };
  return (
    <>
      <FormSelect<State>
        name="reasoning"
        label="Reasoning"
        options={states}
        fromValue={() => state}
        toValue={toReasoning}
      />
      {state === "from" && <FormFigure name="reasoning.startMonth" />}
    </>
  );
}
