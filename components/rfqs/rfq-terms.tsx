"use client";

import { CurrencyField } from "@/components/quotes/currency-field";
import { IncotermField } from "@/components/quotes/incoterm-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import type { RfqDraft } from "./rfq-draft";

export type RfqTermsProps = {
  readonly draft: RfqDraft;
  readonly onChange: (part: Partial<RfqDraft>) => void;
  readonly errors: Readonly<Record<string, string>>;
  /** As the server knows them, whose list it is. */
  readonly zones: readonly string[];
  readonly readOnly: boolean;
  /** Whether it was sent: what was said of sealing stays. */
  readonly isSent: boolean;
};

/** Until when and on what terms suppliers are asked. */
export function RfqTerms({ draft, onChange, errors, zones, readOnly, isSent }: RfqTermsProps) {
  const known = zones.includes(draft.deadlineZone) ? zones : [draft.deadlineZone, ...zones];
  const text = (
    name: "title" | "deliveryPlace" | "paymentTerms" | "deadlineLocal",
    label: string,
    { empty = "", type = "text", most = 300 } = {},
  ) => (
    <Field label={label} error={errors[name]}>
      {(control) => (
        <TextInput
          {...control}
          type={type}
          value={draft[name]}
          placeholder={empty}
          maxLength={type === "text" ? most : undefined}
          readOnly={readOnly}
          autoComplete="off"
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <section aria-labelledby="terms" className="card grid gap-4 p-[18px]">
      <h2 id="terms" className="text-lg">
        Terms
      </h2>
      <div className="grid gap-4 sm:grid-cols-2 wide:grid-cols-3">
        {text("title", "Title", { most: 120 })}
        {text("deadlineLocal", "Answers until", { type: "datetime-local" })}
        <Field label="Time zone of that" error={errors.deadlineZone}>
          {(control) => (
            <Select
              {...control}
              value={draft.deadlineZone}
              disabled={readOnly}
              onValueChange={(deadlineZone) => onChange({ deadlineZone })}
              options={known.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
            />
          )}
        </Field>
        {text("deliveryPlace", "Delivery to", { empty: "site or city" })}
        <IncotermField
          value={draft.incoterm}
          onChange={(incoterm) => onChange({ incoterm })}
          error={errors.incoterm}
          readOnly={readOnly}
        />
        {text("paymentTerms", "Payment terms wanted", { empty: "such as 30 days net" })}
        <CurrencyField
          label="Currency wanted"
          value={draft.currency}
          onChange={(currency) => onChange({ currency })}
          readOnly={readOnly}
        />
      </div>
      <Checkbox
        label="Keep answers sealed until the deadline"
        help={
          isSent
            ? "Said when it was sent, and stays so."
            : "Nobody here sees a price before. An administrator can open them earlier, and must say why."
        }
        checked={draft.isSealed}
        disabled={readOnly || isSent}
        onCheckedChange={(isSealed) => onChange({ isSealed })}
      />
      <Field label="Notes for suppliers" optional error={errors.notes}>
        {(control) => (
          <Textarea
            {...control}
            value={draft.notes}
            maxLength={4000}
            readOnly={readOnly}
            onChange={(event) => onChange({ notes: event.target.value })}
          />
        )}
      </Field>
    </section>
  );
}
