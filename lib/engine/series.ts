import type { Series } from "./types";

/** One number for each of `months` months. */
export function series(months: number, at: (month: number) => number): number[] {
  const values: number[] = [];
  for (let month = 0; month < months; month += 1) values.push(at(month));
  return values;
}

export function zeros(months: number): number[] {
  return series(months, () => 0);
}

/** The value of a month, 0 outside the horizon. */
export function at(values: Series, month: number): number {
  return values[month] ?? 0;
}

export function total(values: Series): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

export function addSeries(months: number, all: readonly Series[]): number[] {
  return series(months, (month) => {
    let sum = 0;
    for (const one of all) sum += at(one, month);
    return sum;
  });
}

export function multiplySeries(a: Series, b: Series): number[] {
  return a.map((value, month) => value * at(b, month));
}

export function scaleSeries(values: Series, factor: number): number[] {
  return values.map((value) => value * factor);
}

export function cumulate(values: Series): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}
