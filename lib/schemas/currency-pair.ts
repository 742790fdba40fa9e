/** Two currencies: what one of `from` is worth in `to`. */
export type CurrencyPair = { readonly from: string; readonly to: string };

export const pairName = ({ from, to }: CurrencyPair) => `${from} to ${to}`;

/** How a path names the pair: `eur-usd`. */
export const pairKey = ({ from, to }: CurrencyPair) => `${from}-${to}`.toLowerCase();
