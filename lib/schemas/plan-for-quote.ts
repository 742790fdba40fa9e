import type { ExchangeRate } from "./exchange-rate";
import type { OnPremisesOption } from "./on-premises-option";

/** On-premises options that may take a quote, and the plan's rates that bring it into their currency. */
export type PlanForQuote = {
  readonly options: readonly OnPremisesOption[];
  readonly currency: string;
  readonly exchangeRates: readonly ExchangeRate[];
};
