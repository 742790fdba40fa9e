"use client";

import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { QuoteHead } from "@/lib/schemas/quote";
import { CurrencyField } from "./currency-field";

type QuoteHeadFieldsProps = {
  readonly head: QuoteHead;
  readonly onChange: (head: QuoteHead) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
};

const texts = [
  { name: "supplierName", label: "Supplier", most: 120 },
  { name: "number", label: "Number", most: 80 },
] as const;

/** What a quote is known by; it stays once the quote is received. */
export function QuoteHeadFields({ head, onChange, errors, readOnly }: QuoteHeadFieldsProps) {
  return (
    <section aria-labelledby="head" className="card grid gap-4 p-[18px]">
      <h2 id="head" className="text-lg">
        Known by
      </h2>
      <div className="grid gap-4 sm:grid-cols-3">
        {texts.map(({ name, label, most }) => (
          <Field key={name} label={label} error={errors[`head.${name}`]}>
            {(control) => (
              <TextInput
                {...control}
                value={head[name]}
                maxLength={most}
                readOnly={readOnly}
                autoComplete="off"
                onChange={(event) => onChange({ ...head, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <CurrencyField
          value={head.currency}
          onChange={(currency) => onChange({ ...head, currency })}
          readOnly={readOnly}
        />
      </div>
    </section>
  );
}
