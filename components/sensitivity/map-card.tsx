"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { memo, useMemo } from "react";
import { Select } from "@/components/ui/select";
import type { WorkspaceState } from "@/components/workspace/workspace-store";
import { axisInputs, axisView, chosenAxes } from "@/lib/views/map-axis";
import { mapView } from "@/lib/views/winner-map";
import { AnalysisCard, AnalysisWaits } from "./analysis-card";
import { MapDrawing } from "./map-drawing";
import { type JobOf, useAnalysis } from "./use-analysis";

const parsers = { x: parseAsString, y: parseAsString };

/** Which option costs least at each pair of two inputs' values. */
export const MapCard = memo(function MapCard({ state }: { readonly state: WorkspaceState }) {
  const { plan } = state;
  const [asked, ask] = useQueryStates(parsers);
  const inputs = useMemo(() => axisInputs(plan), [plan]);
  const axes = useMemo(() => chosenAxes(inputs, asked), [inputs, asked]);
  const job = useMemo((): JobOf<"map"> | null => {
    if (!axes) return null;
    const [x, y] = axes.map((input) => axisView(plan, input));
    if (!x || !y) return null;
    const plain = ({ path, values }: typeof x) => ({ path, values });
    return { kind: "map", plan, x: plain(x), y: plain(y) };
  }, [plan, axes]);
  const { analysis, failed } = useAnalysis(job);
  const shown = useMemo(() => {
    if (!analysis) return null;
    const { plan: of, x, y } = analysis.job;
    const chosen = chosenAxes(axisInputs(of), { x: x.path, y: y.path });
    if (!chosen) return null;
    const views = [axisView(of, chosen[0]), axisView(of, chosen[1])] as const;
    return {
      axes: views,
      map: mapView({ plan: of, inputs: chosen, axes: views }, analysis.answer),
    };
  }, [analysis]);
  if (!axes) return null;
  if (!shown) return <AnalysisWaits title="Who wins where" failed={failed} height="h-96" />;
  const { map } = shown;
  const choices = inputs.map(({ path, label }) => ({ value: path, label }));
  const others = (path: string) => choices.filter(({ value }) => value !== path);
  return (
    <AnalysisCard
      id={map.id}
      planName={plan.name}
      title={map.title}
      basis={map.basis}
      note={map.note}
      table={map.table}
      controls={
        <>
          <Select
            aria-label="Across"
            small
            className="max-w-64"
            value={axes[0].path}
            onValueChange={(x) => void ask({ x })}
            options={others(axes[1].path)}
          />
          <Select
            aria-label="Up"
            small
            className="max-w-64"
            value={axes[1].path}
            onValueChange={(y) => void ask({ y })}
            options={others(axes[0].path)}
          />
        </>
      }
    >
      <MapDrawing view={map} axes={shown.axes} />
    </AnalysisCard>
  );
});
