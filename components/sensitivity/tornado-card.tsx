"use client";

import { memo, useMemo } from "react";
import type { WorkspaceState } from "@/components/workspace/workspace-store";
import { analysisInputs } from "@/lib/views/analysis-inputs";
import { tornadoHint, tornadoView } from "@/lib/views/tornado";
import { AnalysisCard, AnalysisWaits } from "./analysis-card";
import { PairSelect } from "./pair-select";
import { TornadoChart } from "./tornado-chart";
import { type JobOf, useAnalysis } from "./use-analysis";
import { usePair } from "./use-pair";

/** Each input at both ends of its range, and how far that moves the answer. */
export const TornadoCard = memo(function TornadoCard({
  state,
}: {
  readonly state: WorkspaceState;
}) {
  const { plan, stored } = state;
  const { optionId, againstId, alone } = usePair(state);
  const against = alone ? null : againstId;
  const inputs = useMemo(() => analysisInputs(plan), [plan]);
  const job = useMemo((): JobOf<"swings"> | null => {
    if (optionId === undefined) return null;
    const ranged = inputs.map(({ path, low, high }) => ({ path, low, high }));
    return { kind: "swings", plan, inputs: ranged, subject: { optionId, againstId: against } };
  }, [plan, inputs, optionId, against]);
  const { analysis, failed } = useAnalysis(job);
  const view = useMemo(() => {
    if (!analysis) return null;
    const { subject, plan: of } = analysis.job;
    return tornadoView(
      {
        plan: of,
        planId: stored.id,
        inputs: analysisInputs(of),
        ...subject,
        baseName: of === stored.plan ? "Base" : "On screen",
      },
      analysis.answer,
    );
  }, [analysis, stored]);
  if (!view) {
    return <AnalysisWaits title="What moves the answer" failed={failed} height="h-96" />;
  }
  return (
    <AnalysisCard
      id={view.id}
      planName={plan.name}
      title={view.title}
      basis={view.basis}
      note={`${view.note} ${tornadoHint}`}
      table={view.table}
      controls={<PairSelect state={state} mayBeAlone />}
    >
      <TornadoChart view={view} />
    </AnalysisCard>
  );
});
