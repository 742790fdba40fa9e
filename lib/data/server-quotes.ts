import type { OrgId } from "@/lib/auth/context";
import type { ServerQuote } from "@/lib/schemas/server-quote";
import type { Transaction } from "./client";
import { fromDay, toDay } from "./days";
import { type Decimal, fromDecimal, toDecimal } from "./decimal";
import { supplierIdOf } from "./suppliers";

const prices = ["serverPrice", "networkPrice", "installationPrice"] as const;
type Price = (typeof prices)[number];

/** A server quote’s row with its supplier, as Prisma reads it. */
export type ServerQuoteRow = {
  readonly number: string;
  readonly quotedOn: Date;
  readonly validUntil: Date;
  readonly provenance: unknown;
  readonly supplier: { readonly name: string };
} & { readonly [price in Price]: Decimal | null };

/** What an option is read with, so that its quote comes along. */
export const withServerQuote = {
  include: { serverQuote: { include: { supplier: true } } },
} as const;

/** Back to the form the plan's schema knows; the caller parses it with that schema. */
export function toServerQuote(row: ServerQuoteRow): unknown {
  const provenance = row.provenance as Record<Price, object>;
  const figures = prices.map((price) => [
    price,
    { ...provenance[price], value: fromDecimal(row[price]) },
  ]);
  return {
    supplierName: row.supplier.name,
    number: row.number,
    quotedOn: toDay(row.quotedOn),
    validUntil: toDay(row.validUntil),
    ...Object.fromEntries(figures),
  };
}

/** Writes a server quote over the one with this id, or as a new one; the supplier is known by its name. */
export async function saveServerQuote(
  tx: Transaction,
  orgId: OrgId,
  { id, quote, currency }: { id: string | null; quote: ServerQuote; currency: string },
): Promise<string> {
  const provenance = Object.fromEntries(
    prices.map((price) => {
      const { value, ...rest } = quote[price];
      return [price, rest];
    }),
  );
  const data = {
    supplierId: await supplierIdOf(tx, orgId, quote.supplierName),
    number: quote.number,
    quotedOn: fromDay(quote.quotedOn),
    validUntil: fromDay(quote.validUntil),
    currency,
    serverPrice: toDecimal(quote.serverPrice.value),
    networkPrice: toDecimal(quote.networkPrice.value),
    installationPrice: toDecimal(quote.installationPrice.value),
    provenance,
  };
  if (id === null) {
    const created = await tx.serverQuote.create({ data: { ...data, orgId }, select: { id: true } });
    return created.id;
  }
  await tx.serverQuote.update({ where: { orgId_id: { orgId, id } }, data });
  return id;
}

/** Prices of a plan are in the plan's currency, so its quotes follow a change of it, but where an option has its own. */
export async function setCurrencyOfServerQuotes(
  tx: Transaction,
  orgId: OrgId,
  { planId, currency }: { planId: string; currency: string },
): Promise<void> {
  await tx.$executeRaw`
    update server_quote set currency = ${currency}, updated_at = now()
    from supply_option o
    where o.org_id = ${orgId}::uuid and o.plan_id = ${planId}::uuid and o.body->>'currency' is null
      and server_quote.org_id = o.org_id and server_quote.id = o.server_quote_id`;
}
