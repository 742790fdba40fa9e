"use client";

import { clsx } from "clsx";
import { memo, useMemo } from "react";
import type { WorkspaceState } from "@/components/workspace/workspace-store";
import { analysisInputs } from "@/lib/views/analysis-inputs";
import { type EndsView, endsView } from "@/lib/views/cost-ends";
import { AnalysisCard, AnalysisWaits } from "./analysis-card";
import { hueOf } from "./hues";
import { type JobOf, useAnalysis } from "./use-analysis";

/** Scenarios beside the low and the high cost end of every option. */
export const EndsCard = memo(function EndsCard({ state }: { readonly state: WorkspaceState }) {
  const { plan, stored } = state;
  const job = useMemo((): JobOf<"ends"> => {
    const inputs = rangedInputs(plan).map(({ path, low, high }) => ({ path, low, high }));
    return { kind: "ends", plan, inputs, optionIds: plan.options.map(({ id }) => id) };
  }, [plan]);
  const { analysis, failed } = useAnalysis(job);
  const view = useMemo(
    () =>
      analysis &&
      endsView(
        { plan: analysis.job.plan, stored: stored.plan, inputs: rangedInputs(analysis.job.plan) },
        analysis.answer,
      ),
    [analysis, stored.plan],
  );
  if (!view) return <AnalysisWaits title="Low, base and high" failed={failed} height="h-40" />;
  return (
    <AnalysisCard
      id={view.id}
      planName={plan.name}
      title={view.title}
      basis={view.basis}
      note={view.note}
      table={view.table}
    >
      <Ranges view={view} />
    </AnalysisCard>
  );
});

const rangedInputs = (plan: WorkspaceState["plan"]) =>
  analysisInputs(plan).filter(({ assumedRange }) => assumedRange === null);

const percentOf = (share: number) => `${100 * share}%`;

function Ranges({ view: { rows } }: { readonly view: EndsView }) {
  const most = Math.max(...rows.flatMap(({ base, high }) => [base, high ?? base]), 0) || 1;
  return (
    <ul className="grid gap-1">
      {rows.map(({ optionId, name, style, base, low, high, text }) => (
        <li
          key={optionId}
          className="grid gap-x-4 border-line border-t py-2 first:border-t-0 md:grid-cols-[11rem_minmax(0,1fr)_15rem]"
        >
          <p className={clsx("truncate font-title text-sm", hueOf(style).text)}>{name}</p>
          <div aria-hidden className="relative h-6">
            <span className="absolute inset-x-0 top-3 h-px bg-line" />
            <span
              className={clsx(
                "absolute top-1.5 h-3 opacity-40 forced-colors:bg-[CanvasText]",
                hueOf(style).bar,
              )}
              style={{
                left: percentOf((low ?? base) / most),
                width: percentOf(((high ?? base) - (low ?? base)) / most),
              }}
            />
            <span
              className={clsx("absolute top-0.5 h-5 w-0.5", hueOf(style).bar)}
              style={{ left: percentOf(base / most) }}
            />
          </div>
          <p className="text-ink-2 text-xs md:text-right">
            low {text.low}, <strong className="font-title text-ink">now {text.base}</strong>, high{" "}
            {text.high}
          </p>
        </li>
      ))}
    </ul>
  );
}
