"use client";

import { EvidenceMark } from "@/components/ui/evidence-mark";
import { type FrontRecord, frontsFor } from "@/lib/catalog/throughput-fronts";
import { frontOffer } from "@/lib/views/front-offer";

/** Measured fronts of the catalog, those of the same model and accelerator where it has any. */
export function FrontList(props: {
  readonly model: string;
  readonly accelerator: string;
  readonly onTake: (record: FrontRecord) => void;
}) {
  const { onTake, ...wanted } = props;
  return (
    <section aria-label="Measured points">
      <p className="px-2 pb-1 font-label text-ink-3 text-xs">Measured points</p>
      <ul className="grid gap-0.5">
        {frontsFor(wanted).map((record) => {
          const { title, range, conditions, source } = frontOffer(record);
          return (
            <li key={record.id}>
              <button
                type="button"
                className="grid w-full grid-cols-[1fr_auto] items-baseline gap-x-3 gap-y-0.5 rounded-md px-2 py-1.5 text-left text-sm hover:bg-accent-soft"
                onClick={() => onTake(record)}
              >
                <span className="font-label">{title}</span>
                <span className="text-figure">{range}</span>
                <span className="col-span-2 text-ink-2 text-xs">{conditions}</span>
                <span className="col-span-2 flex items-baseline gap-1.5 text-ink-3 text-xs">
                  <EvidenceMark evidence={record.evidence} decorative />
                  {source}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
