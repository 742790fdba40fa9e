import { monthText } from "@/lib/engine";
import { counted, monthName } from "@/lib/format";

/** "month 26" for index 25. */
export function monthNumber(index: number): string {
  return `month ${index + 1}`;
}

/** "Feb 2029" for index 25 of a plan that starts in Jan 2027. */
export function monthAt(startMonth: string, index: number): string {
  return monthName(monthText(startMonth, index));
}

/** "60 months", said with every answer. */
export function horizonText(months: number): string {
  return counted(months, "month");
}

/** "months 5 to 9", "month 5". */
export function monthRange(from: number, to: number): string {
  return from === to ? monthNumber(from) : `months ${from + 1} to ${to + 1}`;
}

type Tick = { readonly at: number; readonly label: string };

/** The start, each January and the end; at most `atMost` years are named. */
export function yearTicks(startMonth: string, months: number, atMost = 8): readonly Tick[] {
  const januaries: Tick[] = [];
  for (let index = 1; index < months; index++) {
    const month = monthText(startMonth, index);
    if (month.endsWith("-01")) januaries.push({ at: index, label: month.slice(0, 4) });
  }
  const every = Math.ceil(januaries.length / atMost);
  const far = januaries.filter(
    ({ at }, n) => n % Math.max(1, every) === 0 && at >= months * 0.08 && at <= months * 0.94,
  );
  return [
    { at: 0, label: monthAt(startMonth, 0) },
    ...far,
    { at: months, label: `end ${monthAt(startMonth, months - 1)}` },
  ];
}
