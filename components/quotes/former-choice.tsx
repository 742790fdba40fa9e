import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

/** The number of the quote that it revises, null for another quote; undefined while nothing is chosen. */
export type Revises = string | null | undefined;

type FormerChoiceProps = {
  /** Numbers of open quotes that this may be the next revision of. */
  readonly former: readonly string[];
  readonly value: Revises;
  readonly onChange: (revises: string | null) => void;
  readonly error: string | undefined;
};

const [unsaid, another] = ["unsaid", "another"];
const revisionOf = (at: number) => `revision ${at}`;

export const choiceLack = "Choose whether it is a new revision or another quote.";

/** Suppliers number a revision anew: only a person knows whether it is one. */
export function FormerChoice({ former, value, onChange, error }: FormerChoiceProps) {
  const at = former.indexOf(value ?? "");
  const options = [
    ...(value === undefined ? [{ value: unsaid, label: "Choose" }] : []),
    ...former.map((number, index) => ({
      value: revisionOf(index),
      label: `A new revision of ${number}`,
    })),
    { value: another, label: "Another quote" },
  ];
  return (
    <Field
      label="What it is"
      help="This supplier has an open quote that this may be the next revision of."
      error={error}
    >
      {(control) => (
        <Select
          {...control}
          value={value === null ? another : at < 0 ? unsaid : revisionOf(at)}
          options={options}
          onValueChange={(chosen) => {
            if (chosen === unsaid) return;
            onChange(former.find((_, index) => revisionOf(index) === chosen) ?? null);
          }}
        />
      )}
    </Field>
  );
}
