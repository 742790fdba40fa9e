import { type ProposalContent, sectionKinds } from "@/lib/schemas/proposal";

/** A proposal as it begins: every section that Loadline writes, in its usual order. */
export const newProposalContent = (
  planName: string,
  scenarioId: string | null = null,
): ProposalContent => ({
  title: planName,
  audience: "",
  ...{ optionId: null, scenarioId },
  sections: sectionKinds
    .filter((kind) => kind !== "text")
    .map((kind) => ({ id: kind, kind, title: null, isShown: true, body: null })),
});
