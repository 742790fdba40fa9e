"use client";

import { EvidenceMark } from "@/components/ui/evidence-mark";
import { Pill } from "@/components/ui/pill";
import { Popover } from "@/components/ui/popover";
import type { Unit } from "@/lib/schemas/figure";
import type { Candidate } from "./candidates";
import { shortSource, shortValue } from "./figure-words";

export type CatalogOfferProps = {
  readonly candidates: readonly Candidate[];
  readonly unit: Unit;
  readonly currency: string;
  readonly onTake: (candidate: Candidate) => void;
  /** Names the field, for those who hear the button alone. */
  readonly label: string;
};

const linkClass = "link min-h-6 text-left pointer-coarse:min-h-11";

/** The catalog's figure one click away; a list to choose from where there are several. */
export function CatalogOffer({ candidates, unit, currency, onTake, label }: CatalogOfferProps) {
  const [first] = candidates;
  if (!first) return null;
  if (candidates.length > 1) return <Picker {...{ candidates, unit, currency, onTake, label }} />;
  return (
    <button type="button" className={linkClass} onClick={() => onTake(first)}>
      Use {first.isOwn ? "own catalog entry" : "catalog"}:{" "}
      {shortValue(first.figure.value, unit, currency)} ({shortSource(first.figure)})
    </button>
  );
}

function Picker({ candidates, unit, currency, onTake, label }: CatalogOfferProps) {
  return (
    <Popover
      title={`${label}: catalog`}
      className="w-96"
      trigger={(props) => (
        <button type="button" className={linkClass} {...props}>
          Use catalog: {candidates.length} figures
        </button>
      )}
    >
      {(close) => (
        <ul className="-mx-2 grid gap-0.5">
          {candidates.map((candidate) => (
            <li key={candidate.id}>
              <button
                type="button"
                className="grid w-full grid-cols-[1fr_auto] items-baseline gap-x-3 rounded-md px-2 py-1.5 text-left text-sm hover:bg-accent-soft"
                onClick={() => {
                  onTake(candidate);
                  close();
                }}
              >
                <span className="font-label">{candidate.label}</span>
                <span className="text-figure">
                  {shortValue(candidate.figure.value, unit, currency)}
                </span>
                <span className="col-span-2 flex items-baseline gap-1.5 text-ink-3 text-xs">
                  <EvidenceMark evidence={candidate.figure.evidence} decorative />
                  {candidate.isOwn && <Pill tone="accent">own</Pill>}
                  {shortSource(candidate.figure)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
