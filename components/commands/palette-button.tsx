"use client";

import { clsx } from "clsx";
import { Search } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { handlerOf } from "./command-store";

const open = () => handlerOf("palette")?.();
const load = () => void import("./palette");

/** Opens the palette; its code is fetched when the button is approached. */
export function PaletteButton({ compact }: { readonly compact: boolean }) {
  if (!compact) {
    return (
      <IconButton
        label="Find anything"
        icon={<Search aria-hidden size={18} />}
        aria-haspopup="dialog"
        onClick={open}
        className="ml-auto size-11"
      />
    );
  }
  return (
    <button
      type="button"
      title="Find anything"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={open}
      onPointerEnter={load}
      className="mb-2 flex min-h-8 items-center gap-[9px] rounded-md px-2 py-1 text-ink-2 text-sm transition-colors duration-80 hover:bg-surface hover:text-ink pointer-coarse:min-h-11"
    >
      <Search aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-ink-3" />
      <span className="font-label max-wide:sr-only">Find anything</span>
      <kbd className={clsx(keyClass, "ml-auto max-wide:hidden")}>Ctrl K</kbd>
    </button>
  );
}

export const keyClass =
  "rounded-sm border border-line-strong bg-surface px-1.5 py-px font-label text-2xs text-ink-3";
