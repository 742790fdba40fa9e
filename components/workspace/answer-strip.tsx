"use client";

import { useMemo } from "react";
import { answerOf } from "@/lib/views/answer";
import { emptyReason } from "@/lib/views/empty";
import { FigureValue } from "./figure-value";
import { useOpenFigure } from "./use-open-figure";
import { useWorkspaceValue } from "./workspace-context";

/** One sentence and four figures, on every tab of a plan: change an input anywhere and they move. */
export function AnswerStrip({ pinned = false }: { readonly pinned?: boolean }) {
  const state = useWorkspaceValue((workspace) => workspace);
  const open = useOpenFigure();
  const answer = useMemo(() => answerOf(state), [state]);
  return (
    <section
      aria-label="Answer"
      className={
        pinned
          ? "sticky -top-4 z-10 -mx-5 -mt-4 border-line border-b bg-raised px-5 py-3"
          : "z-20 contain-layout border-line border-b bg-surface px-4 py-3 md:px-7 panel:sticky panel:top-0"
      }
    >
      <div className="mx-auto flex max-w-[1680px] flex-col gap-x-7 gap-y-3 panel:flex-row panel:items-center">
        <p className="min-w-0 flex-1 text-base text-ink-2">
          {answer ? (
            <>
              <strong className="font-title text-ink">{answer.headline}</strong> {answer.detail}
            </>
          ) : (
            emptyReason(state)
          )}
        </p>
        {answer && (
          <dl className="grid grid-cols-2 items-end gap-x-6 gap-y-2 sm:grid-cols-4 panel:flex panel:gap-7">
            {answer.figures.map((figure) => (
              <FigureValue key={figure.id} figure={figure} onOpen={open} />
            ))}
          </dl>
        )}
      </div>
    </section>
  );
}
