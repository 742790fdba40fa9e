"use client";

import { Button } from "@/components/ui/button";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { Popover } from "@/components/ui/popover";
import type { CatalogEntry } from "@/lib/catalog/entries";
import { quantity } from "@/lib/format";
import { shortSource } from "../figure-words";

/** Measured rates to choose from, each with what it was measured under. */
export function ThroughputPicker(props: {
  readonly entries: readonly CatalogEntry[];
  readonly onTake: (entryId: string) => void;
}) {
  const { entries, onTake } = props;
  if (entries.length === 0) return null;
  return (
    <Popover
      title="Throughput of the catalog"
      align="end"
      className="w-[26rem]"
      trigger={(trigger) => (
        <Button size="small" {...trigger}>
          From the catalog
        </Button>
      )}
    >
      {(close) => (
        <ul className="-mx-2 grid gap-0.5">
          {entries.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                className="grid w-full grid-cols-[1fr_auto] items-baseline gap-x-3 gap-y-0.5 rounded-md px-2 py-1.5 text-left text-sm hover:bg-accent-soft"
                onClick={() => {
                  onTake(entry.id);
                  close();
                }}
              >
                <span className="font-label">{entry.label}</span>
                <span className="text-figure">{quantity(entry.figure.value ?? 0)} tok/s</span>
                {entry.subject.conditions && (
                  <span className="col-span-2 text-ink-2 text-xs">{entry.subject.conditions}</span>
                )}
                <span className="col-span-2 flex items-baseline gap-1.5 text-ink-3 text-xs">
                  <EvidenceMark evidence={entry.figure.evidence} decorative />
                  {shortSource(entry.figure)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
