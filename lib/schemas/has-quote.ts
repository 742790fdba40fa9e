import type { ServerQuote } from "./server-quote";

/** Stands for the supplier while a price is only an estimate. */
export const noQuoteYet = "Estimate, no quote yet";

/** True where a supplier offered the price, so that the offer's last day means something. */
export function hasQuote({ supplierName }: Pick<ServerQuote, "supplierName">): boolean {
  return supplierName.trim() !== noQuoteYet;
}
