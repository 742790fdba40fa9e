import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { allQuotes, type QuotesAsked, quoteSorts } from "@/lib/schemas/quote-list";
import { enterManyLines } from "@/lib/testing/many-quote-lines";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { withOrganization } from "./client";
import { Prisma } from "./generated/client";
import { countsQuery, idsQuery, listQuotePage } from "./quote-pages";

const money = [{ currency: "USD", decimals: 2, factor: 1 }];
const quotes = 5000;

describe("with 5,000 quotes beside another organization's 20,000", () => {
  let ctx: Context;
  const enter = ({ orgId }: Context, many: { quotes: number; linesEach: number }) =>
    enterManyLines((statement, values) => byOwner(orgId, statement, values), orgId, many);
  const asked = (change: Partial<QuotesAsked> = {}) => ({
    ...{ ...allQuotes("2026-11-28"), ...change },
    ...{ orgId: ctx.orgId, money, without: [] },
  });
  beforeAll(async () => {
    ctx = await newOrganization();
    await enter(await newOrganization(), { quotes: 20_000, linesEach: 1 });
    await enter(ctx, { quotes, linesEach: 4 });
    await byOwner(ctx.orgId, "vacuum analyze quote, quote_revision, quote_line, supplier");
  }, 60_000);

  it("reads no table from end to end, for a page, an order, a search or the counts", async () => {
    const orders = quoteSorts.map((by) => idsQuery(asked({ order: { by, desc: true } })));
    const found = idsQuery(asked({ find: "gpu server 12", show: "open", status: "received" }));
    for (const query of [...orders, idsQuery(asked({ page: 40 })), found, countsQuery(asked())]) {
      const plan = await withOrganization(ctx.orgId, (tx) =>
        tx.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`explain ${query}`),
      );
      const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
      expect(text).toContain("quote_revision_pkey");
      expect(text).not.toContain("Seq Scan");
    }
  });

  it("pages through each of them once, in the order that was asked for", async () => {
    const seen = new Set<string>();
    const order = { by: "total", desc: true } as const;
    for (const page of [1, 2, 50]) {
      const read = await withOrganization(ctx.orgId, (tx) =>
        listQuotePage(tx, asked({ page, order })),
      );
      expect(read).toMatchObject({ page, count: quotes, shows: { all: quotes, open: quotes } });
      expect(read.quotes).toHaveLength(100);
      const amounts = read.quotes.map(({ newest }) =>
        newest.categories.reduce((sum, { net }) => sum + Number(net), 0),
      );
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
      for (const { id } of read.quotes) seen.add(id);
    }
    expect(seen.size).toBe(300);
    const beyond = await withOrganization(ctx.orgId, (tx) =>
      listQuotePage(tx, asked({ page: 51, order })),
    );
    expect(beyond).toMatchObject({ page: 1, count: quotes });
  });

  it("finds by number, supplier and any of its lines", async () => {
    const count = async (change: Partial<QuotesAsked>) =>
      (await withOrganization(ctx.orgId, (tx) => listQuotePage(tx, asked(change)))).count;
    expect(await count({ find: "Q-4999" })).toBe(1);
    expect(await count({ find: "supplier 2499" })).toBe(2);
    expect(await count({ find: "PN-3" })).toBe(quotes);
    expect(await count({ find: "100%" })).toBe(0);
    expect(await count({ show: "decided" })).toBe(0);
  });
});
