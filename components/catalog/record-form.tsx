"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import type { KindField } from "@/lib/catalog/fields-of-kind";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { evidenceClasses } from "@/lib/schemas/figure";
import { type DraftIssues, type RecordDraft, subjectFields } from "@/lib/views/catalog-draft";
import { RecordFigures } from "./record-figures";

export type RecordFormProps = {
  readonly draft: RecordDraft;
  readonly fields: readonly KindField[];
  readonly shared: CatalogRecord | null;
  readonly issues: DraftIssues;
  readonly readOnly: boolean;
  readonly onChange: (part: Partial<RecordDraft>) => void;
};

const subjectNames = {
  provider: "Provider",
  accelerator: "Accelerator",
  model: "Model",
  region: "Region",
} as const;

const evidenceOptions = evidenceClasses.map((value) => ({ value, label: value }));

/** What an entry is about, its figures, and where they are from. */
export function RecordForm(props: RecordFormProps) {
  const { draft, issues, readOnly, onChange } = props;
  const text = (
    name: "label" | "currency" | "source" | "url" | "date",
    label: string,
    more: { readonly type?: string; readonly optional?: boolean; readonly most?: number } = {},
  ) => (
    <Field label={label} error={issues[name]} {...(more.optional && { optional: true })}>
      {(control) => (
        <TextInput
          {...control}
          type={more.type ?? "text"}
          value={draft[name]}
          maxLength={more.most ?? 120}
          autoComplete="off"
          readOnly={readOnly}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="grid gap-4">
      {text("label", "Name")}
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {subjectFields.map((field) => (
          <Field key={field} label={subjectNames[field]} optional>
            {(control) => (
              <TextInput
                {...control}
                value={draft.subject[field]}
                maxLength={120}
                autoComplete="off"
                readOnly={readOnly}
                onChange={(event) =>
                  onChange({ subject: { ...draft.subject, [field]: event.target.value } })
                }
              />
            )}
          </Field>
        ))}
      </div>
      <RecordFigures
        fields={props.fields}
        figures={draft.figures}
        shared={props.shared}
        currency={draft.currency}
        issues={issues}
        readOnly={readOnly}
        onChange={(field, figure) => onChange({ figures: { ...draft.figures, [field]: figure } })}
      />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {text("source", "Source", { most: 300 })}
        {text("date", "Observed", { type: "date" })}
        <Field label="Evidence">
          {(control) => (
            <Select
              {...control}
              value={draft.evidence}
              disabled={readOnly}
              onValueChange={(evidence) => onChange({ evidence })}
              options={evidenceOptions}
            />
          )}
        </Field>
        {text("currency", "Currency", { most: 3 })}
      </div>
      {text("url", "Address", { type: "url", optional: true, most: 500 })}
      <Field label="Note" optional>
        {(control) => (
          <Textarea
            {...control}
            value={draft.note}
            maxLength={500}
            readOnly={readOnly}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
