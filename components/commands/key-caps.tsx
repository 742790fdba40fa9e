"use client";

import { clsx } from "clsx";
import { keyCaps } from "./shortcuts";

const isMac = () => typeof navigator !== "undefined" && /Mac|iP(hone|ad)/.test(navigator.platform);

/** The keys of a shortcut, one after another. */
export function KeyCaps({
  shortcut,
  className,
}: {
  readonly shortcut: string;
  readonly className?: string;
}) {
  return (
    <span className={clsx("flex shrink-0 gap-1", className)}>
      {keyCaps(shortcut, isMac()).map((key, index) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: the keys of one shortcut never move
          key={index}
          className="grid min-w-5 place-items-center rounded-sm border border-line-strong bg-surface px-1 font-label text-2xs text-ink-2"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
