import { isMoneyUnit, missingWord, type Unit } from "@/lib/schemas/figure";
import {
  currencySymbol,
  money,
  numberFull,
  percentNumber,
  priceFull,
  quantity,
  threeDigits,
  toThreeDigits,
} from "./number";
import { withMarks } from "./scope";

export type UnitText = { readonly value: string; readonly unit: string };

const unitTexts: Record<Unit, (currency: string) => string> = {
  fraction: () => "%",
  fractionPerYear: () => "%/yr",
  count: () => "",
  fullTimeEquivalents: () => "FTE",
  ratio: () => "x",
  months: () => "months",
  month: () => "",
  exchangeRate: () => "",
  hoursPerDay: () => "h/day",
  requestsPerMonth: () => "requests/month",
  tokensPerRequest: () => "tokens/request",
  tokensPerSecond: () => "tok/s",
  milliseconds: () => "ms",
  acceleratorHours: () => "accelerator-hours",
  days: () => "days",
  billionParameters: () => "billion",
  billionTokens: () => "billion tokens",
  teraflopsPerSecond: () => "TFLOP/s",
  watts: () => "W",
  kilowatts: () => "kW",
  kilogramsPerKilowattHour: () => "kg CO2e/kWh",
  money: (currency) => currency,
  moneyPerMonth: (currency) => `${currency}/month`,
  moneyPerYear: (currency) => `${currency}/yr`,
  gigabytes: () => "GB",
  moneyPerThousandRequests: (currency) => `${currency}/${withMarks("1,000")} requests`,
  moneyPerGigabyte: (currency) => `${currency}/GB`,
  moneyPerGigabyteMonth: (currency) => `${currency}/GB-month`,
  moneyPerMillionTokens: (currency) => `${currency}/M tokens`,
  moneyPerAcceleratorHour: (currency) => `${currency}/accelerator-h`,
  moneyPerAcceleratorYear: (currency) => `${currency}/accelerator-yr`,
  moneyPerServer: (currency) => `${currency}/server`,
  moneyPerServerMonth: (currency) => `${currency}/server-month`,
  moneyPerServerYear: (currency) => `${currency}/server-yr`,
  moneyPerDevice: (currency) => `${currency}/device`,
  moneyPerDeviceMonth: (currency) => `${currency}/device-month`,
  moneyPerRack: (currency) => `${currency}/rack`,
  moneyPerRackMonth: (currency) => `${currency}/rack-month`,
  moneyPerKilowattHour: (currency) => `${currency}/kWh`,
  moneyPerKilowattMonth: (currency) => `${currency}/kW-month`,
};

/** Units of what Loadline computes of energy; each says what it is divided by. */
export const energyUnits = {
  tokensPerSecondPerMegawatt: "tok/s per MW",
  tokensPerKilowattHour: "tokens/kWh",
  kilowattHoursPerMillionTokens: "kWh/M tokens",
  gramsPerMillionTokens: "g CO2e/M tokens",
  kilowattHours: "kWh",
} as const;
export type EnergyUnit = keyof typeof energyUnits;

const kilowattHoursPer = [
  { unit: "GWh", from: 1e6 },
  { unit: "MWh", from: 1e3 },
] as const;

/** "0.417 kWh/M tokens", "2.8M tok/s per MW"; energy alone by its size: "820 kWh", "14.6 MWh". */
export function energyText(value: number, unit: EnergyUnit): string {
  const scale = unit === "kilowattHours" && kilowattHoursPer.find(({ from }) => value >= from);
  if (scale) return `${quantity(value / scale.from)} ${scale.unit}`;
  return `${quantity(value)} ${energyUnits[unit]}`;
}

/** The unit alone, as it stands after a number or in a table head. */
export function unitText(unit: Unit, currency: string): string {
  return unitTexts[unit](currency);
}

export function isPercentUnit(unit: Unit): boolean {
  return unit === "fraction" || unit === "fractionPerYear";
}

/** Units that are counted, for exactly one of them. */
const singular: Partial<Record<Unit, string>> = {
  months: "month",
  acceleratorHours: "accelerator-hour",
  days: "day",
  requestsPerMonth: "request/month",
  tokensPerRequest: "token/request",
};

/** An input's value and its unit apart, in full: { value: "\u221230", unit: "%/yr" }. */
export function figureParts(value: number | null, unit: Unit, currency: string): UnitText {
  if (value === null) return { value: missingWord(unit), unit: "" };
  if (unit === "month") return { value: `month ${numberFull(value)}`, unit: "" };
  const digits = isPercentUnit(unit) ? percentNumber(value) : numberFull(value);
  const named = unitText(unit, currency);
  return { value: digits, unit: value === 1 ? (singular[unit] ?? named) : named };
}

/** The same for a column of figures: money has cents at least, so that amounts align. */
export function columnFigureParts(value: number | null, unit: Unit, currency: string): UnitText {
  const parts = figureParts(value, unit, currency);
  return value !== null && isMoneyUnit(unit) ? { ...parts, value: priceFull(value) } : parts;
}

/** An input's value with its unit in one string: "\u221230%/yr", "4,300 tok/s", "3.3 USD/accelerator-h". */
export function figureText(value: number | null, unit: Unit, currency: string): string {
  return joined(figureParts(value, unit, currency), unit);
}

/** The same for a column of figures: "3.50 $/accelerator-h". */
export function columnFigureText(value: number | null, unit: Unit, currency: string): string {
  return joined(columnFigureParts(value, unit, currency), unit);
}

function joined(parts: UnitText, unit: Unit): string {
  if (parts.unit === "") return parts.value;
  return isPercentUnit(unit) ? `${parts.value}${parts.unit}` : `${parts.value} ${parts.unit}`;
}

const largeCount = 10_000;

/** An input's value in prose, three figures and its unit: "$285k/server", "\u221220%/yr", "1.7x", "24M requests/month". */
export function inputText(value: number, unit: Unit, currency: string): string {
  if (isMoneyUnit(unit)) return `${money(value, currency)}${unitText(unit, "")}`;
  const short = toThreeDigits(value);
  if (Math.abs(short) >= largeCount && !isPercentUnit(unit))
    return `${quantity(short)} ${unitText(unit, "")}`.trim();
  const text = figureText(short, unit, currencySymbol(currency));
  return unit === "ratio" ? text.replace(" x", "x") : text;
}

/** A factor in three figures: "1.88x". */
export function ratioText(ratio: number): string {
  return `${Math.abs(ratio) >= largeCount ? quantity(toThreeDigits(ratio)) : threeDigits(ratio)}x`;
}

const millisecondsPerSecond = 1000;
const bytesPerGigabyte = 1e9;

/** "24.5 ms". */
export function millisecondsText(seconds: number): string {
  return `${quantity(seconds * millisecondsPerSecond)} ms`;
}

/** "38.8 GB". */
export function gigabytesText(bytes: number): string {
  return `${quantity(bytes / bytesPerGigabyte)} GB`;
}

const bytesPerKilobyte = 1024;
const bytesPerMegabyte = 1024 * bytesPerKilobyte;

/** The size of a file: "23.4 KB" or "1.2 MB". */
export function fileSizeText(bytes: number): string {
  return bytes < bytesPerMegabyte
    ? `${quantity(bytes / bytesPerKilobyte)} KB`
    : `${quantity(bytes / bytesPerMegabyte)} MB`;
}
