import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/auth/context";
import { plainLineFilter } from "@/lib/schemas/lines-address";
import { enterManyLines } from "@/lib/testing/many-quote-lines";
import { byOwner, newOrganization } from "@/lib/testing/organization";
import { withOrganization } from "./client";
import { Prisma } from "./generated/client";
import { listAndSumLines, listLines, pageQuery, sumsQuery } from "./quote-lines";

const money = [{ currency: "USD", decimals: 2, factor: 1 }];

describe("with 50,000 lines beside another organization's", () => {
  let ctx: Context;
  const enter = ({ orgId }: Context, many: { quotes: number; linesEach: number }) =>
    enterManyLines((statement, values) => byOwner(orgId, statement, values), orgId, many);
  beforeAll(async () => {
    ctx = await newOrganization();
    await enter(ctx, { quotes: 100, linesEach: 500 });
    await enter(await newOrganization(), { quotes: 2000, linesEach: 5 });
    await byOwner(ctx.orgId, "vacuum analyze quote, quote_revision, quote_line, supplier");
  }, 60_000);

  it("reads no table from end to end for a page, a search, an order or the totals", async () => {
    const asked = { orgId: ctx.orgId, filter: plainLineFilter, money, without: [] };
    const found = { ...asked, filter: { ...plainLineFilter, find: "gpu" } };
    const order = { by: "amount", desc: true } as const;
    for (const query of [
      pageQuery(asked, { order: null, offset: 0, limit: 100 }),
      pageQuery(asked, { order, offset: 40_000, limit: 100 }),
      pageQuery(found, { order, offset: 0, limit: 100 }),
      sumsQuery(asked),
    ]) {
      const plan = await withOrganization(ctx.orgId, (tx) =>
        tx.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`explain ${query}`),
      );
      const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
      expect(text).toContain("quote_line_pkey");
      expect(text).not.toContain("Seq Scan");
    }
  });

  it("counts them all, and pages to the last", async () => {
    await withOrganization(ctx.orgId, async (tx) => {
      const asked = { orgId: ctx.orgId, filter: plainLineFilter, money, without: [] };
      const last = { order: null, offset: 49_990, limit: 100 };
      expect(await listLines(tx, asked, last)).toHaveLength(10);
      const { sums } = await listAndSumLines(tx, asked, last);
      expect(sums).toMatchObject([{ lines: 50_000 }]);
    });
  });
});
