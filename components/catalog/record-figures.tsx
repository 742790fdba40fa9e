"use client";

import { EntryInput } from "@/components/forms/entry-input";
import { shortValue } from "@/components/forms/figure-words";
import { Field } from "@/components/ui/field";
import type { KindField } from "@/lib/catalog/fields-of-kind";
import type { CatalogRecord } from "@/lib/catalog/schema";
import { unitText } from "@/lib/format";
import {
  type DraftIssues,
  type FigureDraft,
  noFigure,
  withinRange,
} from "@/lib/views/catalog-draft";
import { figureName } from "@/lib/views/catalog-figure-name";

type RecordFiguresProps = {
  readonly fields: readonly KindField[];
  readonly figures: Readonly<Record<string, FigureDraft>>;
  readonly shared: CatalogRecord | null;
  readonly currency: string;
  readonly issues: DraftIssues;
  readonly readOnly: boolean;
  readonly onChange: (field: string, figure: FigureDraft) => void;
};

const ends = [
  { part: "low", said: "at least" },
  { part: "high", said: "at most" },
] as const;

/** Each figure of a record with its range, and what the shared record says where there is one. */
export function RecordFigures(props: RecordFiguresProps) {
  const { fields, figures, shared, currency, issues, readOnly, onChange } = props;
  return (
    <div className="grid gap-3">
      {fields.map(({ field, unit }) => {
        const figure = figures[field] ?? noFigure;
        const known = shared?.figures[field];
        const label = figureName(field);
        const common = { unit, currency, readOnly, unitLabel: unitText(unit, currency) };
        return (
          <Field
            key={field}
            label={label}
            error={issues[`figures.${field}`]}
            help={known && `Shared: ${shortValue(known.value, unit, currency)}`}
          >
            {(control) => (
              <div className="grid grid-cols-1 gap-2 sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)]">
                <EntryInput
                  {...control}
                  {...common}
                  value={figure.value}
                  onEntry={(value) => onChange(field, { ...figure, value })}
                  onBlur={() => onChange(field, withinRange(figure))}
                />
                {ends.map(({ part, said }) => (
                  <EntryInput
                    key={part}
                    {...common}
                    unitLabel={undefined}
                    aria-label={`${label}, ${said}`}
                    placeholder={said}
                    value={figure[part]}
                    onEntry={(value) => onChange(field, { ...figure, [part]: value })}
                  />
                ))}
              </div>
            )}
          </Field>
        );
      })}
      {issues.figures && <p className="text-bad text-xs">{issues.figures}</p>}
    </div>
  );
}
