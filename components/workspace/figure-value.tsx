import { clsx } from "clsx";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import type { Figure, FigureRef } from "@/lib/views/types";

/** Label, number, unit and mark; a button where it opens into its lines. */
export function FigureValue({
  figure,
  onOpen,
  large = false,
}: {
  readonly figure: Figure;
  readonly onOpen: (ref: FigureRef) => void;
  readonly large?: boolean;
}) {
  const { label, value, unit, evidence, opens, note } = figure;
  const number = (
    <span className={clsx("text-figure", large ? "text-2xl" : "text-xl", opens && "opens")}>
      {value}
    </span>
  );
  return (
    <div className="min-w-0">
      <dt className="line-clamp-2 text-ink-3 text-xs panel:whitespace-nowrap">{label}</dt>
      <dd className="flex items-baseline gap-1 whitespace-nowrap">
        {opens ? (
          <button
            type="button"
            onClick={() => onOpen(opens)}
            aria-label={`${label}: ${value}${unit ? ` ${unit}` : ""}. Open its lines.`}
            className="mt-1 rounded-sm leading-none outline-offset-0 pointer-coarse:min-h-11"
          >
            {number}
          </button>
        ) : (
          number
        )}
        {evidence && <EvidenceMark evidence={evidence} />}
        {unit && <span className="truncate text-ink-3 text-xs">{unit}</span>}
      </dd>
      {note && <dd className="text-ink-3 text-xs">{note}</dd>}
    </div>
  );
}
