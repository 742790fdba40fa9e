import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { withOrganization } from "@/lib/data/client";
import {
  type LinePlace,
  type LinesPart,
  listLinesBehind,
  pinRevisions,
} from "@/lib/data/lines-in-parts";
import { listLines } from "@/lib/data/quote-lines";
import { lineNetText, sumInOne } from "@/lib/engine";
import { plainLineFilter } from "@/lib/schemas/lines-address";
import type { QuoteLine } from "@/lib/schemas/quote";
import { type LinesInput, type ListedLine, lineSorts } from "@/lib/schemas/quote-lines";
import { anyQuoteLine } from "@/lib/testing/any-quote-line";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { testContent, testHead, testLine } from "@/lib/testing/quote";
import { receiveQuote, saveQuote } from "./quote-changes";
import { exportQuoteLines, groupQuoteLines, listQuoteLines } from "./quote-lines";
import { createQuote } from "./quotes";

const everything = plainLineFilter;
const page = (change: Partial<LinesInput> = {}): LinesInput => ({
  ...{ filter: everything, order: null, offset: 0, limit: 100, withTotals: true },
  ...change,
});

async function newQuote(ctx: Context, lines: readonly QuoteLine[], head: Partial<typeof testHead>) {
  const id = randomUUID();
  const full = { ...testHead, number: id, ...head };
  const content = testContent({ lines: [...lines], statedTotal: null });
  await createQuote(ctx, { id, head: full, content });
  return { id, head: full, content };
}

describe("the lines of all quotes", () => {
  let ctx: Context;
  beforeAll(async () => {
    ctx = await newOrganization();
    await newQuote(
      ctx,
      [
        testLine({ description: "Blade 100% tested", partNumber: "B_1", unitPrice: "30" }),
        testLine({ description: "adapter", category: "network", unitPrice: null }),
      ],
      { number: "A-1", supplierName: "Fennmark" },
    );
    const euro = { number: "B-1", supplierName: "Brandt", currency: "EUR" };
    await newQuote(ctx, [testLine({ description: "Cable", unitPrice: "12.5" })], euro);
  });
  const names = async (change: Partial<LinesInput> = {}) =>
    (await listQuoteLines(ctx, page(change))).lines.map(({ description }) => description);

  it("are sought by what they say, their part number, their supplier and their number", async () => {
    const found = (find: string) => names({ filter: { ...everything, find } });
    expect(await found("BLADE")).toEqual(["Blade 100% tested"]);
    expect(await found("b_1")).toEqual(["Blade 100% tested"]);
    expect(await found("0% t")).toEqual(["Blade 100% tested"]);
    expect(await found("b%1")).toEqual([]);
    expect(await found("\\")).toEqual([]);
    expect(await found("brandt b-1")).toEqual(["Cable"]);
  });

  it("stand in any order, what lacks the figure last both ways", async () => {
    expect(await names({ order: { by: "description", desc: false } })).toEqual([
      ...["adapter", "Blade 100% tested", "Cable"],
    ]);
    for (const desc of [false, true])
      expect((await names({ order: { by: "unitPrice", desc } }))[0]).toBe("Blade 100% tested");
    expect(await names({ order: { by: "description", desc: true }, offset: 1, limit: 1 })).toEqual([
      "Blade 100% tested",
    ]);
  });

  it("are filtered, and added up by currency", async () => {
    const { sums, factors } = await listQuoteLines(ctx, page());
    expect(sums).toEqual([
      { currency: "EUR", lines: 1, unpriced: 0, net: "50.00" },
      { currency: "USD", lines: 2, unpriced: 1, net: "120.00" },
    ]);
    expect(factors).toEqual({ EUR: null, USD: 1 });
    expect(sumInOne(sums ?? [], "USD", factors)).toEqual({
      ...{ amount: 120, exact: "120.00", lines: 3, unpriced: 1, withoutRate: 1 },
    });
    expect(await names({ filter: { ...everything, unpriced: true } })).toEqual(["adapter"]);
    expect(await names({ filter: { ...everything, category: "network" } })).toEqual(["adapter"]);
    expect(await names({ filter: { ...everything, status: "received" } })).toEqual([]);
  });

  it("stand together by supplier, category or part number, each group with its lines", async () => {
    const { groups } = await groupQuoteLines(ctx, { filter: everything, by: "supplier" });
    expect(groups.map(({ name }) => name)).toEqual(["Fennmark", "Brandt"]);
    const within = { by: "supplier", key: groups[1]?.key ?? "" } as const;
    expect(await names({ filter: { ...everything, within } })).toEqual(["Cable"]);
    const byPart = await groupQuoteLines(ctx, { filter: everything, by: "partNumber" });
    expect(byPart.groups.map(({ key }) => key).sort()).toEqual(["B_1", "FM-H200-8"]);
  });

  it("leave as a file in the same order", async () => {
    const order = { by: "description", desc: true } as const;
    const { parts } = await exportQuoteLines(ctx, { filter: everything, order });
    const seen: string[] = [];
    for await (const part of parts) seen.push(...part.map(({ description }) => description));
    expect(seen).toEqual(await names({ order }));
  });
});

it("counts what was received last, not the revision that is being entered after it", async () => {
  const ctx = await newOrganization();
  const { id, head, content } = await newQuote(ctx, [testLine({ description: "First" })], {});
  await receiveQuote(ctx, { quoteId: id, expectedVersion: 1 });
  const lines = [testLine({ description: "Second" })];
  await saveQuote(ctx, { quoteId: id, expectedVersion: 2, head, content: { ...content, lines } });
  const shown = async () =>
    (await listQuoteLines(ctx, page())).lines.map((line) => [line.description, line.isDraft]);
  expect(await shown()).toEqual([["First", false]]);
  await receiveQuote(ctx, { quoteId: id, expectedVersion: 3 });
  expect(await shown()).toEqual([["Second", false]]);
});

it("stand by amount within their currency where no rate joins it, page by page too", async () => {
  const ctx = await newOrganization();
  const quoted = { EUR: ["30", "9.5", "100"], CHF: ["20", "7"], USD: ["11", "2"] };
  for (const [currency, prices] of Object.entries(quoted)) {
    const lines = [...prices, null].map((unitPrice) => testLine({ quantity: "1", unitPrice }));
    await newQuote(ctx, lines, { currency });
  }
  const amounts = async (desc: boolean) => {
    const seen: string[] = [];
    for (let offset = 0; offset < 10; offset += 3) {
      const order = { by: "amount", desc } as const;
      const { lines } = await listQuoteLines(ctx, page({ order, offset, limit: 3 }));
      seen.push(...lines.map((line) => `${line.currency} ${line.unitPrice ?? "unpriced"}`));
    }
    return seen;
  };
  const up = ["USD 2", "USD 11", "CHF 7", "CHF 20", "EUR 9.5", "EUR 30", "EUR 100"];
  const down = ["USD 11", "USD 2", "CHF 20", "CHF 7", "EUR 100", "EUR 30", "EUR 9.5"];
  for (const [desc, inOrder] of [[false, up] as const, [true, down] as const]) {
    const seen = await amounts(desc);
    expect(seen.slice(0, 7)).toEqual(inOrder);
    expect(new Set(seen.slice(7))).toEqual(
      new Set(["USD unpriced", "CHF unpriced", "EUR unpriced"]),
    );
  }
});

it("are read in parts as at once, whatever they are ordered by and whatever they lack", async () => {
  const ctx = await newOrganization();
  for (const currency of ["USD", "GBP", "EUR"])
    await newQuote(ctx, fc.sample(anyQuoteLine, 40), { currency, number: randomUUID() });
  const money = [
    { currency: "USD", decimals: 2, factor: 1 },
    { currency: "EUR", decimals: 2, factor: null },
    { currency: "GBP", decimals: 2, factor: null },
  ];
  const asked = { orgId: ctx.orgId, filter: everything, money, without: [] };
  const orders = lineSorts.flatMap((by) => [false, true].map((desc) => ({ by, desc })));
  const own = ({ quoteId, place }: ListedLine) => `${quoteId} ${place}`;
  await withOrganization(ctx.orgId, async (tx) => {
    const pinned = await pinRevisions(tx, asked);
    for (const order of [null, ...orders]) {
      const whole = await listLines(tx, asked, { order, offset: 0, limit: 1000 });
      const seen: string[] = [];
      let after: LinePlace | null = null;
      do {
        const part = { order, pinned, after, limit: 17 };
        const read: LinesPart = await listLinesBehind(tx, asked, part);
        seen.push(...read.lines.map(own));
        after = read.last;
      } while (after);
      expect(seen, JSON.stringify(order)).toHaveLength(120);
      if (order?.by === "quantity" && !order.desc) {
        const quantities = whole.flatMap(({ quantity }) =>
          quantity === null ? [] : Number(quantity),
        );
        expect(quantities).toEqual(quantities.toSorted((a, b) => a - b));
      }
      expect(seen).toEqual(whole.map(own));
    }
  });
});

it("leave as they were when the file was begun, though a quote changes meanwhile", async () => {
  const ctx = await newOrganization();
  const lines = Array.from({ length: 2100 }, (_, n) => testLine({ description: `Line ${n}` }));
  const { id, head, content } = await newQuote(ctx, lines, {});
  await receiveQuote(ctx, { quoteId: id, expectedVersion: 1 });
  const { parts } = await exportQuoteLines(ctx, { filter: everything, order: null });
  const seen: string[] = [];
  for await (const part of parts) {
    seen.push(...part.map(({ description }) => description));
    if (seen.length === 2100) break;
    const fewer = { ...content, lines: lines.slice(0, 1) };
    await saveQuote(ctx, { quoteId: id, expectedVersion: 2, head, content: fewer });
    await receiveQuote(ctx, { quoteId: id, expectedVersion: 3 });
  }
  expect(seen).toEqual(lines.map(({ description }) => description));
});

it.each(["USD", "JPY", "KWD"])(
  "adds up to the very amounts of the engine, in %s",
  async (currency) => {
    const ctx = await newOrganization();
    const tie = testLine({ quantity: "0.5", unitPrice: "0.01" });
    const yearly = (unitPrice: string, change: Partial<QuoteLine> = {}) =>
      testLine({ quantity: "1", unitPrice, recurrence: "yearly", months: 1, ...change });
    const lines = [
      tie,
      testLine({ quantity: "0.5", unitPrice: "-0.01" }),
      // A twelfth of it is 83.335, and the others end on a half of a yen, a cent or a fils too.
      yearly("1000.02"),
      yearly("-1000.02"),
      yearly("6", { months: 1 }),
      yearly("0.006", { months: 1 }),
      yearly("0.06", { months: 7, quantity: "3" }),
      yearly("2000.04", { months: 5, discountFraction: "0.5" }),
      // A twelfth of the last decimal under 0.155.
      yearly("20354.1847", { quantity: "0.0001", discountFraction: "0.086183" }),
      ...Array.from({ length: 100 }, (_, n) => yearly(`${n}.02`, { months: n + 1 })),
      ...fc.sample(anyQuoteLine, 300),
    ];
    await newQuote(ctx, lines, { currency });
    const inEach = await listQuoteLines(ctx, page({ limit: 1000 }));
    const nets = inEach.lines.map((line) => lineNetText(line, currency));
    expect(nets).toEqual(lines.map((line) => lineNetText(line, currency)));
    const ofDatabase = await byOwner<{ net: string | null }>(
      ctx.orgId,
      `select round(net_amount, $2)::text as net from quote_line where org_id = $1 order by position`,
      [ctx.orgId, { USD: 2, JPY: 0, KWD: 3 }[currency]],
    );
    expect(ofDatabase.map(({ net }) => net)).toEqual(nets);
  },
);
