import { expect, it } from "vitest";
import { project } from "@/lib/engine";
import { money, share } from "@/lib/format";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import { firstCriteria } from "@/lib/schemas/quote-review";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testLine } from "@/lib/testing/quote";
import { awardMemo } from "./award-memo";
import { awardLines } from "./award-words";
import { comparedOf, comparisonView } from "./comparison-view";
import { orderTexts } from "./order-words";
import { splitView } from "./split-words";

const own = testPlan().options.find(({ id }) => id === "onprem") as OnPremisesOption;
const figure = (value: number) => ({ value, evidence: "quoted" as const });

const offer = (id: string, supplierName: string, serverPrice: number): OnPremisesOption => ({
  ...own,
  id,
  quote: {
    ...{ ...own.quote, supplierName, serverPrice: figure(serverPrice) },
    ...{ networkPrice: figure(14_200), installationPrice: figure(3000) },
  },
});
const quoteOf = (optionId: string, supplierName: string): PlanQuote => ({
  ...{ optionId, quoteId: `quote-${optionId}`, supplierName, number: `Q-${optionId}` },
  ...{ currency: "USD", status: "received", version: 2, servers: 4, revision: 1 },
  ...{ newestRevision: 1, content: testContent() },
});

const base = testPlan();
const plan = {
  ...base,
  options: [
    offer("a", "Fennmark Systems", 300_000),
    offer("b", "Oriel", 280_000),
    ...base.options.filter(({ id }) => id !== "onprem"),
  ],
};
const score = { userId: "u", quoteId: "quote-a", criterionId: "support", score: 8, at: "" };
const compared = comparedOf(
  { plan, projection: project(plan), view: "cash" },
  {
    quotes: [quoteOf("a", "Fennmark Systems"), quoteOf("b", "Oriel")],
    review: {
      ...{ version: 1, criteria: firstCriteria },
      evaluators: [{ userId: "u", name: "Platform engineer", seesPrices: false }],
      scores: [{ ...score, reason: "On site in 4 hours" }],
    },
    ...{ today: "2026-11-28", referenceId: null },
  },
);
const award = {
  ...{ id: "award", reason: "Two sources", by: "Procurement lead", at: "2026-11-28T10:00:00.000Z" },
  undone: null,
  quotes: [
    { quoteId: "quote-a", servers: 1, revision: 1 },
    { quoteId: "quote-b", servers: 3, revision: 1 },
  ],
};
const parts = { compared, view: comparisonView(compared), scenario: "Base", planVersion: 41 };

it("says who gets what, by whom and why, from the figures of the comparison and with their sources", () => {
  const memo = awardMemo({ ...parts, award });
  expect(memo).toContain("# Award memo: Claims assistant");
  expect(memo).toContain("Plan version 41, scenario Base, amounts in USD.");
  expect(memo).toContain(
    "- Oriel Q-b gets 3 servers, 75% of the order, $840,000 at its server price.",
  );
  expect(memo).toContain("Awarded by Procurement lead, 28 Nov 2026. Reason: Two sources");
  expect(memo).toContain(`${parts.view.headline}.`);
  expect(memo).toContain(
    "- Support, Fennmark Systems: Platform engineer gave 8. On site in 4 hours",
  );
  expect(memo).toContain("- Fennmark Systems: Q-a rev 1, in USD, of 2 Nov 2026");
  for (const { label } of parts.view.groups.flatMap(({ rows }) => rows))
    expect(memo).toContain(`| ${label} |`);
  expect(memo).toContain("No offers, for reference: Managed API and Cloud H200.");
  expect(memo).not.toContain("Shaded");
  expect(memo).not.toMatch(/NaN|undefined|Infinity|null/);
});

it("says what each order costs: what goes by servers, and what is quoted for the whole order", () => {
  const memo = awardMemo({ ...parts, award });
  expect(memo).toContain(
    "- Oriel Q-b rev 1, 3 of its 4 servers: USD 851,766.17 at the quoted unit prices for what goes by servers (server 842,299.50 and installation 9,466.67). Quoted for the whole order, their part to be agreed: network 61,312.25, support 36,001.20 and freight 4,800, together USD 102,113.45. With them in full: USD 953,879.62. For comparison, the whole offer is USD 1,237,801.67 as quoted.",
  );
  const whole = { ...award, quotes: [{ quoteId: "quote-b", servers: 4, revision: 1 }] };
  expect(awardMemo({ ...parts, award: whole })).toContain(
    "- Oriel Q-b rev 1, 4 servers: USD 1,237,801.67 as quoted (server 1,123,066.00, network 61,312.25, installation 12,622.22, support 36,001.20 and freight 4,800).",
  );
});

it("says what a split costs over the plan: each offer's total by the work that its servers do", () => {
  const [a, b] = compared.candidates;
  const total = 0.25 * (a?.totalCost ?? Number.NaN) + 0.75 * (b?.totalCost ?? Number.NaN);
  const bought = (a?.purchases ?? []).reduce((sum, { servers }) => sum + servers, 0);
  const memo = awardMemo({ ...parts, award });
  expect(memo).toContain(
    `The split over the plan:\n\n- Total cost, 36 months, paid: ${money(total, "USD")}\n- Net present cost: $`,
  );
  expect(memo).toMatch(/\n- Per million tokens: \$/);
  expect(memo).toContain(
    `Fennmark Systems 25% (1 of the ${bought} servers that the plan would buy of it alone) and Oriel 75% (3 of the ${bought} servers`,
  );
  expect(memo).toContain(`the award\u2019s alone do ${share(4 / bought)} of their work.`);
  const whole = { ...award, quotes: [{ quoteId: "quote-b", servers: 4, revision: 1 }] };
  expect(splitView(compared, whole)).toBeNull();
});

it("says why a split has no total, and what is shown instead", () => {
  const candidates = compared.candidates.map((one) =>
    one.optionId === "b"
      ? { ...one, standing: "unknown" as const, totalCost: null, netPresentCost: null }
      : one,
  );
  expect(splitView({ ...compared, candidates }, award)).toEqual({
    figures: [],
    notes: [
      "The split has no total: Oriel has no total, or the plan buys nothing of it. The totals of each offer alone stand in the comparison.",
    ],
  });
  const newer = award.quotes.map((one) => ({ ...one, revision: 2 }));
  expect(splitView(compared, { quotes: newer })?.notes[0]).toBe(
    "The split has no total: the plan compares another revision than was awarded of Fennmark Systems and Oriel.",
  );
});

it("says an order in the plan's currency too, by its rate with source and day", () => {
  const rate = { value: 1.08, evidence: "quoted" as const, source: "ECB", date: "2026-11-01" };
  const inEuro = (exchangeRates: NonNullable<typeof plan.exchangeRates>) => {
    const quote = { ...quoteOf("b", "Oriel"), currency: "EUR" };
    const candidates = compared.candidates.map((one) =>
      one.quote?.quoteId === "quote-b" ? { ...one, quote } : one,
    );
    const quotes = [{ quoteId: "quote-b", servers: 4, revision: 1 }];
    const its = { ...compared, candidates, plan: { ...plan, exchangeRates } };
    return orderTexts(its, { ...award, quotes })[0];
  };
  const euro = { from: "EUR", to: "USD" };
  expect(inEuro([{ ...euro, rate }])).toMatch(
    / EUR 1,237,801\.67 is USD 1,336,825\.80 at 1 EUR = 1\.08 USD \(ECB, 1 Nov 2026\)\.$/,
  );
  expect(inEuro([{ ...euro, rate: { value: 1.08, evidence: "quoted" } }])).toMatch(
    / at 1 EUR = 1\.08 USD \(undated rate\)\.$/,
  );
  expect(inEuro([])).toMatch(/ The plan has no rate EUR to USD\.$/);
});

it("says no amount of a revision that the plan does not compare, and the least of an incomplete one", () => {
  const quotes = [{ quoteId: "quote-b", servers: 4, revision: 2 }];
  expect(orderTexts(compared, { ...award, quotes })).toEqual([
    "Oriel Q-b rev 2: its amount is in that revision; the plan compares revision 1 by now.",
  ]);
  const content = testContent({ lines: [testLine({ unitPrice: null })] });
  const candidates = compared.candidates.map((one) =>
    one.quote ? { ...one, quote: { ...one.quote, content } } : one,
  );
  const whole = { ...award, quotes: [{ quoteId: "quote-b", servers: 4, revision: 1 }] };
  expect(orderTexts({ ...compared, candidates }, whole)[0]).toContain(
    "4 servers: at least USD 4,800.00 as quoted (freight 4,800). Missing: server unpriced.",
  );
});

it("is Markdown in which what people typed stays as they typed it", () => {
  const reason = "1. *Two* sources\n| <b>cheap</b> | _and_ [here](javascript:x)";
  const memo = awardMemo({ ...parts, scenario: "# Base *", award: { ...award, reason } });
  expect(memo).toContain("scenario \\# Base \\*, amounts");
  expect(memo).toContain(
    "Reason: 1. \\*Two\\* sources \\| \\<b>cheap\\</b> \\| \\_and\\_ \\[here](javascript:x)",
  );
  expect(awardMemo({ ...parts, scenario: "2. Base", award })).toContain("scenario 2\\. Base,");
});

it("says that nothing is awarded yet", () => {
  expect(awardMemo({ ...parts, award: undefined })).toContain("Not awarded yet.");
});

it("tells an award that was taken back with both reasons", () => {
  const undone = { by: "Procurement lead", at: "2026-11-29T10:00:00.000Z", reason: "Withdrawn" };
  expect(awardLines(compared, [{ ...award, undone }])[0]?.detail).toBe(
    "28 Nov 2026, Procurement lead: Two sources Taken back 29 Nov 2026, Procurement lead: Withdrawn",
  );
});
