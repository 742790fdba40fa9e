import { plainHouse } from "@/lib/schemas/house-style";
import type { Plan } from "@/lib/schemas/plan";
import type { Proposal } from "@/lib/schemas/proposal";
import { newProposalContent } from "@/lib/views/proposal/new-proposal";
import { examplePlan } from "@/lib/views/testing/example";
import type { ProposalSource } from "../proposal-files";
import { computeDraft } from "../proposal-issue";

/** What a spreadsheet might run, and what a file of XML might break at. */
export const hostileTexts = [
  "=1+1",
  "+cmd|' /C calc'!A0",
  "@SUM(1)",
  "\t=1",
  "-2+3",
  '=HYPERLINK("http://example.org","x")',
  '</a:t><script>"&amp;\u0000\u0008\ufffe',
] as const;

/** An example whose every name is hostile, as the draft of a proposal. */
export function hostileSource(): ProposalSource {
  const plan = examplePlan("claims-assistant");
  const [first, second, third, fourth, fifth, link, markup] = hostileTexts;
  const [workloadNames, optionNames] = [
    [first, fourth],
    [second, third, link],
  ];
  return draftSource({
    plan: {
      ...plan,
      name: fifth,
      notes: markup,
      workloads: plan.workloads.map((row, at) => ({ ...row, name: workloadNames[at] ?? row.name })),
      options: plan.options.map((row, at) => ({ ...row, name: optionNames[at] ?? row.name })),
    },
    title: `${first} ${markup}`,
    organization: `${third} ${markup}`,
  });
}

type DraftOf = { readonly plan: Plan; readonly title?: string; readonly organization?: string };

/** A plan as the draft of a proposal, with all that its files are made from. */
export function draftSource({
  plan,
  title = plan.name,
  organization = "",
}: DraftOf): ProposalSource {
  const proposal: Proposal = {
    ...{ id: "draft", planId: "plan", number: 1, version: 1, createdByName: null, updatedAt: "" },
    content: { ...newProposalContent(plan.name), title },
  };
  const house = plainHouse(organization);
  const steps = computeDraft({ proposal, plan, quotes: [], house, nextIssue: 1 });
  for (;;) {
    const { done, value } = steps.next();
    if (!done) continue;
    if ("refusal" in value) throw new Error(value.refusal);
    const { results } = value.material;
    return { document: value.document, plan: results.plan, projection: results.projection };
  }
}
