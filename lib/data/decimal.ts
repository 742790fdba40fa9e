/** What Prisma takes for a DECIMAL column, and what it gives. */
export type Decimal = { toString(): string };

/** Decimals of a price that someone signs, in the database and in the schema alike. */
const decimals = 4;

/** Exact on the way in: the schema lets no price through that has more decimals. */
export const toDecimal = (price: number | null): string | null =>
  price === null ? null : price.toFixed(decimals);

export const fromDecimal = (price: Decimal | null): number | null =>
  price === null ? null : Number(price.toString());
