"use client";

import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { unitText } from "@/lib/format";
import { type EvidenceClass, evidenceClasses, type FieldSpec } from "@/lib/schemas/figure";
import { plainLabel } from "@/lib/schemas/labels";
import type { Candidate } from "./candidates";
import { CatalogOffer } from "./catalog-offer";
import { EntryInput } from "./entry-input";
import { evidenceWords } from "./figure-words";
import { type DraftFigure, tidied } from "./provenance";

export type FigureEvidenceProps = {
  readonly id: string;
  readonly label: string;
  readonly figure: DraftFigure;
  readonly spec: FieldSpec;
  readonly currency: string;
  readonly onChange: (figure: DraftFigure) => void;
  readonly onLeave: () => void;
  readonly candidates: readonly Candidate[];
  readonly readOnly: boolean;
  /** Evidence, source and date alone. */
  readonly plainSource?: boolean;
};

/** How firm a figure is, and where it is from. */
export function FigureEvidence(props: FigureEvidenceProps) {
  const { id, label, figure, spec, currency, onChange, onLeave, candidates, readOnly } = props;
  const { plainSource = false } = props;
  const change = (part: Partial<DraftFigure>) => onChange(tidied({ ...figure, ...part }));
  return (
    <fieldset
      id={id}
      onBlur={onLeave}
      className="grid min-w-0 grid-cols-1 gap-3 rounded-md border border-line bg-sunken p-3 sm:grid-cols-2"
    >
      <legend className="sr-only">Evidence for {label}</legend>
      {spec.help && !plainSource && <p className="text-ink-3 text-xs sm:col-span-2">{spec.help}</p>}
      {candidates.length > 0 && !readOnly && (
        <div className="text-xs sm:col-span-2">
          <CatalogOffer
            {...{ candidates, currency, label }}
            unit={spec.unit}
            onTake={(candidate) => {
              onChange(candidate.figure);
              onLeave();
            }}
          />
        </div>
      )}
      <EvidenceSelect figure={figure} readOnly={readOnly} onChange={change} />
      <TextPart part="date" type="date" {...{ figure, change, readOnly }} />
      <TextPart part="source" {...{ figure, change, readOnly }} />
      {!plainSource && <MoreParts {...props} change={change} />}
    </fieldset>
  );
}

/** Where to read it, how far it may be off, and why it was chosen. */
function MoreParts(
  props: FigureEvidenceProps & { readonly change: (part: Partial<DraftFigure>) => void },
) {
  const { figure, spec, currency, change, readOnly } = props;
  return (
    <>
      <TextPart part="url" type="url" {...{ figure, change, readOnly }} />
      <RangeEnd end="low" {...{ figure, spec, currency, change, readOnly }} />
      <RangeEnd end="high" {...{ figure, spec, currency, change, readOnly }} />
      <Field label={plainLabel("note").label} optional className="sm:col-span-2">
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            readOnly={readOnly}
            value={figure.note ?? ""}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function EvidenceSelect(props: {
  readonly figure: DraftFigure;
  readonly readOnly: boolean;
  readonly onChange: (part: Partial<DraftFigure>) => void;
}) {
  return (
    <Field label={plainLabel("evidence").label} help={evidenceWords[props.figure.evidence]}>
      {(control) => (
        <Select<EvidenceClass>
          {...control}
          disabled={props.readOnly}
          value={props.figure.evidence}
          onValueChange={(evidence) => props.onChange({ evidence })}
          options={evidenceClasses.map((value) => ({ value, label: value }))}
        />
      )}
    </Field>
  );
}

function TextPart(props: {
  readonly part: "source" | "url" | "date";
  readonly type?: string;
  readonly figure: DraftFigure;
  readonly change: (part: Partial<DraftFigure>) => void;
  readonly readOnly: boolean;
}) {
  const { part, type = "text", figure, change, readOnly } = props;
  return (
    <Field label={plainLabel(part).label} optional>
      {(control) => (
        <TextInput
          {...control}
          type={type}
          readOnly={readOnly}
          value={figure[part] ?? ""}
          {...(part === "url" && { placeholder: "https://" })}
          onChange={(event) => change({ [part]: event.target.value })}
        />
      )}
    </Field>
  );
}

function RangeEnd(props: {
  readonly end: "low" | "high";
  readonly figure: DraftFigure;
  readonly spec: FieldSpec;
  readonly currency: string;
  readonly change: (part: Partial<DraftFigure>) => void;
  readonly readOnly: boolean;
}) {
  const { end, figure, spec, currency, change, readOnly } = props;
  return (
    <Field label={plainLabel(end).label} optional>
      {(control) => (
        <EntryInput
          {...control}
          value={figure[end]}
          unit={spec.unit}
          currency={currency}
          unitLabel={unitText(spec.unit, currency)}
          readOnly={readOnly}
          onEntry={(value) => change({ [end]: value ?? undefined } as Partial<DraftFigure>)}
        />
      )}
    </Field>
  );
}
