import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { ImportSettings, LinesPreview } from "@/lib/schemas/lines-import";
import { quoteCategories } from "@/lib/schemas/quote";
import { categoryNames } from "@/lib/views/quote-names";

type Props = {
  readonly preview: LinesPreview;
  readonly fileName: string;
  readonly busy: boolean;
  readonly onChange: (part: Partial<ImportSettings>) => void;
  readonly onOther: () => void;
};

const signs = [
  { value: "point", label: "Point: 1,234.56" },
  { value: "comma", label: "Comma: 1.234,56" },
] as const;
const orders = [
  { value: "day-first", label: "Day first: 31.12.2027" },
  { value: "month-first", label: "Month first: 12/31/2027" },
] as const;
const forms = [
  { value: "points", label: "5 means 5%" },
  { value: "share", label: "0.05 means 5%" },
] as const;

const byWords = "by-words";
const categoryChoices = [
  { value: byWords, label: "Guess by the description" } as const,
  ...quoteCategories.map((value) => ({ value, label: categoryNames[value] })),
];

/** How the file is read, as far as it was found out, each to be corrected. */
export function ImportSettingsCard({ preview, fileName, busy, onChange, onOther }: Props) {
  const { sheetNames, sheet, decimal, dates, percent, category, guess } = preview;
  return (
    <section aria-labelledby="reading" className="card grid gap-3 p-[18px]">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 id="reading" className="text-lg">
            How it is read
          </h2>
          <p className="break-words text-ink-3 text-xs">{fileName}</p>
        </div>
        <Button size="small" busy={busy} onClick={onOther}>
          Other file
        </Button>
      </div>
      {sheetNames.length > 1 && (
        <Field label="Sheet">
          {(control) => (
            <Select
              {...control}
              value={String(sheet)}
              onValueChange={(chosen) =>
                onChange({ sheet: Number(chosen), headerRow: null, mapping: null })
              }
              options={sheetNames.map((name, at) => ({ value: String(at), label: name }))}
            />
          )}
        </Field>
      )}
      <HeaderRow key={`${sheet}-${preview.header?.last}`} {...{ preview, onChange }} />
      <Field label="Decimals" help={decimal.isCertain ? undefined : "Not certain"}>
        {(control) => (
          <Select
            {...control}
            value={decimal.value}
            onValueChange={(value) => onChange({ decimal: value })}
            options={signs}
          />
        )}
      </Field>
      {dates && (
        <Field label="Dates" help={dates.isCertain ? undefined : "Not certain"}>
          {(control) => (
            <Select
              {...control}
              value={dates.value}
              onValueChange={(value) => onChange({ dates: value })}
              options={orders}
            />
          )}
        </Field>
      )}
      {percent && (
        <Field label="Percentages" help={percent.isCertain ? undefined : "Not certain"}>
          {(control) => (
            <Select
              {...control}
              value={percent.value}
              onValueChange={(value) => onChange({ percent: value })}
              options={forms}
            />
          )}
        </Field>
      )}
      <Field label="Category of lines that name none">
        {(control) => (
          <Select
            {...control}
            value={guess ? byWords : category}
            onValueChange={(chosen) =>
              onChange(
                chosen === byWords
                  ? { category: "other", guess: true }
                  : { category: chosen, guess: false },
              )
            }
            options={categoryChoices}
          />
        )}
      </Field>
    </section>
  );
}

/** Read once it is left or entered: each digit would read the file. */
function HeaderRow({ preview: { header }, onChange }: Pick<Props, "preview" | "onChange">) {
  const now = String(header?.last ?? 0);
  const [typed, setTyped] = useState(now);
  const enter = () => {
    if (typed !== now && /^\d{1,7}$/.test(typed))
      onChange({ headerRow: Number(typed), mapping: null });
  };
  return (
    <Field label="Header in row" help="0 where the columns have no names">
      {(control) => (
        <TextInput
          {...control}
          value={typed}
          inputMode="numeric"
          onChange={(event) => setTyped(event.target.value.trim())}
          onBlur={enter}
          onKeyDown={(event) => event.key === "Enter" && enter()}
        />
      )}
    </Field>
  );
}
