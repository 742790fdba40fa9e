import type { Context } from "@/lib/auth/context";
import { authorize } from "@/lib/auth/permissions";
import { templateCurrency } from "@/lib/catalog/templates";
import { type Transaction, withOrganization } from "@/lib/data/client";
import { quotesWithoutPrices } from "@/lib/data/hidden-prices";
import { groupLines } from "@/lib/data/line-groups";
import {
  type LinePlace,
  type LinesPart,
  listLinesBehind,
  pinRevisions,
} from "@/lib/data/lines-in-parts";
import type { LineMoney } from "@/lib/data/lines-query";
import { findOrganizationSettings } from "@/lib/data/organization-settings";
import { listRates } from "@/lib/data/plan-rates";
import { listAndSumLines, listLines, listQuoteCurrencies } from "@/lib/data/quote-lines";
import { conversionAcross, decimalsOf, isUndated } from "@/lib/engine";
import type {
  LineFilter,
  LineGroup,
  LineGroupsInput,
  LineOrder,
  LineRates,
  LineSum,
  LinesInput,
  ListedLine,
} from "@/lib/schemas/quote-lines";

const mostGroups = 1000;
/** Rows of a file that are read at a time. */
const partSize = 2000;

export type LinesRead = LineRates & {
  readonly lines: readonly ListedLine[];
  /** Null where they were not asked for. */
  readonly sums: readonly LineSum[] | null;
};

/** A window of the organization's quote lines: those of each quote's newest received revision, or of its draft. */
export async function listQuoteLines(ctx: Context, input: LinesInput): Promise<LinesRead> {
  authorize(ctx, "quote:read");
  const { filter, withTotals, ...page } = input;
  return withOrganization(ctx.orgId, async (tx) => {
    const { rates, ...seen } = await seenBy(tx, ctx);
    const asked = { orgId: ctx.orgId, filter, ...seen };
    return withTotals
      ? { ...rates, ...(await listAndSumLines(tx, asked, page)) }
      : { ...rates, lines: await listLines(tx, asked, page), sums: null };
  });
}

export type LineGroupsRead = LineRates & { readonly groups: readonly LineGroup[] };

/** The same lines added up by supplier, category or part number, the dearest groups first. */
export async function groupQuoteLines(
  ctx: Context,
  { filter, by }: LineGroupsInput,
): Promise<LineGroupsRead> {
  authorize(ctx, "quote:read");
  return withOrganization(ctx.orgId, async (tx) => {
    const { rates, ...seen } = await seenBy(tx, ctx);
    const asked = { orgId: ctx.orgId, filter, ...seen };
    return { ...rates, groups: await groupLines(tx, asked, { by, most: mostGroups }) };
  });
}

export type LinesToExport = LineRates & {
  readonly parts: AsyncIterable<readonly ListedLine[]>;
};

/** All of them as ordered, a part after another, so that a long file is never held as a whole. */
export async function exportQuoteLines(
  ctx: Context,
  { filter, order }: { readonly filter: LineFilter; readonly order: LineOrder | null },
): Promise<LinesToExport> {
  authorize(ctx, "quote:read");
  const { orgId } = ctx;
  const { rates, asked, pinned } = await withOrganization(orgId, async (tx) => {
    const { rates, ...seen } = await seenBy(tx, ctx);
    const asked = { orgId, filter, ...seen };
    return { rates, asked, pinned: await pinRevisions(tx, asked) };
  });
  async function* parts() {
    let after: LinePlace | null = null;
    do {
      const part = { order, pinned, after, limit: partSize };
      const read: LinesPart = await withOrganization(orgId, (tx) =>
        listLinesBehind(tx, asked, part),
      );
      if (read.lines.length > 0) yield read.lines;
      after = read.lines.length < partSize ? null : read.last;
    } while (after);
  }
  return { ...rates, parts: parts() };
}

type Seen = {
  readonly rates: LineRates;
  readonly money: readonly LineMoney[];
  readonly without: readonly string[];
};

/** What the caller reads lines in, and which are not for them. */
async function seenBy(tx: Transaction, ctx: Context): Promise<Seen> {
  const { orgId } = ctx;
  const { settings } = await findOrganizationSettings(tx, orgId);
  const currency = settings.currency ?? templateCurrency;
  const currencies = await listQuoteCurrencies(tx, orgId);
  const isForeign = currencies.some((one) => one !== currency);
  const known = isForeign ? await listRates(tx, orgId) : [];
  const conversions = new Map(
    currencies.map((one) => [one, conversionAcross(known, { from: one, to: currency })]),
  );
  const money = currencies.map((one) => ({
    currency: one,
    decimals: decimalsOf(one),
    factor: one === currency ? 1 : (conversions.get(one)?.factor ?? null),
  }));
  const factors = Object.fromEntries(money.map(({ currency: one, factor }) => [one, factor]));
  const hidden = await quotesWithoutPrices(tx, orgId, ctx);
  const undated = currencies.filter((one) => {
    const conversion = conversions.get(one);
    return conversion !== undefined && isUndated(conversion);
  });
  return { rates: { currency, factors, undated }, money, without: [...hidden] };
}
