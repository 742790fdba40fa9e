import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { incoterms } from "@/lib/schemas/quote";

export type IncotermFieldProps = {
  /** Empty where none is said. */
  readonly value: string;
  readonly onChange: (incoterm: string) => void;
  readonly error: string | undefined;
  readonly readOnly: boolean;
};

const choices = [
  { value: "", label: "not said" },
  ...incoterms.map((value) => ({ value, label: value })),
];

export function IncotermField({ value, onChange, error, readOnly }: IncotermFieldProps) {
  return (
    <Field label="Incoterm" help="Who pays carriage and duty." error={error}>
      {(control) => (
        <Select
          {...control}
          value={value}
          disabled={readOnly}
          onValueChange={onChange}
          options={choices}
        />
      )}
    </Field>
  );
}
