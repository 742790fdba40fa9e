import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { currencyCodes } from "@/lib/schemas/currency-code";

export type CurrencyFieldProps = {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (currency: string) => void;
  readonly readOnly?: boolean;
};

const codes = currencyCodes.map((code) => ({ value: code, label: code }));

export function CurrencyField(props: CurrencyFieldProps) {
  const { label = "Currency", value, onChange, readOnly } = props;
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          value={value}
          disabled={readOnly}
          onValueChange={onChange}
          options={codes}
        />
      )}
    </Field>
  );
}
