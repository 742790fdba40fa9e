import type { Series } from "./types";

/** One number for each of `months` months. */
export function series(months: number, at: (month: number) => number): number[] {
  const values = zeros(months);
  for (let month = 0; month < months; month += 1) values[month] = at(month);
  return values;
}

export function zeros(months: number): number[] {
  return new Array<number>(months > 0 ? Math.ceil(months) : 0).fill(0);
}

/** The value of a month, 0 outside the horizon. */
export function at(values: Series, month: number): number {
  return month < values.length ? (values[month] ?? 0) : 0;
}

/** Adds to the value of a month. */
export function addTo(values: number[], month: number, amount: number): void {
  values[month] = (values[month] ?? 0) + amount;
}

export function total(values: Series): number {
  let sum = 0;
  for (let month = 0; month < values.length; month += 1) sum += at(values, month);
  return sum;
}

export function addSeries(months: number, all: readonly Series[]): number[] {
  const sums = zeros(months);
  for (const one of all) {
    for (let month = 0; month < months; month += 1) addTo(sums, month, at(one, month));
  }
  return sums;
}

export function multiplySeries(a: Series, b: Series): number[] {
  return a.map((value, month) => value * at(b, month));
}

export function scaleSeries(values: Series, factor: number): number[] {
  return values.map((value) => value * factor);
}

/** Whether no month has anything. */
export function isAllZero(values: Series): boolean {
  for (let month = 0; month < values.length; month += 1) if (values[month] !== 0) return false;
  return true;
}

export function cumulate(values: Series): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}
