"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Pill } from "@/components/ui/pill";
import type { AwardLine } from "@/lib/views/comparison/award-words";
import type { newerThanAward } from "@/lib/views/quote-award";
import { AwardNewer } from "./award-newer";
import { UndoAwardDialog } from "./undo-award-dialog";

type AwardCardProps = {
  readonly planId: string;
  readonly lines: readonly AwardLine[];
  /** Whether the first of them holds. */
  readonly holds: boolean;
  /** Offers that have a newer revision than was awarded. */
  readonly newer: ReturnType<typeof newerThanAward>;
  readonly canAward: boolean;
};

/** What was awarded, by whom and why, with what was taken back. */
export function AwardCard({ planId, lines, holds, newer, canAward }: AwardCardProps) {
  // The award that was on screen when the dialog opened, also where another one came since.
  const [undoing, setUndoing] = useState<string | null>(null);
  const [newest] = lines;
  if (!newest) return null;
  return (
    <section aria-labelledby="award" className="card grid gap-2 px-4 py-4 md:px-5">
      <header className="flex flex-wrap items-center gap-3">
        <h2 id="award" className="mr-auto text-lg">
          Award
        </h2>
        {holds && canAward && <Button onClick={() => setUndoing(newest.id)}>Take it back</Button>}
      </header>
      <AwardNewer newer={newer} />
      <ul className="grid gap-2">
        {lines.map(({ id, text, detail }, index) => (
          <li key={id} className="text-sm">
            <p className="flex flex-wrap items-baseline gap-2">
              {index === 0 && holds ? <Pill tone="good">awarded</Pill> : <Pill>taken back</Pill>}
              <span className="min-w-0">{text}</span>
            </p>
            <p className="text-ink-3 text-xs">{detail}</p>
          </li>
        ))}
      </ul>
      {undoing && (
        <UndoAwardDialog planId={planId} awardId={undoing} onClose={() => setUndoing(null)} />
      )}
    </section>
  );
}
