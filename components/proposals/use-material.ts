import { useMemo } from "react";
import { type JobOf, useAnalysis } from "@/components/sensitivity/use-analysis";
import type { OpenedProposal, ProposalContent } from "@/lib/schemas/proposal";
import { computedMaterial, type ProposalMaterial } from "@/lib/views/proposal/material";
import { formatsOf } from "@/lib/views/proposal/proposal-document";

export type DraftMaterial = {
  readonly material: ProposalMaterial;
  /** Whether what would change the answer is still being looked for. */
  readonly isComputing: boolean;
};

/** What a draft is made from, computed here; its analyses come later. Null where plan or scenario is gone. */
export function useMaterial(
  { plan, planId, quotes, house }: Pick<OpenedProposal, "plan" | "planId" | "quotes" | "house">,
  content: Pick<ProposalContent, "optionId" | "scenarioId" | "formats">,
): DraftMaterial | null {
  const { optionId, scenarioId } = content;
  const formats = formatsOf(content, house);
  const computed = useMemo(
    () => plan && computedMaterial({ plan, content: { optionId, scenarioId }, quotes }),
    [plan, optionId, scenarioId, quotes],
  );
  const job = useMemo((): JobOf<"proposal"> | null => {
    if (!computed) return null;
    const { results, proposedId } = computed;
    return { kind: "proposal", plan: results.plan, planId, proposedId, formats };
  }, [computed, planId, formats]);
  const { analysis } = useAnalysis(job);
  return useMemo(() => {
    if (!computed) return null;
    const isThis = analysis !== null && analysis.job === job;
    return {
      material: isThis ? { ...computed, ...analysis.answer } : computed,
      isComputing: !isThis,
    };
  }, [computed, analysis, job]);
}
