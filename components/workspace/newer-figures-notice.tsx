"use client";

import { RefreshCw } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { NewerFigure } from "@/lib/catalog/newer-figures";
import { newerCountText } from "@/lib/views/newer-words";

const NewerFiguresDialog = dynamic(
  () => import("./newer-figures-dialog").then((module) => module.NewerFiguresDialog),
  { ssr: false },
);

/** One line where the catalog says otherwise by now than the plan took; nothing where it does not. */
export function NewerFiguresNotice({ newer }: { readonly newer: readonly NewerFigure[] }) {
  const [open, setOpen] = useState(false);
  if (newer.length === 0) return null;
  return (
    <div className="border-line border-b bg-accent-soft px-4 py-2 md:px-7">
      <div className="mx-auto flex max-w-[1680px] flex-wrap items-center gap-x-3 gap-y-1">
        <RefreshCw aria-hidden size={14} className="text-accent" />
        <p className="mr-auto text-sm">{newerCountText(newer.length)}</p>
        <Button size="small" onClick={() => setOpen(true)}>
          See what would change
        </Button>
      </div>
      {open && <NewerFiguresDialog newer={newer} onClose={() => setOpen(false)} />}
    </div>
  );
}
