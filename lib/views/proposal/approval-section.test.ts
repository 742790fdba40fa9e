import { expect, it } from "vitest";
import type { ApprovalStep } from "@/lib/schemas/approval";
import { examplePlan, resultsOf, textsOf } from "../testing/example";
import { withApproval } from "./approval-section";
import { proposalDocument } from "./proposal-document";
import { testContent, testHouse, testMaterial } from "./testing/proposal";

const sha256 = "7f3a91c2".padEnd(64, "0");
const step = (given: Partial<ApprovalStep>): ApprovalStep => ({
  ...{ number: 1, sha256, act: "asked", reviewerId: "g", reviewerName: "Grace Ledger" },
  ...{ byUserId: "a", byName: "Ada Planner", note: "Look at the cash", dueOn: "2026-12-04" },
  at: "2026-11-28T10:00:00.000Z",
  ...given,
});
const answered = step({
  ...{ number: 2, act: "approved", byUserId: "g", byName: "Grace Ledger" },
  ...{ note: "=1+1", dueOn: null, at: "2026-11-29T10:00:00.000Z" },
});
const document = proposalDocument({
  content: testContent(),
  material: testMaterial(resultsOf(examplePlan("claims-assistant"))),
  ...{ house: testHouse, name: "Proposal 3", issued: null },
});
const trail = { sha256, exportedAt: "2026-11-30T10:00:00.000Z" };

it("follows the document, which stays as it was frozen", () => {
  const before = JSON.stringify(document);
  const shown = withApproval(document, { ...trail, steps: [step({}), answered] });
  expect(shown.sections.slice(0, -1)).toEqual(document.sections);
  expect(shown.sections.at(-1)).toMatchObject({ id: "approval", title: "Approval" });
  expect(JSON.stringify(document)).toBe(before);
  const texts = textsOf(shown.sections.at(-1)).join("\n");
  for (const words of [
    "Approved by Grace Ledger.",
    `snapshot 7f3a 91c2, SHA-256 7f3a91c2 00000000 `,
    "as it stood on 30 Nov 2026, 10:00 UTC",
    "asked Grace Ledger, by 4 Dec 2026",
    "Look at the cash",
  ])
    expect(texts).toContain(words);
});

it("says nothing where nobody was asked", () => {
  expect(withApproval(document, { ...trail, steps: [] })).toBe(document);
});
