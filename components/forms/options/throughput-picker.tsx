"use client";

import dynamic from "next/dynamic";
import { Button } from "@/components/ui/button";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import { Popover } from "@/components/ui/popover";
import type { CatalogEntry } from "@/lib/catalog/entries";
import type { FrontRecord } from "@/lib/catalog/throughput-fronts";
import { quantity } from "@/lib/format";
import { shortSource } from "../figure-words";

// The measured points are many: they come when somebody asks.
const FrontList = dynamic(() => import("./front-list").then((module) => module.FrontList), {
  ssr: false,
});

/** Measured fronts and single rates to choose from, each with what it was measured under. */
export function ThroughputPicker(props: {
  readonly entries: readonly CatalogEntry[];
  readonly model: string;
  readonly accelerator: string;
  readonly onTake: (entryId: string) => void;
  readonly onTakeFront: (record: FrontRecord) => void;
}) {
  const { entries, model, accelerator, onTake, onTakeFront } = props;
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
        <div className="-mx-2 grid max-h-96 gap-3 overflow-y-auto">
          <FrontList
            model={model}
            accelerator={accelerator}
            onTake={(record) => {
              onTakeFront(record);
              close();
            }}
          />
          <EntryList
            entries={entries}
            onTake={(entryId) => {
              onTake(entryId);
              close();
            }}
          />
        </div>
      )}
    </Popover>
  );
}

function EntryList(props: {
  readonly entries: readonly CatalogEntry[];
  readonly onTake: (entryId: string) => void;
}) {
  const { entries, onTake } = props;
  if (entries.length === 0) return null;
  return (
    <section aria-label="Single rates">
      <p className="px-2 pb-1 font-label text-ink-3 text-xs">Single rates</p>
      <ul className="grid gap-0.5">
        {entries.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className="grid w-full grid-cols-[1fr_auto] items-baseline gap-x-3 gap-y-0.5 rounded-md px-2 py-1.5 text-left text-sm hover:bg-accent-soft"
              onClick={() => onTake(entry.id)}
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
    </section>
  );
}
