"use client";

import { clsx } from "clsx";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { instantText } from "@/lib/format";
import type { Clash } from "@/lib/schemas/merge";
import { isRecord } from "@/lib/schemas/walk";
import { type ChangedBy, changedByText } from "@/lib/views/answer-effect";

export type ConflictPanelProps = {
  readonly clashes: readonly Clash[];
  /** Names of what only the other person changed, taken over already. */
  readonly taken: readonly string[];
  /** Who saved the other values, where it is known. */
  readonly by: ChangedBy | null;
  readonly labelOf: (path: string) => string;
  readonly textOf: (path: string, value: unknown) => string;
  /** What the answer is with this value in this field; null where it cannot be computed. */
  readonly effectOf: (path: string, value: unknown) => string | null;
  readonly onResolve: (clash: Clash, choice: "mine" | "theirs") => void;
};

/** Both values side by side with what each does to the answer; nothing is lost before one is chosen. */
export function ConflictPanel(props: ConflictPanelProps) {
  const { clashes, taken, by, labelOf, textOf, effectOf, onResolve } = props;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollIntoView({ block: "center" });
  }, []);
  const [first, ...more] = clashes;
  const what = first && more.length === 0 ? labelOf(first.path) : "This row";
  return (
    <section
      ref={panel}
      aria-label="Changed while you were editing"
      className="mb-5 grid gap-3 rounded-lg border border-line-strong bg-raised p-4 shadow-2"
    >
      <div role="alert">
        <h3 className="text-base">{what} changed while you were editing</h3>
        <p className="mt-0.5 text-ink-2 text-sm">
          {clashes.length > 0 && <Saved by={by} many={clashes.length > 1} />}
          {taken.length > 0 && `Taken over: ${taken.map(labelOf).join(", ")}. `}
          {clashes.length > 0
            ? "Nothing is lost. Choose a value below, then save."
            : "Your entries are kept. Save again."}
        </p>
      </div>
      {clashes.map((clash, index) => {
        const { path, mine, theirs } = clash;
        return (
          <div key={path} className="grid gap-2">
            {clashes.length > 1 && <p className="font-label text-sm">{labelOf(path)}</p>}
            <div className="grid gap-2 sm:grid-cols-2">
              <ConflictValue
                title="Yours"
                mine
                value={textOf(path, mine)}
                effect={effectOf(path, mine)}
              />
              <ConflictValue
                title="Theirs"
                value={textOf(path, theirs)}
                effect={effectOf(path, theirs)}
              />
            </div>
            <div className="flex flex-wrap justify-end gap-2">
              <Button size="small" onClick={() => onResolve(clash, "theirs")}>
                Take theirs
              </Button>
              <Button
                size="small"
                variant={index === 0 ? "primary" : "secondary"}
                onClick={() => onResolve(clash, "mine")}
              >
                Keep mine
              </Button>
            </div>
          </div>
        );
      })}
    </section>
  );
}

function Saved({ by, many }: { readonly by: ChangedBy | null; readonly many: boolean }) {
  const who = changedByText(by);
  const what = many ? "other values" : "another value";
  return `${who} saved ${what}${by ? ` on ${instantText(by.at)}` : ""}. `;
}

/** One of two values, with what it does to the answer. */
export function ConflictValue(props: {
  readonly title: string;
  readonly value: string;
  readonly effect: string | null;
  readonly mine?: boolean;
}) {
  const { title, value, effect, mine } = props;
  return (
    <div
      className={clsx(
        "min-w-0 rounded-md bg-surface p-3",
        mine ? "border-2 border-accent" : "border border-control",
      )}
    >
      <p className="text-ink-3 text-xs">{title}</p>
      <p className="break-words font-title text-ink text-lg">{value}</p>
      {effect && <p className="mt-0.5 text-ink-2 text-xs">{effect}</p>}
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
