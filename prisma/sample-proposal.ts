import type { ProposalContent } from "@/lib/schemas/proposal";
import type { RichRun } from "@/lib/schemas/rich-text";
import { newProposalContent } from "@/lib/views/proposal/new-proposal";

const prefix = "b5f3c0de-6a1e-4c59-9d1b-2f0a7e8c4";
const text = (words: string): RichRun => ({ kind: "text", text: words });
const figure = (key: string, label: string): RichRun => ({ kind: "figure", key, label });
const written = newProposalContent("Claims assistant on our own servers");

const whyNow: ProposalContent["sections"][number] = {
  ...{ id: "why-now", kind: "text", title: "Why now", isShown: true },
  body: [
    {
      style: "plain",
      runs: [
        text(
          "The assistant answers every claim that comes in, so its cost never stops. Served by the API it comes to ",
        ),
        figure("total:api", "Managed API: Total over 60 months"),
        text(" over "),
        figure("horizon", "The plan: Horizon"),
        text("; on servers of our own to "),
        figure("total:on-premises", "Own H200 servers: Total over 60 months"),
        text(", which is "),
        figure("perMillionTokens:on-premises", "Own H200 servers: Per million tokens"),
        text(" for a million tokens."),
      ],
    },
    {
      style: "plain",
      runs: [
        text("It costs more in the first year: "),
        figure("cash-2027:on-premises", "Own H200 servers: Paid in FY2027"),
        text(" against "),
        figure("cash-2027:api", "Managed API: Paid in FY2027"),
        text(". The servers are cheaper for good from "),
        figure(
          "cheaperFrom:on-premises:api",
          "Own H200 servers: Cheaper than Managed API for good from",
        ),
        text(", if demand grows as the plan says."),
      ],
    },
  ],
};

/** A proposal of the first plan, issued once, so that its page and its files can be tried at once. */
export const sampleProposal = {
  id: `${prefix}d51`,
  planId: `${prefix}d21`,
  content: {
    ...written,
    audience: "For decision by the investment committee",
    optionId: "on-premises",
    sections: written.sections.toSpliced(1, 0, whyNow),
  } satisfies ProposalContent,
} as const;
