import type { ReactNode } from "react";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { figureParts, quantity } from "@/lib/format";
import { type EvidenceClass, type Figure, isMoneyUnit, type Unit } from "@/lib/schemas/figure";
import { shortSource } from "./figure-words";

export type KeyFigureProps = {
  readonly label: string;
  readonly children: ReactNode;
  readonly unit?: string;
  readonly evidence?: EvidenceClass | undefined;
  readonly detail?: string;
};

/** A label over a number, as a card shows it. Goes into a `dl`. */
export function KeyFigure({ label, children, unit, evidence, detail }: KeyFigureProps) {
  const isMissing = children === "unpriced" || children === "missing";
  return (
    <div className="min-w-0">
      <dt className="truncate text-ink-3 text-xs">{label}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-1 text-sm">
        <span className={isMissing ? "text-warn" : "font-title"}>{children}</span>
        <span className="flex items-baseline gap-1 text-ink-3 text-xs">
          {unit}
          {evidence && (
            <EvidenceMark evidence={evidence} detail={detail} className="ml-0.5 self-center" />
          )}
        </span>
      </dd>
    </div>
  );
}

/** The same for an input, with its unit and mark; large counts in short. */
export function InputFigure(props: {
  readonly label: string;
  readonly figure: Figure;
  readonly unit: Unit;
  readonly currency: string;
}) {
  const { label, figure, unit, currency } = props;
  const parts = figureParts(figure.value, unit, currency);
  const large = figure.value !== null && Math.abs(figure.value) >= 1e6 && !isMoneyUnit(unit);
  return (
    <KeyFigure
      label={label}
      unit={parts.unit}
      evidence={figure.value === null ? undefined : figure.evidence}
      detail={shortSource(figure)}
    >
      {large ? quantity(figure.value ?? 0) : parts.value}
    </KeyFigure>
  );
}
