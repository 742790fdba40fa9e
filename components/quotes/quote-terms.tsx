"use client";

import type { InputHTMLAttributes } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import type { QuotedTerm } from "@/lib/engine";
import { IncotermField } from "./incoterm-field";
import { markedClass } from "./marked";
import type { TermsDraft } from "./quote-draft";

export type QuoteTermsProps = {
  readonly terms: TermsDraft;
  readonly onChange: (terms: TermsDraft) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  /** What a figure of an option came from. */
  readonly marked: readonly QuotedTerm[];
};

type Name = Exclude<keyof TermsDraft, "statedTotalHasTax">;
type Entry = {
  readonly name: Name;
  readonly label: string;
  readonly unit?: string;
  readonly empty?: string;
  readonly help?: string;
  readonly type?: string;
  readonly mode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
};

const dates: readonly Entry[] = [
  { name: "quotedOn", label: "Quoted on", type: "date" },
  { name: "validUntil", label: "Valid until", type: "date" },
];
const delivery: readonly Entry[] = [
  { name: "leadTimeWeeks", label: "Lead time", unit: "weeks", empty: "not said", mode: "numeric" },
  { name: "warrantyMonths", label: "Warranty", unit: "months", empty: "not said", mode: "numeric" },
  {
    name: "powerKilowatts",
    label: "Power of it all",
    unit: "kW",
    empty: "not said",
    mode: "decimal",
  },
  {
    name: "rackUnits",
    label: "Rack units of it all",
    unit: "U",
    empty: "not said",
    mode: "numeric",
  },
];
const amounts: readonly Entry[] = [
  {
    name: "freight",
    label: "Freight",
    empty: "not said",
    mode: "decimal",
    help: "0 where nothing is charged for it.",
  },
  { name: "duty", label: "Duty", empty: "none", mode: "decimal" },
  {
    name: "unrecoverableVat",
    label: "VAT that does not come back",
    empty: "none",
    mode: "decimal",
  },
  {
    name: "statedTotal",
    label: "Supplier\u2019s total",
    empty: "not said",
    mode: "decimal",
    help: "As printed, to check the entry against.",
  },
];

export function QuoteTerms({ terms, onChange, errors, readOnly, marked }: QuoteTermsProps) {
  const isMarked = (name: Name) => marked.some((one) => one === name);
  const fields = (entries: readonly Entry[]) =>
    entries.map(({ name, label, unit, empty, help, type, mode }) => (
      <Field key={name} label={label} help={help} error={errors[name]}>
        {(control) => (
          <TextInput
            {...control}
            type={type ?? "text"}
            value={terms[name]}
            unit={unit}
            placeholder={empty}
            inputMode={mode}
            readOnly={readOnly}
            autoComplete="off"
            className={isMarked(name) ? markedClass : ""}
            onChange={(event) => onChange({ ...terms, [name]: event.target.value })}
          />
        )}
      </Field>
    ));
  return (
    <section aria-labelledby="terms" className="card grid gap-4 p-[18px]">
      <h2 id="terms" className="text-lg">
        Terms
      </h2>
      <div className="grid gap-4 sm:grid-cols-2 wide:grid-cols-4">
        {fields(dates)}
        <IncotermField
          value={terms.incoterm}
          onChange={(incoterm) => onChange({ ...terms, incoterm })}
          error={errors.incoterm}
          readOnly={readOnly}
        />
        {fields([{ name: "paymentTerms", label: "Payment terms", empty: "such as 30 days net" }])}
        {fields(delivery)}
        {fields(amounts)}
      </div>
      <Checkbox
        label="The supplier’s total has tax in it"
        checked={terms.statedTotalHasTax}
        disabled={readOnly}
        onCheckedChange={(statedTotalHasTax) => onChange({ ...terms, statedTotalHasTax })}
      />
      <Field label="Notes" optional error={errors.notes}>
        {(control) => (
          <Textarea
            {...control}
            value={terms.notes}
            maxLength={4000}
            readOnly={readOnly}
            onChange={(event) => onChange({ ...terms, notes: event.target.value })}
          />
        )}
      </Field>
    </section>
  );
}
