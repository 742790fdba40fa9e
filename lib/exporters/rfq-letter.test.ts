import { beforeAll, expect, it } from "vitest";
import { testRfqContent, testRfqItem } from "@/lib/testing/rfq";
import { rfqLetter, rfqQuestionsPaper } from "./rfq-letter";
import type { RfqPaper } from "./rfq-paper";

const items = Array.from({ length: 30 }, (_, index) =>
  testRfqItem({ itemId: `00000000-0000-4000-8000-0000000000${10 + index}` }),
);
const paper: RfqPaper = {
  rfqId: "0f3c6a2e-3f10-4a0e-9d0a-0d8f3f0e1c11",
  organizationName: "Halden Mutual",
  revision: 2,
  sentAt: "2026-11-28T09:00:00.000Z",
  isSealed: true,
  content: testRfqContent({ items, title: "Größe, Łódź, Αθήνα, Київ" }),
  supplier: { id: "s", name: "Stavra", contactName: "Sales" },
  questions: [
    {
      ...{ id: "q", supplierId: "s", question: "Which rails?", answer: "Square holes." },
      ...{ answeredAt: "2026-11-28T09:00:00.000Z", createdAt: "2026-11-28T09:00:00.000Z" },
    },
  ],
};

// The first paper reads the fonts for all that come after it.
beforeAll(async () => {
  await rfqQuestionsPaper(paper);
});

it("makes a PDF of several pages with a name that any system takes", async () => {
  const { fileName, bytes } = await rfqLetter(paper);
  const text = Buffer.from(bytes).toString("latin1");
  expect(fileName).toBe("Gro-e-o-dz-Stavra-letter-r2.pdf");
  expect(text.startsWith("%PDF-1.")).toBe(true);
  const [, pages = "0"] = /\/Type \/Pages\s*\/Count (\d+)/.exec(text) ?? [];
  expect(Number(pages)).toBeGreaterThan(1);
  expect(text).toMatch(/\/FontName \/[A-Z]+\+Inter/);
});

it("makes one of the questions alone", async () => {
  const { fileName, bytes } = await rfqQuestionsPaper(paper);
  expect(fileName).toMatch(/-questions-r2\.pdf$/);
  expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe("%PDF-");
});
