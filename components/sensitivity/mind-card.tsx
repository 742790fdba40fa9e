"use client";

import Link from "next/link";
import { memo, useMemo } from "react";
import { EvidenceMark } from "@/components/ui/evidence-mark";
import type { WorkspaceState } from "@/components/workspace/workspace-store";
import { isUncertain, pricedInputs, thresholdSearch } from "@/lib/views/analysis-inputs";
import { type Mind, mindView } from "@/lib/views/what-would-change";
import { AnalysisWaits } from "./analysis-card";
import { type JobOf, useAnalysis } from "./use-analysis";

const waiting = "What would change our mind";

/** For the cheapest option, the nearest values of any input at which it no longer is. */
export const MindCard = memo(function MindCard({ state }: { readonly state: WorkspaceState }) {
  const { plan, projection, stored } = state;
  const [optionId, ...rivalIds] = projection.ranking;
  const rivals = rivalIds.join(" ");
  const job = useMemo((): JobOf<"thresholds"> | null => {
    if (optionId === undefined || rivals === "") return null;
    const searches = pricedInputs(plan).filter(isUncertain).map(thresholdSearch);
    return { kind: "thresholds", plan, searches, optionId, rivalIds: rivals.split(" ") };
  }, [plan, optionId, rivals]);
  const { analysis, failed } = useAnalysis(job);
  const view = useMemo(() => {
    if (!analysis) return null;
    const { plan: of, optionId: winnerId } = analysis.job;
    const inputs = new Map(pricedInputs(of).map((input) => [input.path, input]));
    const found = analysis.answer.flatMap((thresholds) => {
      const input = inputs.get(thresholds.path);
      return input ? [{ input, thresholds }] : [];
    });
    return mindView({ plan: of, planId: stored.id, winnerId }, found);
  }, [analysis, stored.id]);
  if (!job) return null;
  if (!view) return <AnalysisWaits title={waiting} failed={failed} height="h-40" />;
  return (
    <section aria-labelledby="mind" className="card min-w-0 px-4 py-4 md:px-5">
      <p className="text-ink-3 text-xs">{waiting}</p>
      <h2 id="mind" className="text-lg leading-[1.375rem]">
        {view.title}
      </h2>
      <p className="mt-0.5 text-ink-3 text-xs">{view.basis}</p>
      <ul aria-labelledby="mind" className="mt-2">
        {view.minds.map((mind) => (
          <MindItem key={mind.path} mind={mind} />
        ))}
      </ul>
      <p className="mt-2 text-ink-3 text-xs">{view.note}</p>
    </section>
  );
});

function MindItem({ mind }: { readonly mind: Mind }) {
  const { label, href, evidence, threshold, distance, sentence, inRange } = mind;
  return (
    <li className="grid gap-x-4 border-line border-t py-2 text-sm first:border-t-0 md:grid-cols-[minmax(0,1fr)_12.5rem_6rem_7rem]">
      <div className="min-w-0">
        <p>
          <Link href={href} className="font-label hover:text-accent">
            {label}
          </Link>{" "}
          <EvidenceMark evidence={evidence} />
        </p>
        <p className="text-ink-3 text-xs">{sentence}</p>
      </div>
      <p className="font-title md:text-right">{threshold}</p>
      <p className="text-ink-2 md:text-right">{distance}</p>
      <p className={inRange ? "text-warn" : "text-ink-3"}>
        {inRange ? "inside its range" : "outside its range"}
      </p>
    </li>
  );
}
