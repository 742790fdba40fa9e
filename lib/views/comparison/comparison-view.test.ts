import { describe, expect, it } from "vitest";
import { applyChanges, project } from "@/lib/engine";
import { noQuoteYet } from "@/lib/schemas/has-quote";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Plan } from "@/lib/schemas/plan";
import type { PlanQuote } from "@/lib/schemas/plan-quotes";
import { firstCriteria } from "@/lib/schemas/quote-review";
import { testPlan } from "@/lib/testing/plan";
import { testContent, testLine } from "@/lib/testing/quote";
import { comparisonTable } from "./comparison-table";
import { comparedOf, comparisonView } from "./comparison-view";

const today = "2026-11-28";
const review = { version: null, criteria: firstCriteria, evaluators: [], scores: [] };
const own = testPlan().options.find(({ id }) => id === "onprem") as OnPremisesOption;
const figure = (value: number | null) => ({ value, evidence: "quoted" as const });

function offer(
  id: string,
  supplierName: string,
  serverPrice: number,
  parts: Partial<OnPremisesOption> = {},
) {
  const prices = { networkPrice: figure(14_200), installationPrice: figure(3000) };
  const quote = {
    ...own.quote,
    ...prices,
    supplierName,
    number: "1",
    serverPrice: figure(serverPrice),
  };
  return { ...own, id, name: `${supplierName} servers`, quote, ...parts };
}

const quoteOf = (optionId: string, parts: Partial<PlanQuote> = {}): PlanQuote => ({
  ...{ optionId, quoteId: `quote-${optionId}`, supplierName: optionId, number: "1" },
  ...{ currency: "USD", status: "received", version: 2, servers: 4, revision: 1 },
  newestRevision: 1,
  content: testContent(),
  ...parts,
});

const fennmark = offer("fennmark", "Fennmark Systems", 289_450);
const oriel = offer("oriel", "Oriel", 270_000, { leadTimeMonths: figure(2) });

type Against = {
  readonly referenceId?: string;
  readonly cloudRate?: number;
  readonly workloads?: Plan["workloads"];
};

function viewOf(
  options: Plan["options"],
  quotes: readonly PlanQuote[] = [],
  { referenceId, cloudRate = 2.5, workloads }: Against = {},
) {
  const base = { ...testPlan(), ...(workloads && { workloads }) };
  const others = base.options.filter(({ id }) => id !== "onprem");
  const changes = [{ path: "options.cloud.rate", value: cloudRate }];
  const plan = applyChanges({ ...base, options: [...options, ...others] }, changes);
  const results = { plan, projection: project(plan), view: "cash" as const };
  return comparisonView(
    comparedOf(results, { quotes, review, today, referenceId: referenceId ?? null }),
  );
}

const cellsOf = (view: ReturnType<typeof viewOf>, row: string) =>
  view.groups.flatMap(({ rows }) => rows).find(({ id }) => id === row)?.cells ?? [];

describe("comparisonView", () => {
  it("says the answer: who costs least, who arrives first", () => {
    const view = viewOf([fennmark, oriel]);
    expect(view.headline).toMatch(/^Oriel costs least over 36 months and arrives first/);
    expect(view.basis).toBe("2 offers and 2 reference options for Claims assistant.");
    expect(view.columns.map(({ name, isOffer }) => [name, isOffer])).toEqual([
      ["Fennmark Systems", true],
      ["Oriel", true],
      ["Managed API", false],
      ["Cloud H200", false],
    ]);
    expect(cellsOf(view, "totalCost").map(({ best }) => best)).toEqual([
      undefined,
      "lowest",
      undefined,
      undefined,
    ]);
    expect(cellsOf(view, "leadTime")[1]).toMatchObject({ text: "2 months", best: "first" });
    expect(cellsOf(view, "quoted")[2]).toMatchObject({ text: "no purchase", tone: "muted" });
  });

  it("tells two options that use one quote apart by their names, also where those are the same", () => {
    const copies = ["a", "b", "c"].map((id) => offer(id, "Oriel", 270_000));
    const [a, b, c] = copies as [OnPremisesOption, OnPremisesOption, OnPremisesOption];
    const options = [{ ...a, name: "Own servers" }, b, c];
    const view = viewOf(
      options,
      options.map(({ id }) => quoteOf(id, { quoteId: "one", supplierName: "Oriel" })),
    );
    expect(view.columns.slice(0, 3).map(({ name }) => name)).toEqual([
      "Own servers",
      "Oriel servers",
      "Oriel servers (2)",
    ]);
    expect(view.columns[0]?.detail).toMatch(/^Oriel, /);
    expect(new Set(view.score.offers.map(({ name }) => name)).size).toBe(3);
    expect(new Set(comparisonTable(view).columns.map(({ label }) => label)).size).toBe(6);
  });

  it("says of own servers without a quote what they are, with their price", () => {
    const estimate = { ...own, quote: { ...own.quote, supplierName: noQuoteYet } };
    const view = viewOf([fennmark, estimate]);
    expect(view.columns[1]).toMatchObject({
      isOffer: false,
      detail: "typed in the plan, no quote",
    });
    expect(cellsOf(view, "quoted")[1]).toMatchObject({
      text: "$289,450",
      note: "typed in the plan, no quote",
    });
  });

  it("says what the reference costs less than: the one offer, or all of them", () => {
    const dear = [500_000, 600_000].map((price, n) => offer(`o${n}`, `Offer ${n}`, price));
    const cheap = { referenceId: "cloud", cloudRate: 0.1 };
    expect(viewOf(dear.slice(0, 1), [], cheap).headline).toMatch(/Cloud H200 costs less$/);
    expect(viewOf(dear, [], cheap).headline).toMatch(/Cloud H200 costs less than any of them$/);
  });

  it("stars an estimate, gives it no rank and says what it stands on", () => {
    const unpriced = offer("stavra", "Stavra", 100_000, {
      quote: {
        ...own.quote,
        supplierName: "Stavra",
        networkPrice: figure(null),
        installationPrice: figure(0),
      },
    });
    const view = viewOf([fennmark, unpriced]);
    expect(view.headline).toContain(
      "Fennmark Systems is the only complete offer; Stavra cannot be ranked yet",
    );
    const [, cell] = cellsOf(view, "totalCost");
    expect(cell?.text).toMatch(/^\$[\d.]+M\*$/);
    expect(cell?.best).toBeUndefined();
    expect(cell?.opens).toBeUndefined();
    expect(cellsOf(view, "missing")[1]).toMatchObject({ text: "network unpriced", tone: "warn" });
    expect(view.columns[1]?.flags.map(({ text }) => text)).toEqual(["partial"]);
    expect(view.footnotes[0]).toBe(
      "* Incomplete: computed Stavra with the network price of Fennmark Systems, so it is an estimate and takes no rank.",
    );
  });

  it("names who arrives first by the quotes' weeks, also of an incomplete offer", () => {
    const lead = { leadTimeMonths: figure(4) };
    const stavra = offer("stavra", "Stavra", 100_000, {
      ...lead,
      quote: { ...own.quote, supplierName: "Stavra", networkPrice: figure(null) },
    });
    const view = viewOf(
      [offer("fennmark", "Fennmark Systems", 289_450, lead), stavra],
      [quoteOf("fennmark"), quoteOf("stavra", { content: testContent({ leadTimeWeeks: 14 }) })],
    );
    expect(view.headline).toContain(
      "Fennmark Systems is the only complete offer, Stavra arrives first; Stavra cannot be ranked yet",
    );
    expect(cellsOf(view, "leadTime").slice(0, 2)).toMatchObject([
      { text: "16 weeks", note: "4 months in the plan", best: undefined },
      { text: "14 weeks", note: "4 months in the plan", best: "first" },
    ]);
  });

  it("says which servers are valued, by month, and what the quote offers beside them", () => {
    const flat = applyChanges(testPlan(), [
      { path: "workloads.claims.growth.ratePerYearFraction", value: 0 },
    ]);
    const bought = (parts: Partial<OnPremisesOption>, servers: number) => {
      const options = [offer("a", "A", 1, { leadTimeMonths: figure(3), ...parts }), oriel];
      const view = viewOf(options, [quoteOf("a", { servers })], { workloads: flat.workloads });
      return cellsOf(view, "valued")[0];
    };
    expect(bought({}, 6)).toMatchObject({
      ...{ text: "4 servers", sort: 4, tone: "warn" },
      note: "in service Apr 2027; the quote offers 6, 2 more than the plan buys",
    });
    expect(bought({}, 3)?.note).toMatch(/the quote offers 3, 1 fewer than the plan buys$/);
    expect(bought({}, 4)?.note).toBe("in service Apr 2027; the quote offers 4 too");
    expect(bought({}, 4)?.tone).toBeUndefined();
    const view = viewOf([fennmark, oriel], [quoteOf("fennmark")]);
    expect(cellsOf(view, "valued")[0]?.note).toBe(
      "7 deliveries, May 2027 to Oct 2029; the quote offers 4, 6 fewer than the plan buys",
    );
    expect(cellsOf(view, "valued")[2]).toMatchObject({ text: "no purchase", tone: "muted" });
    expect(bought({ purchasing: "none" }, 4)).toMatchObject({ text: "none bought" });
  });

  it("says that support paid once is not in an offer", () => {
    const support = testLine({ category: "support", quantity: "1", unitPrice: "54000" });
    const content = testContent({ lines: [...testContent().lines.slice(0, 3), support] });
    const quotes = [quoteOf("fennmark", { content }), quoteOf("oriel")];
    const none = { ...fennmark, supportPerYearFraction: figure(0) };
    const view = viewOf([none, oriel], quotes);
    expect(cellsOf(view, "missing")[0]?.text).toBe(
      "support paid once (USD 54,000.00) is not in it",
    );
    expect(cellsOf(view, "totalCost")[0]?.text).toMatch(/\*$/);
    expect(view.footnotes[0]).toContain("Fennmark Systems without the support that is paid once");
    const assumed = { value: 0.12, evidence: "assumed" as const };
    const own12 = { supportPerYearFraction: assumed, warrantyMonths: figure(24) };
    expect(viewOf([{ ...fennmark, ...own12 }, oriel], quotes).footnotes[0]).toBe(
      "* Incomplete: computed Fennmark Systems with the plan\u2019s assumed support (12%/yr after 24 months of warranty) in place of the quote\u2019s, which is paid once, so it is an estimate and takes no rank.",
    );
  });

  it("flags what is expired, ends before the order, has no support, or waits for its next revision", () => {
    const flagsOf = (parts: Partial<OnPremisesOption>, quote: Partial<PlanQuote> = {}) =>
      viewOf([offer("a", "A", 1, parts), oriel], [quoteOf("a", quote)]).columns[0]?.flags.map(
        ({ text }) => text,
      );
    const until = (validUntil: string) => ({
      quote: { ...offer("a", "A", 1).quote, quotedOn: "2026-10-01", validUntil },
    });
    expect(flagsOf({})).toEqual([]);
    expect(flagsOf(until("2026-11-01"))).toEqual(["expired"]);
    expect(flagsOf(until("2026-12-18"))).toEqual(["ends early"]);
    const bare = testContent({ warrantyMonths: null, lines: testContent().lines.slice(0, 3) });
    expect(flagsOf({}, { content: bare })).toEqual(["no support"]);
    expect(flagsOf({}, { newestRevision: 2 })).toEqual(["revision 2 waits"]);
    expect(flagsOf({ sitePower: figure(1) })).toEqual(["over power"]);
  });

  it("shows a quote in its own currency, and the walk-away price there too", () => {
    const content = testContent({ lines: [testLine({ unitPrice: "250000" })] });
    const view = viewOf([fennmark, oriel], [quoteOf("oriel", { currency: "EUR", content })], {
      ...{ referenceId: "cloud", cloudRate: 8 },
    });
    // (4 x 250,000 + 4,800 of freight) / 4
    expect(cellsOf(view, "quoted")[1]).toMatchObject({ text: "\u20ac251,200", evidence: "quoted" });
    expect(cellsOf(view, "walkAway")[1]?.note).toMatch(/^\u20ac/);
    expect(cellsOf(view, "walkAway")[0]?.note).toBeUndefined();
  });

  it("follows a scenario: dearer cloud hours leave more room", () => {
    const of = (cloudRate: number) =>
      viewOf([fennmark, oriel], [], { referenceId: "cloud", cloudRate });
    const room = (rate: number) => Number(cellsOf(of(rate), "room")[0]?.sort);
    expect(of(8).referenceId).toBe("cloud");
    expect(room(8)).toBeGreaterThan(room(6));
  });

  it("is a file with a row for each row and a column for each offer", () => {
    const table = comparisonTable(viewOf([fennmark, oriel]));
    expect(table.columns).toHaveLength(5);
    expect(table.rows.every(({ cells }) => cells.length === 5)).toBe(true);
    expect(JSON.stringify(table)).not.toMatch(/NaN|Infinity|undefined/);
  });
});
