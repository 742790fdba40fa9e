import { randomUUID } from "node:crypto";
import { zipSync } from "fflate";
import { beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { rfqTemplate } from "@/lib/exporters/rfq-template";
import { getQuote, listQuotes } from "@/lib/services/quotes";
import { sendRfq } from "@/lib/services/rfq-changes";
import { requestRfqAnswer } from "@/lib/services/rfq-imports";
import { getRfqPaper } from "@/lib/services/rfq-papers";
import { createRfq, getRfq, saveRfq } from "@/lib/services/rfqs";
import { fillTemplate, serialOf } from "@/lib/testing/fill-template";
import { newOrganization } from "@/lib/testing/organization";
import { testRfqContent } from "@/lib/testing/rfq";
import { readRfqAnswer } from "./read-rfq-answer";

let ctx: Context;
let at: { rfqId: string; supplierId: string };

beforeEach(async () => {
  ctx = await newOrganization();
  const rfqId = randomUUID();
  const content = testRfqContent();
  await createRfq(ctx, { id: rfqId, origin: null, content });
  const suppliers = ["Stavra"];
  await saveRfq(ctx, { rfqId, expectedVersion: 1, content, isSealed: false, suppliers });
  await sendRfq(ctx, { rfqId, expectedVersion: 2 });
  const { suppliers: asked } = await getRfq(ctx, { rfqId });
  at = { rfqId, supplierId: asked[0]?.supplierId ?? "" };
});

/** As the worker does it once the job is its own. */
async function readFile(bytes: Uint8Array) {
  const id = randomUUID();
  const file = Buffer.from(bytes).toString("base64");
  await requestRfqAnswer(ctx, { ...at, id, fileName: "answer.xlsx", file });
  const tools = { jobId: id, signal: new AbortController().signal, report: async () => {} };
  return readRfqAnswer(ctx, tools);
}

it("makes a quote of the template that the supplier filled in", { timeout: 30_000 }, async () => {
  const { bytes } = rfqTemplate(await getRfqPaper(ctx, at));
  const filled = fillTemplate(bytes, {
    ...{ D6: "ST-77", D7: serialOf("2026-12-01"), K20: 289_450.1 },
  });
  expect(await readFile(filled)).toEqual({ file: null, counts: { lines: 2 } });
  const { quotes } = await listQuotes(ctx);
  const { revisions } = await getQuote(ctx, { quoteId: quotes[0]?.id ?? "" });
  expect(revisions[0]?.lines[0]?.unitPrice).toBe("289450.1");
});

it("refuses what is no template, and what grows past all measure", {
  timeout: 30_000,
}, async () => {
  await expect(readFile(new TextEncoder().encode("number,price\n"))).rejects.toMatchObject({
    code: "INVALID",
    message: /no Excel workbook/,
  });
  const bomb = { "xl/workbook.xml": new Uint8Array(64 * 1024 * 1024) };
  await expect(readFile(zipSync(bomb))).rejects.toMatchObject({
    code: "INVALID",
    message: /far more than the template/,
  });
  expect((await listQuotes(ctx)).quotes).toEqual([]);
});
