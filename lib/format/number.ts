import { currentFormats, withMarks } from "./scope";

export const locale = "en-US";
const minus = "\u2212";

type Digits = { readonly format: (value: number) => string };

const cache = new Map<string, Digits>();

function numberFormat(options: Intl.NumberFormatOptions): Digits {
  const key = JSON.stringify(options);
  let digits = cache.get(key);
  if (!digits) {
    const english = new Intl.NumberFormat(locale, options);
    digits = { format: (value) => withMarks(english.format(value)) };
    cache.set(key, digits);
  }
  return digits;
}

const plain = numberFormat({ maximumFractionDigits: 0 });
const twoDecimals = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const upToTwoDecimals = numberFormat({ maximumFractionDigits: 2 });
const unitPrice = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 4 });
const upToThreeDigits = numberFormat({ maximumSignificantDigits: 3 });
const exact = numberFormat({ maximumFractionDigits: 6 });
const exactPrice = numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 6 });
const exactlyThreeDigits = numberFormat({
  minimumSignificantDigits: 3,
  maximumSignificantDigits: 3,
});

/** Sign in front, then the symbol, then the digits: "\u2212$5.06M". */
function signed(value: number, text: string): string {
  return value < 0 ? `${minus}${text}` : text;
}

/** "1.67", "0.800", "66.7": digits that line up in meaning, whatever the size. */
export function threeDigits(value: number): string {
  return exactlyThreeDigits.format(value);
}

/** "2,000". */
export function wholeNumber(value: number): string {
  return plain.format(value);
}

const symbols = new Map<string, string>();

/** "$" for USD, "\u20ac" for EUR, "CHF\u00a0" where a currency has no sign of its own, or codes were chosen. */
export function currencySymbol(currency: string): string {
  if (currentFormats().currency === "code" && currency !== "") return `${currency}\u00a0`;
  let symbol = symbols.get(currency);
  if (symbol === undefined) {
    const parts = new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    }).formatToParts(1);
    const found = parts.find((part) => part.type === "currency")?.value ?? currency;
    symbol = /^[A-Z]{2,}$/.test(found) ? `${found}\u00a0` : found;
    symbols.set(currency, symbol);
  }
  return symbol;
}

const scales = [
  { from: 1e12, suffix: "T" },
  { from: 1e9, suffix: "B" },
  { from: 1e6, suffix: "M" },
  { from: 1e3, suffix: "k" },
] as const;

export function toThreeDigits(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(3));
}

/** At least two decimals, below 1 three significant figures: "12.35", "0.305", "0.00123". */
function smallPrice(magnitude: number): string {
  if (magnitude === 0) return "0";
  const decimals = Math.min(12, Math.max(2, 2 - Math.floor(Math.log10(magnitude))));
  return numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: decimals }).format(
    magnitude,
  );
}

/** Three significant figures with k, M, B or T; `fixed` keeps trailing zeros. */
function scaled(magnitude: number, fixed: boolean): string | null {
  const rounded = toThreeDigits(magnitude);
  const scale = scales.find(({ from }) => rounded >= from);
  if (!scale) return null;
  const reduced = rounded / scale.from;
  if (reduced >= 1000) return `${plain.format(reduced)}${scale.suffix}`;
  return `${fixed ? withMarks(reduced.toPrecision(3)) : upToThreeDigits.format(reduced)}${scale.suffix}`;
}

/** Money in prose and cards: "$3.47M", "$880", "$12.35", "$0.305". */
export function money(value: number, currency: string): string {
  const magnitude = Math.abs(value);
  const digits =
    scaled(magnitude, true) ??
    (magnitude >= 99.95
      ? plain.format(toThreeDigits(magnitude))
      : magnitude >= 9.995
        ? twoDecimals.format(magnitude)
        : smallPrice(toThreeDigits(magnitude)));
  return signed(value, `${currencySymbol(currency)}${digits}`);
}

/** Money in full, for tables, tooltips and copies: "$3,473,184", "$0.305", "$12.50". */
export function moneyFull(value: number, currency: string): string {
  const magnitude = Math.abs(value);
  const digits =
    magnitude >= 1000
      ? plain.format(magnitude)
      : magnitude >= 10 || magnitude === 0
        ? twoDecimals.format(magnitude)
        : magnitude >= 0.01
          ? unitPrice.format(magnitude)
          : upToThreeDigits.format(magnitude);
  return signed(value, `${currencySymbol(currency)}${digits}`);
}

/** Money on an axis: "$2M", "$0.50", "0". */
export function moneyTick(value: number, currency: string): string {
  if (value === 0) return "0";
  const magnitude = Math.abs(value);
  const digits =
    scaled(magnitude, false) ??
    (Number.isInteger(magnitude) ? plain.format(magnitude) : smallPrice(magnitude));
  return signed(value, `${currencySymbol(currency)}${digits}`);
}

/** "+$1.92M" or "\u2212$5.06M": a difference always has a sign. */
export function moneyDifference(value: number, currency: string): string {
  return value > 0 ? `+${money(value, currency)}` : money(value, currency);
}

/** A count of tokens, requests or hours, short: "54.7B", "48B", "2,000". */
export function quantity(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude < 10_000) return signed(value, upToThreeDigits.format(toThreeDigits(magnitude)));
  return signed(value, scaled(magnitude, false) ?? plain.format(magnitude));
}

/** From the smallest to the largest of some counts: "332 to 3,080", or one where they read alike. */
export function quantityEnds(values: readonly number[]): string {
  const [low, high] = [quantity(Math.min(...values)), quantity(Math.max(...values))];
  return low === high ? low : `${low} to ${high}`;
}

/** A mass given in kilograms, in tonnes. */
export function tonnes(kilograms: number): string {
  return quantity(kilograms / 1000);
}

/** A count of tokens in full, in billions from one billion up: "11,398.8B". */
export function tokensFull(value: number): string {
  return value >= 1e9 ? `${numberFull(value / 1e9, 1)}B` : numberFull(value, 0);
}

/**
 * How many decimals amounts that stand under each other have: none where the largest reaches a
 * thousand, cents above ten, else enough for four figures of the largest.
 */
export function columnDecimals(values: Iterable<number | null | undefined>): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value ?? 0));
  if (largest >= 1000) return 0;
  if (largest >= 10 || largest === 0) return 2;
  return Math.min(12, Math.max(2, 3 - Math.floor(Math.log10(largest))));
}

/** Thousands separated, always so many decimals: "1,200.50". */
export function numberFixed(value: number, decimals: number): string {
  const text = numberFormat({
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(Math.abs(value));
  return /[1-9]/.test(text) ? signed(value, text) : text;
}

/** The same with a sign always, as of a difference: "+1,200.50". */
export function differenceFixed(value: number, decimals: number): string {
  const text = numberFixed(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** Money among other money, with the decimals that all of it has: see `columnDecimals`. */
export function moneyFixed(value: number, currency: string, decimals: number): string {
  const digits = numberFixed(Math.abs(value), decimals);
  const text = `${currencySymbol(currency)}${digits}`;
  return /[1-9]/.test(digits) ? signed(value, text) : text;
}

/** Thousands separated, at most `decimals` decimals. */
export function numberFull(value: number, decimals = 6): string {
  const text =
    decimals === 6
      ? exact.format(Math.abs(value))
      : numberFormat({ maximumFractionDigits: decimals }).format(Math.abs(value));
  return text === "0" ? text : signed(value, text);
}

/** A price in full without its currency, cents at least: "3.50", "14.2416", "285,000.00". */
export function priceFull(value: number): string {
  return signed(value, exactPrice.format(Math.abs(value)));
}

/** A fraction as a percentage: 0.085 is "8.5%". */
export function percent(fraction: number): string {
  return `${percentNumber(fraction)}%`;
}

export function percentNumber(fraction: number): string {
  const value = Math.abs(fraction) * 100;
  const text = value >= 100 ? plain.format(value) : upToTwoDecimals.format(value);
  return text === "0" ? text : signed(fraction, text);
}

/** A share in words of whole percent; never "0%" or "100%" for what is neither. */
export function share(fraction: number): string {
  const whole = Math.round(fraction * 100);
  if (whole === 0 && fraction > 0) return "under 1%";
  if (whole === 100 && fraction < 1) return "over 99%";
  return `${plain.format(whole)}%`;
}
