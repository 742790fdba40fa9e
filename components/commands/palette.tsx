"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search, X } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { listPlansAction } from "@/app/(product)/(app)/plans/actions";
import { IconButton } from "@/components/ui/icon-button";
import { counted } from "@/lib/format";
import type { PlanSummary } from "@/lib/schemas/stored-plan";
import { commandPlace } from "./command-place";
import { handlerOf, openPlan } from "./command-store";
import {
  type Entry,
  type EntryGroup,
  entriesOf,
  type FoundEntry,
  findEntries,
  scenarioPrefix,
} from "./palette-entries";
import { PaletteLine } from "./palette-line";
import { recentIds, rememberId } from "./recent";
import type { TypedEarly } from "./typed-early";

export type PaletteProps = {
  readonly typed: TypedEarly;
  readonly onClose: () => void;
  readonly onGo: (href: string) => void;
};

/** One field that finds plans, rows, inputs and everything that can be done. */
export function Palette({ typed, onClose, onGo }: PaletteProps) {
  const [open, setOpen] = useState(true);
  const chosen = useRef<Entry | null>(null);
  const [query, setQuery] = useState(typed.current ?? "");
  useEffect(() => {
    typed.current = null;
  }, [typed]);
  const entries = useEntries();
  const [recent] = useState(recentIds);
  const groups = useMemo(() => findEntries(entries, query, recent), [entries, query, recent]);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);

  const choose = (entry: Entry) => {
    rememberId(entry.id);
    chosen.current = entry;
    setOpen(false);
  };
  // Once it is closed: what it opens takes the focus, and nothing of the palette gives it back.
  const finish = (now: boolean) => {
    if (now) return;
    onClose();
    const entry = chosen.current;
    if (entry) run(entry, onGo);
  };

  return (
    <Dialog.Root open={open} onOpenChange={setOpen} onOpenChangeComplete={finish}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop fixed inset-0 z-60" />
        <Dialog.Popup
          aria-label="Find anything"
          className="fixed top-[8vh] left-1/2 z-60 flex max-h-[min(34rem,80dvh)] w-[calc(100vw-1.5rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-2 outline-none dark:border-transparent"
        >
          <Autocomplete.Root
            open
            inline
            items={groups as EntryGroup[]}
            filter={null}
            value={query}
            onValueChange={setQuery}
            itemToStringValue={(entry: FoundEntry) => entry.label}
            autoHighlight="always"
            keepHighlight
          >
            <div className="flex items-center gap-2.5 border-line border-b py-1.5 pr-1.5 pl-4">
              <Search aria-hidden size={16} className="shrink-0 text-ink-3" />
              <Autocomplete.Input
                aria-label="Find anything"
                placeholder="Go to a plan, a row or an input, or do something"
                className="h-9 min-w-0 flex-1 bg-transparent outline-none placeholder:text-ink-3 pointer-coarse:h-11 pointer-coarse:text-base"
              />
              <Dialog.Close
                render={<IconButton label="Close" icon={<X aria-hidden size={16} />} />}
              />
            </div>
            <p role="status" className="sr-only">
              {counted(count, "result")}
            </p>
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 py-2">
              <Autocomplete.Empty>
                <div className="px-3 py-8 text-center text-ink-2 text-sm empty:hidden">
                  Nothing is called “{query}”. Try a plan’s name, an input, or what you want to do.
                </div>
              </Autocomplete.Empty>
              <Autocomplete.List className="outline-none">
                {(group: EntryGroup) => (
                  <Autocomplete.Group key={group.value} items={group.items as FoundEntry[]}>
                    <Autocomplete.GroupLabel className="px-2.5 pt-2 pb-1 font-label text-2xs text-ink-3">
                      {group.value}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(entry: FoundEntry) => (
                        <PaletteLine key={entry.id} entry={entry} onChoose={() => choose(entry)} />
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </div>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function useEntries(): readonly Entry[] {
  const [plans, setPlans] = useState<readonly PlanSummary[]>([]);
  useEffect(() => {
    let here = true;
    // Without a connection the palette still has the open plan and every command.
    listPlansAction({}).then(
      (outcome) => here && outcome.ok && setPlans(outcome.data),
      () => {},
    );
    return () => {
      here = false;
    };
  }, []);
  return useMemo(() => entriesOf(commandPlace(), openPlan(), plans), [plans]);
}

function run(entry: Entry, go: (href: string) => void) {
  if (entry.href) go(entry.href);
  else if (entry.id.startsWith(scenarioPrefix)) {
    handlerOf(scenarioPrefix)?.(entry.id.slice(scenarioPrefix.length));
  } else handlerOf(entry.id)?.();
}
