import type { OptionProjection } from "@/lib/engine/types";
import { money } from "@/lib/format";
import { horizonText, monthAt, yearTicks } from "./months";
import { optionName, optionStyle, shortOptionName } from "./names";
import { colouredIds, completeOptions, type Results } from "./results";
import { moneyCell, textCell } from "./table";
import type { ChartSeries, ChartView, SeriesStyle, TableView } from "./types";

const otherStyle: SeriesStyle = { kind: null, nthOfKind: 1, texture: "solid" };

type Ends = { readonly optionId: string; readonly first: number; readonly last: number };

/** Accrual inference cost of a million tokens, month by month. */
export function tokenCostChart(results: Results): ChartView | null {
  const { plan, projection } = results;
  const ends = completeOptions(projection).flatMap((option) => endsOf(option));
  const cheapest = ends.reduce<Ends | undefined>(
    (best, option) => (best && best.last <= option.last ? best : option),
    undefined,
  );
  if (!cheapest) return null;
  return {
    id: "token-cost",
    kind: "line",
    title: title(results, ends, cheapest),
    basis: "Inference as consumed, training apart: input, cached and output tokens together.",
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

function endsOf({ optionId, costPerMillionTokens }: OptionProjection): Ends[] {
  const priced = costPerMillionTokens.filter((cost) => cost !== null);
  const [first, last] = [priced[0], priced.at(-1)];
  return first === undefined || last === undefined ? [] : [{ optionId, first, last }];
}

function title({ plan, projection }: Results, ends: readonly Ends[], cheapest: Ends): string {
  const name = optionName(plan, cheapest.optionId);
  const change = `from ${money(cheapest.first, plan.currency)} to ${money(cheapest.last, plan.currency)}`;
  const within = `in ${horizonText(projection.months)}`;
  if (ends.length === 1) return `A million tokens on ${name} goes ${change} ${within}`;
  const falling = ends.filter(({ first, last }) => last < first).length;
  const all =
    falling === ends.length
      ? "Every option gets cheaper by the token"
      : falling === 0
        ? "No option gets cheaper by the token"
        : `${falling} of ${ends.length} options get cheaper by the token`;
  return `${all}; ${name} ends lowest, ${change}`;
}

function series({ plan, projection }: Results): ChartSeries[] {
  const coloured = colouredIds(projection);
  return completeOptions(projection).map((option) => {
    const last = option.costPerMillionTokens.findLast((cost) => cost !== null);
    const shown = coloured.has(option.optionId);
    return {
      id: option.optionId,
      label: optionName(plan, option.optionId),
      shortLabel: shortOptionName(plan, option.optionId),
      style: shown ? optionStyle(plan, option.optionId) : otherStyle,
      values: option.costPerMillionTokens,
      ...(shown && typeof last === "number" && { endLabel: money(last, plan.currency) }),
    };
  });
}

function table({ plan, projection }: Results): TableView {
  const options = completeOptions(projection);
  return {
    id: "token-cost",
    caption: "Inference cost per million tokens by option and month, as consumed",
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
          moneyCell(option.costPerMillionTokens[month], plan.currency, {
            optionId: option.optionId,
            measure: "costPerMillionTokens",
            fromMonth: month,
            toMonth: month,
          }),
        ),
      ],
    })),
  };
}
