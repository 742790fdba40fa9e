import { counted, money } from "@/lib/format";
import { does } from "./agree";
import { idleTrainingNote } from "./idle-training";
import { horizonText, monthTitles, yearTicks } from "./months";
import { optionName, taxWords } from "./names";
import { optionSeries } from "./option-series";
import { completeOptions, type Results } from "./results";
import { monthCell, monthColumn, priceCells } from "./table";
import type { ChartView, TableView } from "./types";

type Ends = { readonly optionId: string; readonly first: number; readonly last: number };

/** Accrual inference cost of a million tokens, over the twelve months up to each month. */
export function tokenCostChart(results: Results): ChartView | null {
  const { plan, projection } = results;
  const costs = trailingCosts(results);
  const ends = costs.flatMap(endsOf);
  const cheapest = ends.reduce<Ends | undefined>(
    (best, option) => (best && best.last <= option.last ? best : option),
    undefined,
  );
  if (!cheapest) return null;
  const note = idleTrainingNote(results, completeOptions(projection));
  return {
    id: "token-cost",
    kind: "line",
    title: title(results, ends, cheapest),
    basis: `Inference as consumed${taxWords(plan)}, training apart. Each point covers the twelve months up to it.`,
    unitLabel: `${plan.currency} per million tokens, consumed`,
    x: Array.from({ length: projection.months }, (_, index) => index + 0.5),
    xNames: monthTitles(projection.startMonth, projection.months),
    xTicks: yearTicks(projection.startMonth, projection.months),
    yFromZero: true,
    yUnit: "moneyPerMillionTokens",
    currency: plan.currency,
    series: optionSeries(
      results,
      costs.map(({ optionId, costs: values }) => ({ optionId, values })),
      (last) => money(last, plan.currency),
    ),
    marks: [],
    bands: [],
    ...(note && { note }),
    get table() {
      return table(results, costs);
    },
  };
}

/** Months that share a machine with a training run cost less for inference: a year evens that out. */
const windowMonths = 12;

type Costs = readonly { readonly optionId: string; readonly costs: readonly (number | null)[] }[];

function trailingCosts({ projection }: Results): Costs {
  const tokens = sumsUpTo(projection.servedTokens);
  return completeOptions(projection).map(({ optionId, accrual }) => {
    const money = sumsUpTo(accrual.inference);
    const within = (sums: readonly number[], month: number) =>
      (sums[month + 1] ?? 0) - (sums[Math.max(0, month + 1 - windowMonths)] ?? 0);
    const costs = projection.servedTokens.map((_, month) => {
      const served = within(tokens, month);
      return served > 0 ? (within(money, month) / served) * 1e6 : null;
    });
    return { optionId, costs };
  });
}

/** The sum before each month, and of all months at the end. */
function sumsUpTo(series: readonly number[]): readonly number[] {
  const sums = [0];
  for (const amount of series) sums.push((sums.at(-1) ?? 0) + amount);
  return sums;
}

function endsOf({ optionId, costs }: Costs[number]): Ends[] {
  const first = costs.find((cost) => cost !== null);
  const last = costs.findLast((cost) => cost !== null);
  return typeof first === "number" && typeof last === "number" ? [{ optionId, first, last }] : [];
}

/** A change of less than this share of the first value is none. */
const leastChange = 0.005;

function direction({ first, last }: Ends): "falls" | "rises" | "stays" {
  if (Math.abs(last - first) <= Math.abs(first) * leastChange) return "stays";
  return last < first ? "falls" : "rises";
}

/** Amounts stand at the lines' ends: a title that changed at every slider step could not be read. */
function title({ plan, projection }: Results, ends: readonly Ends[], cheapest: Ends): string {
  const name = optionName(plan, cheapest.optionId);
  if (ends.length === 1) {
    const [first, last] = [cheapest.first, cheapest.last].map((cost) => money(cost, plan.currency));
    const change = direction(cheapest) === "stays" ? `at ${last}` : `from ${first} to ${last}`;
    return `A million tokens on ${name}: ${change} in ${horizonText(projection.months)}`;
  }
  const falling = ends.filter((option) => direction(option) === "falls").length;
  const rising = ends.filter((option) => direction(option) === "rises").length;
  return `${finding(ends.length, falling, rising)}; ${does(name, "ends")} lowest`;
}

function finding(options: number, falling: number, rising: number): string {
  if (falling === options) return "Every option gets cheaper by the token";
  if (rising === options) return "Every option gets dearer by the token";
  if (falling + rising === 0) return "The cost of a token stays where it is";
  return falling > 0
    ? `${falling} of ${counted(options, "option")} ${falling === 1 ? "gets" : "get"} cheaper by the token`
    : "No option gets cheaper by the token";
}

function table({ plan, projection }: Results, all: Costs): TableView {
  const price = priceCells(all.flatMap(({ costs }) => costs));
  return {
    id: "token-cost",
    caption:
      "Inference cost per million tokens, as consumed, in the twelve months up to each month",
    columns: [
      monthColumn,
      ...all.map(({ optionId }) => ({
        id: optionId,
        label: optionName(plan, optionId),
        unit: `${plan.currency}/M tokens`,
        align: "right" as const,
      })),
    ],
    rows: Array.from({ length: projection.months }, (_, month) => ({
      id: String(month),
      cells: [
        monthCell(projection.startMonth, month),
        ...all.map(({ optionId, costs }) =>
          price(costs[month], {
            optionId,
            measure: "costPerMillionTokens",
            fromMonth: Math.max(0, month - windowMonths + 1),
            toMonth: month,
          }),
        ),
      ],
    })),
  };
}
