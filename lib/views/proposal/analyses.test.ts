import { expect, it } from "vitest";
import type { SectionKind } from "@/lib/schemas/proposal";
import { examplePlan, resultsOf } from "../testing/example";
import { proposalAnalyses } from "./analyses";
import { newProposalContent } from "./new-proposal";

const results = resultsOf({ ...examplePlan("claims-assistant"), horizonMonths: 12 });
const [proposedId = null] = results.projection.ranking;

function analysed(...hidden: readonly SectionKind[]) {
  const sections = newProposalContent("Plan").sections.map((one) => ({
    ...one,
    isShown: !hidden.includes(one.kind),
  }));
  const steps = proposalAnalyses({ results, planId: "plan", proposedId, sections });
  for (let count = 0; ; count += 1) {
    const { done, value } = steps.next();
    if (done) return { count, minds: value.minds !== null, tornado: value.tornado !== null };
  }
}

it("looks only for what a section shows", () => {
  expect(analysed("summary", "sensitivity")).toEqual({ count: 0, minds: false, tornado: false });
  expect(analysed("sensitivity")).toMatchObject({ minds: true, tornado: false });
  expect(analysed("summary")).toMatchObject({ minds: true, tornado: true });
});
