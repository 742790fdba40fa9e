"use client";

import { memo, useMemo } from "react";
import type { WorkspaceState } from "@/components/workspace/workspace-store";
import { walkAwayPrice } from "@/lib/engine";
import { thresholdSearch } from "@/lib/views/analysis-inputs";
import { namedInputs, thresholdsView } from "@/lib/views/named-thresholds";
import { AnalysisCard, AnalysisWaits } from "./analysis-card";
import { PairSelect } from "./pair-select";
import { type JobOf, useAnalysis } from "./use-analysis";
import { usePair } from "./use-pair";

/** At which value of each named input the cheaper of two options changes. */
export const ThresholdsCard = memo(function ThresholdsCard({
  state,
}: {
  readonly state: WorkspaceState;
}) {
  const { plan } = state;
  const { optionId, againstId } = usePair(state);
  const job = useMemo((): JobOf<"thresholds"> | null => {
    if (optionId === undefined || againstId === null) return null;
    const searches = namedInputs(plan, [optionId, againstId]).map(thresholdSearch);
    return { kind: "thresholds", plan, searches, optionId, rivalIds: [againstId] };
  }, [plan, optionId, againstId]);
  const { analysis, failed } = useAnalysis(job);
  const view = useMemo(() => {
    if (!analysis) return null;
    const { plan: of, optionId: option, rivalIds } = analysis.job;
    const [rival = ""] = rivalIds;
    const inputs = new Map(namedInputs(of, [option, rival]).map((input) => [input.path, input]));
    const found = analysis.answer.flatMap((thresholds) => {
      const input = inputs.get(thresholds.path);
      return input ? [{ input, thresholds }] : [];
    });
    const bought = [option, rival].find((id) =>
      of.options.some((row) => row.id === id && row.kind === "on-premises"),
    );
    const other = bought === option ? rival : option;
    const walkAway = bought === undefined ? null : walkAwayPrice(of, bought, other);
    return thresholdsView({ plan: of, optionId: option, againstId: rival }, found, walkAway);
  }, [analysis]);
  if (!job) return null;
  if (!view)
    return <AnalysisWaits title="Where the cheaper option changes" failed={failed} height="h-72" />;
  return (
    <AnalysisCard
      id={view.id}
      planName={plan.name}
      title={view.title}
      basis={view.basis}
      note={view.note}
      table={view.table}
      controls={<PairSelect state={state} />}
    />
  );
});
