"use client";

import { ArrowLeft } from "lucide-react";
import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { openedFigure } from "@/lib/views/opened-figure";
import type { FigureRef } from "@/lib/views/types";
import { FigureInputs } from "./figure-inputs";
import { FigureLines } from "./figure-lines";
import { useWorkspaceValue } from "./workspace-context";

/** A figure opened: the division, its lines, and each line's inputs down to source and date. */
export function FigureSheet({
  figure,
  onOpen,
}: {
  readonly figure: FigureRef;
  readonly onOpen: (ref: FigureRef | null) => void;
}) {
  const state = useWorkspaceValue((workspace) => workspace);
  const { explanation, line } = useMemo(
    () => openedFigure(state, { figure, planId: state.stored.id, basePlan: state.stored.plan }),
    [state, figure],
  );
  const { lineId, ...whole } = figure;
  return (
    <Sheet
      side="right"
      open
      onOpenChange={(open) => {
        if (!open) onOpen(null);
      }}
      title={line?.title ?? explanation?.title ?? "Not available"}
      description={line ? explanation?.subject : explanation?.subject}
      {...(line && {
        footer: (
          <Button
            variant="quiet"
            icon={<ArrowLeft aria-hidden size={14} />}
            onClick={() => onOpen(whole)}
          >
            All lines
          </Button>
        ),
      })}
    >
      {line ? (
        <FigureInputs explanation={line} />
      ) : explanation ? (
        <FigureLines explanation={explanation} onOpen={onOpen} />
      ) : (
        <p className="text-ink-2">
          This figure is not there with the inputs as they are: its option is not complete.
        </p>
      )}
    </Sheet>
  );
}
