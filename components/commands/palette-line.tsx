"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import type { ReactNode } from "react";
import { KeyCaps } from "./key-caps";
import type { TextRange } from "./match";
import type { FoundEntry } from "./palette-entries";

/** One line of the palette, with what was typed in bold. */
export function PaletteLine(props: { readonly entry: FoundEntry; readonly onChoose: () => void }) {
  const { entry, onChoose } = props;
  return (
    <Autocomplete.Item
      value={entry}
      onClick={onChoose}
      className="flex min-h-8 cursor-default items-center gap-3 rounded-md px-2.5 py-1 text-ink-2 text-sm outline-none select-none data-highlighted:bg-accent-soft data-highlighted:text-ink pointer-coarse:min-h-11 forced-colors:data-highlighted:outline-2"
    >
      <span className="min-w-0 flex-1 truncate">
        {marked(entry.label, entry.ranges)}
        {entry.detail && <span className="text-ink-3"> · {entry.detail}</span>}
      </span>
      {entry.shortcut && <KeyCaps shortcut={entry.shortcut} className="max-sm:hidden" />}
    </Autocomplete.Item>
  );
}

function marked(label: string, ranges: readonly TextRange[]): ReactNode {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const [from, to] of ranges) {
    parts.push(
      label.slice(done, from),
      <mark key={from} className="bg-transparent font-title text-ink">
        {label.slice(from, to)}
      </mark>,
    );
    done = to;
  }
  return [...parts, label.slice(done)];
}
