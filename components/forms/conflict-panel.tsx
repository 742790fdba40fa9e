"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { isRecord } from "@/lib/schemas/walk";
import type { Clash } from "./merge-rows";

export type ConflictPanelProps = {
  readonly clashes: readonly Clash[];
  /** Names of what only the other person changed, taken over already. */
  readonly taken: readonly string[];
  readonly labelOf: (path: string) => string;
  readonly textOf: (path: string, value: unknown) => string;
  readonly onResolve: (clash: Clash, choice: "mine" | "theirs") => void;
};

/** Both values side by side; nothing is lost before one is chosen. */
export function ConflictPanel(props: ConflictPanelProps) {
  const { clashes, taken, labelOf, textOf, onResolve } = props;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <section
      ref={panel}
      aria-label="Changed while you were editing"
      className="mb-5 grid gap-3 rounded-lg border border-line-strong bg-sunken p-4"
    >
      <div role="alert">
        <h3 className="text-base">This row changed while you were editing</h3>
        <p className="mt-0.5 text-ink-2 text-sm">
          Nothing is lost. {taken.length > 0 && `Taken over: ${taken.map(labelOf).join(", ")}. `}
          {clashes.length > 0
            ? "Choose a value below, then save."
            : "Your entries are kept. Save again."}
        </p>
      </div>
      {clashes.map((clash) => (
        <div key={clash.path} className="grid gap-2">
          <p className="font-label text-sm">{labelOf(clash.path)}</p>
          <div className="grid gap-2 sm:grid-cols-2">
            <Choice
              title="Yours"
              value={textOf(clash.path, clash.mine)}
              action="Keep mine"
              onChoose={() => onResolve(clash, "mine")}
            />
            <Choice
              title="Theirs"
              value={textOf(clash.path, clash.theirs)}
              action="Take theirs"
              onChoose={() => onResolve(clash, "theirs")}
            />
          </div>
        </div>
      ))}
    </section>
  );
}

function Choice(props: {
  readonly title: string;
  readonly value: string;
  readonly action: string;
  readonly onChoose: () => void;
}) {
  return (
    <div className="flex items-end gap-3 rounded-md border border-line bg-surface p-3">
      <div className="min-w-0 flex-1">
        <p className="text-ink-3 text-xs">{props.title}</p>
        <p className="truncate font-title text-base">{props.value}</p>
      </div>
      <Button size="small" onClick={props.onChoose}>
        {props.action}
      </Button>
    </div>
  );
}

/** A short word for a value that is no figure. */
export function plainText(value: unknown): string {
  if (value === undefined || value === null || value === "") return "nothing";
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return `${value.length} rows`;
  return isRecord(value) && typeof value.kind === "string" ? value.kind : "another choice";
}
