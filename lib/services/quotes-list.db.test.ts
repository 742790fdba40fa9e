import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { outlineTotals, quoteTotals } from "@/lib/engine";
import { planFileText } from "@/lib/exporters/plan-file";
import { quoteContent } from "@/lib/schemas/quote";
import { anyQuoteLine } from "@/lib/testing/any-quote-line";
import { newOrganization } from "@/lib/testing/organization";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testHead, testLine } from "@/lib/testing/quote";
import { outlineOf } from "@/lib/testing/quote-outline";
import { lackText, quoteRow, totalText, whatIsQuoted } from "@/lib/views/quotes";
import { importPlan } from "./plans";
import { receiveQuote, saveQuote } from "./quote-changes";
import { createQuote, listQuotes } from "./quotes";
import { getSupplier } from "./suppliers";

const anyTerms = fc.record({
  freight: fc.constantFrom(null, "0", "12.345", "4800"),
  duty: fc.constantFrom(null, "0.005"),
  unrecoverableVat: fc.constantFrom(null, "33.3333"),
  incoterm: fc.constantFrom(null, "EXW" as const, "DAP" as const),
  lines: fc.array(anyQuoteLine, { maxLength: 12 }),
});

it("adds up and lacks what the engine says of all the lines, in each currency", async () => {
  const ctx = await newOrganization();
  const entered = fc.sample(anyTerms, 60).map((terms, n) => ({
    id: randomUUID(),
    head: { ...testHead, number: `N-${n}`, currency: ["USD", "JPY", "KWD"][n % 3] ?? "USD" },
    content: quoteContent.parse(testContent({ ...terms, statedTotal: null })),
  }));
  for (const quote of entered) await createQuote(ctx, quote);
  const { quotes } = await listQuotes(ctx);
  expect(quotes).toHaveLength(entered.length);
  for (const { id, head, content } of entered) {
    const listed = quotes.find((quote) => quote.id === id);
    if (!listed) throw new Error("not listed");
    const { cost, lacks } = quoteTotals(content, head.currency);
    expect(outlineTotals(listed.newest, head.currency).cost).toBe(cost);
    const row = quoteRow(listed, { today: "2026-11-28", currency: "USD", rates: [] });
    expect(row).toMatchObject({
      ...{ what: whatIsQuoted(content), total: totalText(cost, lacks) },
      missing: lacks.length === 0 ? "complete" : lackText(lacks, content),
    });
    const made = outlineOf({ ...content, revision: 1, receivedAt: null }, head.currency);
    const unrounded = (parts: typeof made.categories) => parts.map(({ net, ...part }) => part);
    expect(unrounded(listed.newest.categories)).toEqual(unrounded(made.categories));
  }
});

it("counts what was received last, on the supplier's page too, and holds no line", async () => {
  const ctx = await newOrganization();
  const id = randomUUID();
  const content = testContent({ lines: [testLine({ description: "First" })] });
  await createQuote(ctx, { id, head: testHead, content });
  await receiveQuote(ctx, { quoteId: id, expectedVersion: 1 });
  const lines = Array.from({ length: 500 }, (_, n) => testLine({ description: `Second ${n}` }));
  const saved = { quoteId: id, expectedVersion: 2, head: testHead };
  await saveQuote(ctx, { ...saved, content: { ...content, lines } });
  const [before] = (await listQuotes(ctx)).quotes;
  expect(before).toMatchObject({ entering: 2, newest: { revision: 1 } });
  expect(before?.newest.categories).toMatchObject([{ description: "First", quantity: "4" }]);
  await receiveQuote(ctx, { quoteId: id, expectedVersion: 3 });
  const { quotes } = await getSupplier(ctx, { supplierId: before?.supplierId ?? "" });
  expect(quotes[0]?.newest.categories).toMatchObject([{ description: "Second 0", line: 1 }]);
  expect(JSON.stringify(quotes)).not.toContain("Second 1");
});

it("names the plan of each rate, with a day or without, and where a rate may be set", async () => {
  const ctx = await newOrganization();
  expect(await listQuotes(ctx)).toMatchObject({ rates: [], planRates: [], newestPlan: null });
  const planId = randomUUID();
  const rateOf = (from: string, date?: string) => ({
    ...{ from, to: "USD" },
    rate: { value: 1.1, evidence: "list" as const, ...(date && { date }) },
  });
  const exchangeRates = [rateOf("EUR", "2026-11-19"), rateOf("GBP")];
  const plan = { ...testPlan(), exchangeRates };
  await importPlan(ctx, {
    id: planId,
    file: planFileText({ loadline: "plan", schemaVersion: 1, plan }),
  });
  const { rates, planRates, newestPlan } = await listQuotes(ctx);
  expect(rates).toEqual(exchangeRates);
  const named = { planId, planName: plan.name };
  expect(planRates).toEqual(exchangeRates.map((rate) => ({ ...named, rate })));
  expect(newestPlan).toEqual({ id: planId, name: plan.name });
});
