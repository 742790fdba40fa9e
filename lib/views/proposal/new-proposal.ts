import { type ProposalContent, sectionKinds } from "@/lib/schemas/proposal";

/** Every section that Loadline writes, in its usual order. */
const usualSections = (): ProposalContent["sections"] =>
  sectionKinds
    .filter((kind) => kind !== "text")
    .map((kind) => ({ id: kind, kind, title: null, isShown: true, body: null }));

/** A proposal as it begins, with the sections of a template where one was chosen. */
export const newProposalContent = (
  planName: string,
  scenarioId: string | null = null,
  sections = usualSections(),
): ProposalContent => ({
  title: planName,
  audience: "",
  ...{ optionId: null, scenarioId, sections },
});
