import { monthsPerYear } from "./units";

/** `YYYY-MM` of the month `index` months after `startMonth`. */
export function monthText(startMonth: string, index: number): string {
  const month = monthNumber(startMonth) + index;
  const year = Math.floor(month / monthsPerYear);
  return `${String(year).padStart(4, "0")}-${String((month % monthsPerYear) + 1).padStart(2, "0")}`;
}

/** 0 = January. */
export function calendarMonth(startMonth: string, index: number): number {
  return (monthNumber(startMonth) + index) % monthsPerYear;
}

/** Month index, from the start of the plan, that a date or month lies in; negative before the start. */
export function monthIndex(startMonth: string, date: string): number {
  return monthNumber(date) - monthNumber(startMonth);
}

function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * monthsPerYear + Number(text.slice(5, 7)) - 1;
}
