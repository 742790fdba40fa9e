import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { createQuote } from "@/lib/services/quotes";
import { newOrganization } from "@/lib/testing/organization";
import { testContent, testHead, testLine } from "@/lib/testing/quote";
import { withOrganization } from "./client";
import { insertLines, lineTexts } from "./line-writes";

const odd = [
  '"quoted", and \\ back',
  "two\nlines\tand a tab",
  "null",
  "\u001f\u0001\u2028",
  "\x7f1~",
  "ü 日本 🖥",
];

async function emptyDraft() {
  const { orgId, ...ctx } = await newOrganization();
  const quoteId = randomUUID();
  const head = { ...testHead, number: quoteId };
  await createQuote({ orgId, ...ctx }, { id: quoteId, head, content: testContent({ lines: [] }) });
  return { orgId, quoteId, revision: 1 };
}

it("writes lines as they are, whatever their texts hold", async () => {
  const key = await emptyDraft();
  const lines = odd.map((text) =>
    testLine({ description: text, partNumber: text, unit: "", unitPrice: null, quantity: "0.5" }),
  );
  const stored = await withOrganization(key.orgId, async (tx) => {
    await insertLines(tx, key, { lines: lineTexts(lines), firstPosition: 0 });
    return tx.quoteLine.findMany({ where: key, orderBy: { position: "asc" } });
  });
  expect(stored).toMatchObject(
    odd.map((text) => ({ description: text, partNumber: text, unit: "", unitPrice: null })),
  );
  expect(stored.map(({ quantity }) => String(quantity))).toEqual(odd.map(() => "0.5"));
});

it("writes a line that says next to nothing", async () => {
  const key = await emptyDraft();
  const bare = testLine({ description: "-", partNumber: "", unit: "", quantity: null });
  await withOrganization(key.orgId, async (tx) => {
    await insertLines(tx, key, { lines: lineTexts([bare]), firstPosition: 0 });
    await insertLines(tx, key, { lines: lineTexts([]), firstPosition: 1 });
    expect(await tx.quoteLine.findMany({ where: key })).toMatchObject([
      { position: 0, description: "-", partNumber: "", unit: "", quantity: null },
    ]);
  });
});

it("writes none where a column is shorter than the others", async () => {
  const key = await emptyDraft();
  const lines = lineTexts([testLine({}), testLine({})]);
  const short = { ...lines, texts: { ...lines.texts, unitPrice: `${lines.separator}1` } };
  await expect(
    withOrganization(key.orgId, (tx) => insertLines(tx, key, { lines: short, firstPosition: 0 })),
  ).rejects.toThrow("unequal length");
  expect(await withOrganization(key.orgId, (tx) => tx.quoteLine.count({ where: key }))).toBe(0);
});
