"use client";

import { clsx } from "clsx";
import { useId, useState } from "react";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { FieldError } from "@/components/ui/field";
import { unitText } from "@/lib/format";
import { missingWord } from "@/lib/schemas/figure";
import type { Candidate } from "../candidates";
import { CatalogOffer } from "../catalog-offer";
import { EntryInput } from "../entry-input";
import { capital, shortSource } from "../figure-words";
import { type DraftFigure, hasSource, typedOver, withSourceOf } from "../provenance";
import type { FigureCellsProps } from "./figure-cells";
import { useSettingsForm } from "./settings-context";

type InlineFigureProps = FigureCellsProps & { readonly candidates: readonly Candidate[] };

/** The number in its cell, what is wrong with it, and what can be done about a missing one. */
export function InlineFigure(props: InlineFigureProps) {
  const { name, path, spec, figure, onFigure, before, hideInput = false } = props;
  const { settings, plan, readOnly } = useSettingsForm();
  const [start, setStart] = useState<DraftFigure>(figure);
  const [typed, setTyped] = useState<string | null>(null);
  const errorId = useId();
  const error = settings.error(name);
  const leave = () => settings.leave(name);
  const isAbsent = spec.emptyMeans !== undefined && figure.value === null;
  return (
    <>
      <div className="flex gap-2 max-sm:flex-wrap">
        {before}
        {!hideInput && (
          <EntryInput
            aria-label={spec.label}
            {...(error && { "aria-invalid": true, "aria-describedby": errorId })}
            data-field={path}
            value={figure.value}
            unit={spec.unit}
            currency={plan.currency}
            unitLabel={props.unitLabel ?? unitText(spec.unit, plan.currency)}
            mark={
              !isAbsent && <EvidenceMark evidence={figure.evidence} detail={shortSource(figure)} />
            }
            placeholder={spec.emptyMeans ?? missingWord(spec.unit)}
            className={clsx(
              "text-right",
              spec.emptyMeans ? "placeholder:text-ink-3" : "placeholder:text-warn",
            )}
            frameClassName="w-40 grow sm:max-w-52"
            readOnly={readOnly}
            onFocus={() => setStart(figure)}
            onTyped={setTyped}
            onEntry={(value) => onFigure(typedOver(start, value))}
            onBlur={leave}
          />
        )}
      </div>
      {!error && props.echo?.(typed)}
      {error && !hideInput && <FieldError id={errorId}>{error}</FieldError>}
      {!readOnly && !isAbsent && (
        <InlineHelp {...props} start={start} leave={leave} currency={plan.currency} />
      )}
    </>
  );
}

/** Nothing is given, and nothing is missing. */
function isAbsent({ spec, figure }: Pick<InlineFigureProps, "spec" | "figure">): boolean {
  return spec.emptyMeans !== undefined && figure.value === null;
}

function InlineHelp(
  props: InlineFigureProps & {
    readonly start: DraftFigure;
    readonly leave: () => void;
    readonly currency: string;
  },
) {
  const { spec, figure, onFigure, candidates, start, leave, currency } = props;
  const put = (next: DraftFigure) => {
    onFigure(next);
    leave();
  };
  if (isAbsent(props)) return <p className="text-ink-3 text-xs">{spec.help}</p>;
  if (figure.value === null) {
    return (
      <p className="text-ink-3 text-xs">
        {capital(missingWord(spec.unit))}: never counted as zero.{" "}
        <CatalogOffer
          {...{ candidates, currency }}
          label={spec.label}
          unit={spec.unit}
          onTake={(candidate) => put(candidate.figure)}
        />
      </p>
    );
  }
  const lost = hasSource(start) && !hasSource(figure) && typeof figure.value === "number";
  if (!lost) return null;
  return (
    <p className="text-ink-3 text-xs">
      Now assumed: “{start.source ?? start.evidence}” stood for the old figure.{" "}
      <button type="button" className="link" onClick={() => put(withSourceOf(start, figure))}>
        Keep the source
      </button>
    </p>
  );
}
