import type { BudgetCause, BudgetVariance, View } from "@/lib/engine/types";
import { counted, listed, money } from "@/lib/format";
import { coverage, fiscalYearName } from "./budget";
import { monthAt } from "./months";
import { lineNames, optionName } from "./names";
import type { Results } from "./results";

type Words = {
  readonly currency: string;
  readonly startMonth: string;
};

/** Less than this is the same amount in words. */
const smallest = 0.5;

type Compared = BudgetVariance & { readonly difference: number };

const isCompared = (year: BudgetVariance): year is Compared => year.difference !== null;
const nameOf = ({ fiscalYear }: BudgetVariance) => fiscalYearName(fiscalYear.year);
const basisOf = ({ budget }: BudgetVariance): View => budget?.basis ?? "cash";

/** The finding over the chart: the year that is furthest over, else how near the nearest comes. */
export function budgetTitle(
  { plan }: Pick<Results, "plan">,
  optionId: string,
  years: readonly BudgetVariance[],
): string {
  const name = optionName(plan, optionId);
  const compared = years.filter(isCompared);
  const [furthest, ...others] = compared.toSorted((a, b) => b.difference - a.difference);
  if (!furthest) return `${name}, by fiscal year: no year can be compared with a budget yet`;
  const more = others.filter(({ difference }) => difference >= smallest).length;
  if (furthest.difference >= smallest)
    return `${nameOf(furthest)} is ${standing(furthest, plan.currency)}${more > 0 ? `; ${counted(more, "more year is", "more years are")} over` : ""}`;
  const nearest = `${nameOf(furthest)} is ${standing(furthest, plan.currency)}`;
  return compared.length === 1
    ? nearest
    : `${compared.length === 2 ? "Both" : `All ${compared.length}`} years with a budget stay within it; ${nearest}`;
}

/** "$182k over budget in cash". */
function standing(year: Compared, currency: string): string {
  const basis = `in ${basisOf(year)}`;
  if (Math.abs(year.difference) < smallest) return `on budget ${basis}`;
  const amount = money(Math.abs(year.difference), currency);
  return `${amount} ${year.difference > 0 ? "over" : "under"} budget ${basis}`;
}

/** One sentence for each year with a budget, and one for all that have none. */
export function budgetSentences(
  { plan, projection }: Pick<Results, "plan" | "projection">,
  years: readonly BudgetVariance[],
): readonly { readonly id: string; readonly text: string }[] {
  const words = { currency: plan.currency, startMonth: projection.startMonth };
  const said = years
    .filter(({ state }) => state !== "noBudget")
    .map((year) => ({ id: nameOf(year), text: yearSentence(year, words) }));
  const without = years.filter(({ state }) => state === "noBudget").map(nameOf);
  if (without.length === 0) return said;
  const verb = without.length === 1 ? "has" : "have";
  return [...said, { id: "none", text: `${listed(without)} ${verb} no budget.` }];
}

function yearSentence(year: BudgetVariance, words: Words): string {
  if (!isCompared(year)) return partialSentence(year, words);
  const start = `${nameOf(year)} is ${standing(year, words.currency)}`;
  const other = otherText(year, words);
  if (year.difference >= smallest) {
    const cause = year.cause ? `${causeText(year, year.cause, words)}; ` : "";
    return `${start}: ${cause}${other}.${partNote(year)}`;
  }
  const cause = year.cause ? ` ${causeText(year, year.cause, words)}.` : "";
  return `${start}; ${other}.${cause}${partNote(year)}`;
}

function partialSentence({ fiscalYear, ...year }: BudgetVariance, words: Words): string {
  const name = fiscalYearName(fiscalYear.year);
  const amount = money(year.budget?.amount.value ?? 0, words.currency);
  const [from, to] = [fiscalYear.fromMonth, fiscalYear.toMonth].map((month) =>
    monthAt(words.startMonth, month),
  );
  const months = from === to ? from : `${from} to ${to}`;
  return `${name} is not compared: the plan covers ${coverage(fiscalYear)} (${months}), and its budget of ${amount} is for all of them. Mark the budget as for the months in the plan only, with their share of the amount, to compare them.`;
}

function partNote({ fiscalYear }: BudgetVariance): string {
  const part = coverage(fiscalYear);
  return part ? ` Both cover ${part}.` : "";
}

/** "$1.90M goes to servers, paid in Mar 2027"; where nothing is over, it is called the largest line. */
function causeText(
  year: BudgetVariance,
  { lineId, amount, months, monthsHoldAll }: BudgetCause,
  { currency, startMonth }: Words,
): string {
  const line = lineNames[lineId].toLowerCase();
  const isOver = (year.difference ?? 0) >= smallest;
  const goes = isOver
    ? `${money(amount, currency)} goes to ${line}`
    : `The largest line is ${line}, ${money(amount, currency)}`;
  const verb = basisOf(year) === "cash" ? "paid" : "consumed";
  if (months.length === 0) return `${goes}, ${verb} through the year`;
  const when = listed(months.map((month) => monthAt(startMonth, month)));
  return monthsHoldAll ? `${goes}, ${verb} in ${when}` : `${goes}, most of it ${verb} in ${when}`;
}

/** What the view that the budget does not count says of the same amount. */
function otherText(year: Compared, { currency }: Words): string {
  const view = basisOf(year) === "cash" ? "accrual" : "cash";
  const difference = year.otherDifference ?? 0;
  if (Math.abs(difference) < smallest) return `${view} meets it`;
  const amount = money(Math.abs(difference), currency);
  if (difference < 0) return `${view} stays ${amount} under`;
  return year.difference > 0 ? `${view} is ${amount} over too` : `${view} is ${amount} over`;
}
