import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { usualFormats } from "@/lib/format";
import type { Formats } from "@/lib/schemas/formats";
import { formatChoices } from "@/lib/views/formats";

const labels: Record<keyof Formats, string> = {
  numbers: "Numbers",
  dates: "Dates",
  currency: "Currency",
};
const names = ["numbers", "dates", "currency"] as const;

/** How numbers, dates and currencies read; choosing one chooses all three. */
export function FormatFields(props: {
  readonly formats: Formats | undefined;
  /** What holds while none is chosen. */
  readonly otherwise: Formats | undefined;
  readonly disabled: boolean;
  readonly onChange: (formats: Formats) => void;
}) {
  const { formats, otherwise = usualFormats, disabled, onChange } = props;
  const shown = formats ?? otherwise;
  return names.map((name) => (
    <Field key={name} label={labels[name]}>
      {(control) => (
        <Select
          {...control}
          disabled={disabled}
          value={shown[name]}
          options={formatChoices[name]}
          onValueChange={(value) => onChange({ ...shown, [name]: value })}
        />
      )}
    </Field>
  ));
}
