import type { OptionProjection, Projection } from "@/lib/engine/types";
import { counted, money } from "@/lib/format";
import { does } from "./agree";
import { horizonText, monthAt, yearTicks } from "./months";
import { optionName, optionStyle, shortOptionName } from "./names";
import { colouredIds, completeOptions, type Results } from "./results";
import { moneyCell, textCell } from "./table";
import type { ChartSeries, ChartView, SeriesStyle, TableView } from "./types";

const otherStyle: SeriesStyle = { kind: null, nthOfKind: 1, texture: "solid" };

type Ends = { readonly optionId: string; readonly first: number; readonly last: number };

/** Accrual inference cost of a million tokens, over the twelve months up to each month. */
export function tokenCostChart(results: Results): ChartView | null {
  const { plan, projection } = results;
  const ends = completeOptions(projection).flatMap((option) => endsOf(projection, option));
  const cheapest = ends.reduce<Ends | undefined>(
    (best, option) => (best && best.last <= option.last ? best : option),
    undefined,
  );
  if (!cheapest) return null;
  return {
    id: "token-cost",
    kind: "line",
    title: title(results, ends, cheapest),
    basis: "Inference as consumed, training apart. Each point covers the twelve months up to it.",
    unitLabel: `${plan.currency} per million tokens, consumed`,
    x: Array.from({ length: projection.months }, (_, index) => index + 0.5),
    xNames: Array.from(
      { length: projection.months },
      (_, index) => `Month ${index + 1}, ${monthAt(projection.startMonth, index)}`,
    ),
    xTicks: yearTicks(projection.startMonth, projection.months),
    yFromZero: true,
    yUnit: "moneyPerMillionTokens",
    currency: plan.currency,
    series: series(results),
    marks: [],
    bands: [],
    get table() {
      return table(results);
    },
  };
}

/** Months that share a machine with a training run cost less for inference: a year evens that out. */
const windowMonths = 12;

function trailingCosts(projection: Projection, option: OptionProjection): (number | null)[] {
  const sum = (series: readonly number[], month: number) =>
    series
      .slice(Math.max(0, month - windowMonths + 1), month + 1)
      .reduce((total, amount) => total + amount, 0);
  return projection.servedTokens.map((_, month) => {
    const tokens = sum(projection.servedTokens, month);
    return tokens > 0 ? (sum(option.accrual.inference, month) / tokens) * 1e6 : null;
  });
}

function endsOf(projection: Projection, option: OptionProjection): Ends[] {
  const priced = trailingCosts(projection, option).filter((cost) => cost !== null);
  const [first, last] = [priced[0], priced.at(-1)];
  const { optionId } = option;
  return first === undefined || last === undefined ? [] : [{ optionId, first, last }];
}

/** A change of less than this share of the first value is none. */
const leastChange = 0.005;

function direction({ first, last }: Ends): "falls" | "rises" | "stays" {
  if (Math.abs(last - first) <= Math.abs(first) * leastChange) return "stays";
  return last < first ? "falls" : "rises";
}

function title({ plan, projection }: Results, ends: readonly Ends[], cheapest: Ends): string {
  const name = optionName(plan, cheapest.optionId);
  const [first, last] = [cheapest.first, cheapest.last].map((cost) => money(cost, plan.currency));
  const change = direction(cheapest) === "stays" ? `at ${last}` : `from ${first} to ${last}`;
  if (ends.length === 1) {
    return `A million tokens on ${name}: ${change} in ${horizonText(projection.months)}`;
  }
  const falling = ends.filter((option) => direction(option) === "falls").length;
  const rising = ends.filter((option) => direction(option) === "rises").length;
  return `${finding(ends.length, falling, rising)}; ${does(name, "ends")} lowest, ${change}`;
}

function finding(options: number, falling: number, rising: number): string {
  if (falling === options) return "Every option gets cheaper by the token";
  if (rising === options) return "Every option gets dearer by the token";
  if (falling + rising === 0) return "The cost of a token stays where it is";
  return falling > 0
    ? `${falling} of ${counted(options, "option")} ${falling === 1 ? "gets" : "get"} cheaper by the token`
    : "No option gets cheaper by the token";
}

function series({ plan, projection }: Results): ChartSeries[] {
  const coloured = colouredIds(projection);
  return completeOptions(projection).map((option) => {
    const values = trailingCosts(projection, option);
    const last = values.findLast((cost) => cost !== null);
    const shown = coloured.has(option.optionId);
    return {
      id: option.optionId,
      label: optionName(plan, option.optionId),
      shortLabel: shortOptionName(plan, option.optionId),
      style: shown ? optionStyle(plan, option.optionId) : otherStyle,
      values,
      ...(shown && typeof last === "number" && { endLabel: money(last, plan.currency) }),
    };
  });
}

function table({ plan, projection }: Results): TableView {
  const options = completeOptions(projection).map((option) => ({
    ...option,
    trailing: trailingCosts(projection, option),
  }));
  return {
    id: "token-cost",
    caption:
      "Inference cost per million tokens, as consumed, in the twelve months up to each month",
    columns: [
      { id: "month", label: "Month", align: "left" },
      ...options.map(({ optionId }) => ({
        id: optionId,
        label: optionName(plan, optionId),
        unit: `${plan.currency}/M tokens`,
        align: "right" as const,
      })),
    ],
    rows: Array.from({ length: projection.months }, (_, month) => ({
      id: String(month),
      cells: [
        textCell(`${month + 1}, ${monthAt(projection.startMonth, month)}`, month),
        ...options.map((option) =>
          moneyCell(option.trailing[month], plan.currency, {
            optionId: option.optionId,
            measure: "costPerMillionTokens",
            fromMonth: Math.max(0, month - windowMonths + 1),
            toMonth: month,
          }),
        ),
      ],
    })),
  };
}
