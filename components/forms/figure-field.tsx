"use client";

import { clsx } from "clsx";
import { type ReactNode, useId, useState } from "react";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { Field } from "@/components/ui/field";
import { unitText } from "@/lib/format";
import { type FieldSpec, missingWord } from "@/lib/schemas/figure";
import type { Candidate } from "./candidates";
import { CatalogOffer } from "./catalog-offer";
import { EntryInput } from "./entry-input";
import { FigureEvidence } from "./figure-evidence";
import { capital, sourceLine, staleText } from "./figure-words";
import { useOwnCatalog } from "./own-catalog";
import { type DraftFigure, hasSource, typedOver, withSourceOf } from "./provenance";

export type FigureFieldProps = {
  /** Found by an address such as `?row=cloud&field=rate`. */
  readonly name: string;
  readonly spec: FieldSpec;
  readonly currency: string;
  readonly figure: DraftFigure;
  readonly onChange: (figure: DraftFigure) => void;
  readonly onLeave: () => void;
  readonly error?: string | undefined;
  readonly candidates?: readonly Candidate[];
  readonly readOnly?: boolean;
  /** What a number typed over a figure makes of it; an assumption unless said otherwise. */
  readonly typed?: (before: DraftFigure, value: number | string | null) => DraftFigure;
  readonly inputRef?: (element: HTMLInputElement | null) => void;
};

/** A number with its unit, its evidence mark and where it is from. */
export function FigureField(props: FigureFieldProps) {
  const { name, spec, currency, figure, onChange, onLeave, error, readOnly = false } = props;
  const { typed = typedOver } = props;
  const [open, setOpen] = useState(false);
  const [before, setBefore] = useState<DraftFigure>(figure);
  const panelId = useId();
  const label = spec.label;
  return (
    <div className={clsx("grid min-w-0 content-start gap-2", open && "sm:col-span-2")}>
      <Field label={label} error={error} help={<FigureHelp {...props} before={before} />}>
        {(control) => (
          <EntryInput
            {...control}
            data-field={name}
            {...(props.inputRef && { ref: props.inputRef })}
            value={figure.value}
            unit={spec.unit}
            currency={currency}
            unitLabel={unitText(spec.unit, currency)}
            placeholder={emptyWord(spec)}
            className={spec.emptyMeans ? "placeholder:text-ink-3" : "placeholder:text-warn"}
            readOnly={readOnly}
            onFocus={() => setBefore(figure)}
            onEntry={(value) => onChange(typed(before, value))}
            onBlur={onLeave}
            mark={
              !(spec.emptyMeans && figure.value === null) && (
                <EvidenceToggle
                  {...{ figure, label, open, panelId, onToggle: () => setOpen(!open) }}
                />
              )
            }
          />
        )}
      </Field>
      {open && (
        <FigureEvidence
          {...{ figure, spec, currency, onChange, onLeave, readOnly, label }}
          id={panelId}
          candidates={props.candidates ?? []}
        />
      )}
    </div>
  );
}

/** A condition is too long to stand in the field: it says the word, the line below says the rest. */
const isCondition = ({ emptyMeans }: FieldSpec) => emptyMeans?.startsWith("needed ") ?? false;

const emptyWord = (spec: FieldSpec) =>
  isCondition(spec) ? "none" : (spec.emptyMeans ?? missingWord(spec.unit));

function emptyHelp(spec: FieldSpec): string | undefined {
  if (!spec.emptyMeans) return `${capital(missingWord(spec.unit))}: never counted as zero.`;
  const { emptyMeans, help } = spec;
  if (!isCondition(spec)) return help;
  return [`${capital(emptyMeans)}.`, help].filter(Boolean).join(" ");
}

function EvidenceToggle(props: {
  readonly figure: DraftFigure;
  readonly label: string;
  readonly open: boolean;
  readonly panelId: string;
  readonly onToggle: () => void;
}) {
  const { figure, label, open, panelId, onToggle } = props;
  const said = `${label}, evidence: ${sourceLine(figure)}`;
  return (
    <button
      type="button"
      aria-label={said}
      title={said}
      aria-expanded={open}
      {...(open && { "aria-controls": panelId })}
      onClick={onToggle}
      className="-mr-1.5 grid size-6 place-items-center rounded-sm hover:bg-sunken aria-expanded:bg-sunken pointer-coarse:-mr-2.5 pointer-coarse:size-11"
    >
      <EvidenceMark evidence={figure.evidence} decorative />
    </button>
  );
}

/** One line: what to do about a missing figure, where it is from, or what it means. */
function FigureHelp(props: FigureFieldProps & { readonly before: DraftFigure }): ReactNode {
  const { figure, spec, currency, before, onChange, onLeave, readOnly } = props;
  const candidates = props.candidates ?? [];
  const label = spec.label;
  const take = (candidate: Candidate) => {
    onChange(candidate.figure);
    onLeave();
  };
  if (figure.value === null) {
    return (
      <>
        {emptyHelp(spec)}{" "}
        {!readOnly && (
          <CatalogOffer {...{ candidates, currency, label }} unit={spec.unit} onTake={take} />
        )}
      </>
    );
  }
  const lostSource =
    hasSource(before) && !hasSource(figure) && typeof figure.value === "number" && !readOnly;
  if (lostSource) {
    return (
      <>
        Now assumed: “{before.source ?? before.evidence}” stood for the old figure.{" "}
        <button
          type="button"
          className="link min-h-6"
          onClick={() => {
            onChange(withSourceOf(before, figure));
            onLeave();
          }}
        >
          Keep the source
        </button>
      </>
    );
  }
  if (!hasSource(figure)) return spec.help ? `Assumed. ${spec.help}` : "Assumed.";
  return <SourceLine figure={figure} />;
}

function SourceLine({ figure }: { readonly figure: DraftFigure }) {
  const line = sourceLine(figure);
  const stale = staleText(figure, useOwnCatalog().today);
  return (
    <>
      {figure.url && /^https?:\/\//.test(figure.url) ? (
        <a className="link" href={figure.url} target="_blank" rel="noreferrer">
          {line}
        </a>
      ) : (
        line
      )}
      {stale && <span className="text-warn">, {stale}</span>}
    </>
  );
}
