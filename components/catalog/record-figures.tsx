"use client";

import { EntryInput } from "@/components/forms/entry-input";
import { rangeText, shortValue } from "@/components/forms/figure-words";
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

/** A range of one's own is not given back the one that was left out. */
function ownRange(
  { value, low, high }: FigureDraft,
  part: "low" | "high",
  end: FigureDraft["low"],
): FigureDraft {
  return { value, low, high, [part]: end };
}

/** What the shared record says, with its range, and that the own value lies outside of that. */
function sharedText(
  known: CatalogRecord["figures"][string],
  { unit, currency, leftOut }: SharedOf,
): string {
  const range = rangeText(known, { unit }, currency);
  const shared = `Shared: ${shortValue(known.value, unit, currency)}${range && `, ${range}`}`;
  return leftOut ? `${shared}. Your value lies outside of that range, so it is left out.` : shared;
}

type SharedOf = Pick<KindField, "unit"> & {
  readonly currency: string;
  readonly leftOut: FigureDraft["leftOut"];
};

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
            help={known && sharedText(known, { unit, currency, leftOut: figure.leftOut })}
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
                    onEntry={(value) => onChange(field, ownRange(figure, part, value))}
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
