import { expect, it } from "vitest";
import type { ApprovalStep } from "@/lib/schemas/approval";
import { withApproval } from "@/lib/views/proposal/approval-section";
import { sampleProposal } from "../proposal-pdf/testing/sample-proposal";
import { documentFront } from "./document-front";

const asked: ApprovalStep = {
  ...{ number: 1, sha256: "7f3a91c2".padEnd(64, "0"), act: "asked", reviewerId: "g" },
  ...{ reviewerName: "Grace Ledger", byUserId: "a", byName: "Ada Planner" },
  ...{ note: "Look at the cash", dueOn: "2026-12-04", at: "2026-11-28T10:00:00.000Z" },
};

it("has the trail of the approval, a step to a line", () => {
  const document = sampleProposal();
  const before = documentFront(document).lines;
  const shown = withApproval(document, {
    ...{ sha256: asked.sha256, exportedAt: "2026-11-30T10:00:00.000Z" },
    steps: [asked, { ...asked, number: 2, act: "rejected", note: "Too dear" }],
  });
  const { lines } = documentFront(shown);
  expect(lines.slice(0, before.length)).toEqual(before);
  const trail = lines.slice(before.length);
  expect(trail.filter((line) => line.includes("Look at the cash"))).toHaveLength(1);
  expect(trail.filter((line) => line.includes("Too dear")).join()).toMatch(/rejected/i);
});
