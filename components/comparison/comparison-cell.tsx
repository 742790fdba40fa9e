import { clsx } from "clsx";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import type { OptionKind } from "@/lib/schemas/option";
import type { ComparisonCell } from "@/lib/views/comparison/types";
import type { FigureRef } from "@/lib/views/types";

const tones = {
  muted: "text-ink-3",
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
} as const;

const fills: Readonly<Record<OptionKind, string>> = {
  api: "bg-api",
  cloud: "bg-cloud",
  "on-premises": "bg-onprem",
  edge: "bg-edge",
  portfolio: "bg-portfolio",
};

/** Ends high: the most room, the best score. All others end low. */
const upwards = ["most", "best"];

type CellFigureProps = {
  readonly cell: ComparisonCell;
  readonly kind: OptionKind;
  readonly onOpen: ((ref: FigureRef) => void) | undefined;
};

/** A figure of the comparison with its marks, and a bar where lengths say more. */
export function CellFigure({ cell, kind, onOpen }: CellFigureProps) {
  const { text, tone, strong, evidence, best, bar, note, opens } = cell;
  const figure = (
    <span
      className={clsx(
        strong && "font-title text-ink",
        tone && tones[tone],
        !text.includes(" ") && "whitespace-nowrap",
      )}
    >
      {text}
    </span>
  );
  return (
    <>
      {best && (
        <span className="mr-1.5 whitespace-nowrap font-label text-2xs text-good max-lg:mr-0 max-lg:block">
          <span aria-hidden>{upwards.includes(best) ? "\u25b2" : "\u25bc"} </span>
          {best}
        </span>
      )}
      {opens && onOpen ? (
        <button
          type="button"
          onClick={() => onOpen(opens)}
          className="min-h-6 rounded-sm hover:opens"
        >
          {figure}
        </button>
      ) : (
        figure
      )}
      {evidence && <EvidenceMark evidence={evidence} className="ml-1.5" />}
      {note && <span className="block text-2xs text-ink-3 leading-tight">{note}</span>}
      {bar !== undefined && (
        <span aria-hidden className="mt-1 flex h-1 bg-sunken">
          <span className={`h-1 rounded-[1px] ${fills[kind]}`} style={{ width: `${100 * bar}%` }} />
        </span>
      )}
    </>
  );
}
