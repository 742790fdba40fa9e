import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { CurrencyField } from "./currency-field";

export type NewQuote = {
  readonly number: string;
  readonly currency: string;
  readonly quotedOn: string;
};

export type NewQuoteFieldsProps = {
  readonly quote: NewQuote;
  readonly onChange: (part: Partial<NewQuote>) => void;
  readonly numberError: string | undefined;
};

export const numberLack = "Enter the supplier\u2019s number.";

/** What a quote of a known supplier begins with. */
export function NewQuoteFields({ quote, onChange, numberError }: NewQuoteFieldsProps) {
  return (
    <>
      <Field label="Number" error={numberError}>
        {(control) => (
          <TextInput
            {...control}
            value={quote.number}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => onChange({ number: event.target.value })}
          />
        )}
      </Field>
      <CurrencyField value={quote.currency} onChange={(currency) => onChange({ currency })} />
      <Field label="Quoted on">
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={quote.quotedOn}
            onChange={(event) => onChange({ quotedOn: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
