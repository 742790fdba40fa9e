"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type FieldValues, type UseFormReturn, useWatch } from "react-hook-form";
import { fieldSpecAt } from "@/lib/schemas/paths";
import type { Plan } from "@/lib/schemas/plan";
import { type Candidate, type CandidateContext, candidatesFor } from "./candidates";
import { pathOf } from "./form-names";
import { useOwnCatalog } from "./own-catalog";

export type Rows = "workloads" | "options";

/** What every field of a row's form shares. */
export type RowForm = {
  readonly form: UseFormReturn<FieldValues>;
  readonly plan: Plan;
  readonly rows: Rows;
  readonly readOnly: boolean;
};

const RowFormContext = createContext<RowForm | null>(null);

export function RowFormProvider({ value, children }: { value: RowForm; children: ReactNode }) {
  return <RowFormContext value={value}>{children}</RowFormContext>;
}

export function useRowForm(): RowForm {
  const context = useContext(RowFormContext);
  if (!context) throw new Error("A field of a row stands outside its form.");
  return context;
}

/** The value of one field, as it is edited. */
export function useField<Value>(name: string): Value {
  return useWatch({ control: useRowForm().form.control, name }) as Value;
}

/** The currency of the row's amounts as the form stands: the option's own, else the plan's. */
export function useRowCurrency(): string {
  const { plan } = useRowForm();
  return useField<string | undefined>("currency") ?? plan.currency;
}

/** The plan with the row as it stands in the form, so that specs and engine see the draft. */
export function planWithRow(plan: Plan, rows: Rows, body: FieldValues): Plan {
  const others = (plan[rows] as readonly { readonly id: string }[]).filter(
    ({ id }) => id !== body.id,
  );
  return { ...plan, [rows]: [...others, body] } as Plan;
}

function draftOf({ form, plan, rows }: RowForm): { draft: Plan; base: string; body: FieldValues } {
  const body = form.getValues();
  return { draft: planWithRow(plan, rows, body), base: `${rows}.${body.id}`, body };
}

/** What is known about a figure of the form: its bounds and unit, and what the catalog has for it. */
export function useFigureSpec(name: string) {
  const row = useRowForm();
  const { draft, base, body } = draftOf(row);
  const path = pathOf(base, body, name);
  const spec = fieldSpecAt(draft, path);
  if (!spec) throw new Error(`No input is called ${path}.`);
  const currency = useRowCurrency();
  const { accelerator, model } = contextOf(row.plan, body, name);
  const { entries: own } = useOwnCatalog();
  const candidates = useMemo<readonly Candidate[]>(
    () =>
      candidatesFor(path, spec, {
        currency,
        own,
        ...(accelerator ? { accelerator } : {}),
        ...(model ? { model } : {}),
      }),
    [path, spec, currency, own, accelerator, model],
  );
  return { path, spec, candidates, currency };
}

type Names = Partial<Pick<CandidateContext, "accelerator" | "model">>;

/** The accelerator and model that a figure is about: the throughput's own, else the option's. */
function contextOf(plan: Plan, body: FieldValues, name: string): Names {
  const index = /^throughput\.(\d+)\./.exec(name)?.[1];
  const throughput = index === undefined ? undefined : body.throughput?.[Number(index)];
  const workload = plan.workloads.find(({ id }) => id === throughput?.workloadId);
  const model: string | undefined = throughput?.modelName || workload?.modelName;
  const reference = name.startsWith("compute.") ? plan.referenceAccelerator : undefined;
  const accelerator: string | undefined = throughput?.accelerator || body.accelerator || reference;
  return { ...(accelerator ? { accelerator } : {}), ...(model ? { model } : {}) };
}
