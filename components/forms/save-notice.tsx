"use client";

import { TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { SaveState } from "./use-save";

/** What became of a save, where it did not simply work. */
export function SaveNotice({
  state,
  onRetry,
}: {
  readonly state: SaveState;
  readonly onRetry: () => void;
}) {
  if (state.kind === "refused") {
    return (
      <p role="alert" className="flex min-w-0 flex-1 gap-1.5 text-bad text-sm">
        <Sign />
        {state.refusal.message}
      </p>
    );
  }
  if (state.kind !== "waiting") return null;
  const said = `Not saved: ${state.reason}. Kept here, trying again`;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-3 text-bad text-sm">
      <p className="flex gap-1.5">
        <Sign />
        <span aria-hidden>
          {said} in {state.seconds} s.
        </span>
        <span role="alert" className="sr-only">
          {said} soon.
        </span>
      </p>
      <Button size="small" onClick={onRetry}>
        Now
      </Button>
    </div>
  );
}

function Sign() {
  return <TriangleAlert aria-hidden size={16} className="mt-px shrink-0" />;
}
