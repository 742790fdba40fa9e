"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { currencyCodes } from "@/lib/schemas/currency-code";
import type { QuoteHead } from "@/lib/schemas/quote";

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
        <Field label="Currency">
          {(control) => (
            <Select
              {...control}
              value={head.currency}
              disabled={readOnly}
              onValueChange={(currency) => onChange({ ...head, currency })}
              options={currencyCodes.map((code) => ({ value: code, label: code }))}
            />
          )}
        </Field>
      </div>
    </section>
  );
}
