export const catalogKinds = [
  "accelerator",
  "model",
  "cloud-rental",
  "api-price",
  "server-price",
  "edge-device",
  "throughput",
  "server-power",
  "site",
  "power-price",
  "grid-intensity",
  "space",
  "staff",
  "trend",
] as const;
export type CatalogKind = (typeof catalogKinds)[number];

/** After so many months a figure says its age: prices and rates move within a year, data sheets hardly at all. */
export const staleAfterMonths: Readonly<Record<CatalogKind, number>> = {
  accelerator: 36,
  model: 36,
  "cloud-rental": 12,
  "api-price": 12,
  "server-price": 12,
  "edge-device": 12,
  throughput: 12,
  "server-power": 24,
  site: 24,
  "power-price": 12,
  "grid-intensity": 24,
  space: 24,
  staff: 24,
  trend: 12,
};

/** Whole months from one day to another, ISO dates. */
export function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split("-").map(Number);
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
}

/** Months since it was observed where those are more than its kind allows, else null. */
export function staleMonths(kind: CatalogKind, observedOn: string, today: string): number | null {
  const months = monthsBetween(observedOn, today);
  return months >= staleAfterMonths[kind] ? months : null;
}
