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

/** "2029-02" for the same: how a file writes it. */
export function monthIso(startMonth: string, index: number): string {
  return monthText(startMonth, index);
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

/** What is the same for every slider step of a plan: made once for each start and length. */
function remembered<Value>(make: (startMonth: string, months: number) => Value) {
  const made = new Map<string, Value>();
  return (startMonth: string, months: number): Value => {
    const key = `${startMonth} ${months}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(startMonth, months);
    made.set(key, value);
    return value;
  };
}

/** "Month 26, Feb 2029" for every month of a plan. */
export const monthTitles = remembered((startMonth, months): readonly string[] =>
  Array.from({ length: months }, (_, index) => `Month ${index + 1}, ${monthAt(startMonth, index)}`),
);

const mostYears = 8;

/** The start, each January and the end; of a long plan not every year is named. */
export const yearTicks = remembered((startMonth, months): readonly Tick[] => {
  const januaries: Tick[] = [];
  for (let index = 1; index < months; index++) {
    const month = monthText(startMonth, index);
    if (month.endsWith("-01")) januaries.push({ at: index, label: month.slice(0, 4) });
  }
  const every = Math.max(1, Math.ceil(januaries.length / mostYears));
  const far = januaries.filter(
    ({ at }, n) => n % every === 0 && at >= months * 0.08 && at <= months * 0.94,
  );
  return [
    { at: 0, label: monthAt(startMonth, 0) },
    ...far,
    { at: months, label: `end ${monthAt(startMonth, months - 1)}` },
  ];
});
