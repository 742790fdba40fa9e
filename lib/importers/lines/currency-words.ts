import { currencyCodes } from "@/lib/schemas/currency-code";

const codes: ReadonlySet<string> = new Set(currencyCodes);

/** Currencies that write themselves with a symbol; the first is meant where nothing else is said. */
const symbols: readonly (readonly [string, readonly string[]])[] = [
  ["US$", ["USD"]],
  ["A$", ["AUD"]],
  ["C$", ["CAD"]],
  ["HK$", ["HKD"]],
  ["S$", ["SGD"]],
  ["NT$", ["TWD"]],
  ["R$", ["BRL"]],
  ["\u20ac", ["EUR"]],
  ["\u00a3", ["GBP"]],
  ["\u00a5", ["JPY", "CNY"]],
  ["\u5143", ["CNY"]],
  ["\u5186", ["JPY"]],
  ["\u20b9", ["INR"]],
  ["\u20a9", ["KRW"]],
  ["z\u0142", ["PLN"]],
  ["K\u010d", ["CZK"]],
  ["Fr.", ["CHF"]],
  ["$", ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS"]],
  ["kr", ["SEK", "NOK", "DKK", "ISK"]],
];

/** The code or symbol that a text names, as it is written; null for none. */
export function currencyIn(text: string): string | null {
  const code = text.match(/\b[A-Z]{3}\b/g)?.find((word) => codes.has(word));
  return code ?? symbols.find(([symbol]) => text.includes(symbol))?.[0] ?? null;
}

/** Whether a code or a symbol may stand for this currency. */
export function meansCurrency(named: string, currency: string): boolean {
  return (
    named.toUpperCase() === currency ||
    (symbols.find(([symbol]) => symbol === named)?.[1].includes(currency) ?? false)
  );
}

/** Without the code or symbol that it names. */
export const withoutCurrency = (text: string, named: string): string =>
  text.replace(named, "").trim();
