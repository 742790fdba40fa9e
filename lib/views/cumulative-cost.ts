import { money } from "@/lib/format";
import { does } from "./agree";
import { type Crossing, crossingsOf } from "./crossings";
import { leadOf } from "./lead";
import { horizonText, monthAt, monthNumber, monthTitles, yearTicks } from "./months";
import { basisWords, optionName, viewWords } from "./names";
import { optionSeries } from "./option-series";
import { completeOptions, leaderAtHorizon, type Results } from "./results";
import { leadTitle } from "./sentences";
import { amountCells, monthCell, monthColumn } from "./table";
import type { ChartMark, ChartSeries, ChartView, TableView } from "./types";

/** What each option has cost so far, month by month, with the crossings named. */
export function cumulativeCostChart(results: Results): ChartView | null {
  const { plan, projection, view } = results;
  const leader = leaderAtHorizon(results);
  if (!leader) return null;
  const names = (id: string) => optionName(plan, id);
  const ids = completeOptions(projection).map(({ optionId }) => optionId);
  const basis = { view, discountRatePerYearFraction: null };
  const lead = leadOf(projection, leader.optionId, ids, basis);
  const crossings = crossingsOf(projection, ids, basis);
  const main = crossings.find(
    ({ month, winnerId }) => winnerId === leader.optionId && month === lead.forGoodFrom,
  );
  const other = secondCrossing(crossings, main, projection.months);
  return {
    id: "cumulative-cost",
    kind: "line",
    title:
      ids.length === 1
        ? `${does(names(leader.optionId), "costs")} ${money(leader.summary[view], plan.currency)} over ${horizonText(projection.months)}`
        : leadTitle(lead, projection.months, names, other),
    basis: `Cumulative cost by option, ${basisWords(plan, view)}, not discounted. ${residualBasis(results)}`,
    unitLabel: `${plan.currency}, cumulative, ${viewWords[view].adjective}`,
    x: Array.from({ length: projection.months + 1 }, (_, index) => index),
    xNames: ["Start", ...monthTitles(projection.startMonth, projection.months)],
    xTicks: yearTicks(projection.startMonth, projection.months),
    yFromZero: true,
    yUnit: "money",
    currency: plan.currency,
    series: lines(results),
    marks: inOrder(crossings, main, other).map((crossing) =>
      markOf(results, crossing, { main, other }),
    ),
    bands: [],
    get table() {
      return cumulativeTable(results);
    },
  };
}

/** The change of the lead first, since a phone names that one alone; the rest in order of time. */
function inOrder(
  crossings: readonly Crossing[],
  main: Crossing | undefined,
  other: Crossing | undefined,
): readonly Crossing[] {
  const first = [main, other].filter((crossing) => crossing !== undefined);
  return [...first, ...crossings.filter((crossing) => !first.includes(crossing))];
}

function residualBasis({ plan }: Results): string {
  return plan.assumptions.countRemainingBookValue
    ? "Remaining book value counts as received, for every option."
    : "No book value is counted at the end, for any option.";
}

function lines(results: Results): ChartSeries[] {
  const { plan, projection, view } = results;
  const spent = completeOptions(projection).map((option) => ({
    optionId: option.optionId,
    values: [0, ...option[view].cumulative],
  }));
  return optionSeries(results, spent, (total) => money(total, plan.currency));
}

/** The last change of order for good that the leader has no part in, told apart from the first. */
function secondCrossing(
  crossings: readonly Crossing[],
  main: Crossing | undefined,
  months: number,
): Crossing | undefined {
  const far = months / 10;
  return crossings
    .filter(
      ({ forGood, winnerId, loserId, month }) =>
        forGood &&
        winnerId !== main?.winnerId &&
        loserId !== main?.winnerId &&
        Math.abs(month - (main?.month ?? -far)) >= far,
    )
    .at(-1);
}

function markOf(
  { plan, projection, view }: Results,
  crossing: Crossing,
  { main, other }: { main: Crossing | undefined; other: Crossing | undefined },
): ChartMark {
  const { month, winnerId, loserId, nth, x, y } = crossing;
  const opens = { optionId: winnerId, measure: view, againstId: loserId, toMonth: month } as const;
  const when = `Month ${month + 1}, ${monthAt(projection.startMonth, month)}`;
  const id = `${winnerId}.${loserId}.${nth}`;
  const winner = optionName(plan, winnerId);
  const loser = optionName(plan, loserId);
  if (crossing === main) {
    return {
      id,
      x,
      y,
      rank: "main",
      title: when,
      text: `${does(winner, "costs")} least from here on`,
      opens,
    };
  }
  const text = `${does(loser, "rises")} above ${winner}`;
  if (crossing === other) return { id, x, y, rank: "main", title: when, text, opens };
  return { id, x, y, rank: "minor", title: monthNumber(month), text, opens };
}

function cumulativeTable({ plan, projection, view }: Results): TableView {
  const options = completeOptions(projection);
  const amount = amountCells(options.flatMap((option) => option[view].cumulative));
  return {
    id: "cumulative-cost",
    caption: `Cumulative cost by option and month, ${basisWords(plan, view)}`,
    columns: [
      monthColumn,
      ...options.map(({ optionId }) => ({
        id: optionId,
        label: optionName(plan, optionId),
        unit: plan.currency,
        align: "right" as const,
      })),
    ],
    rows: Array.from({ length: projection.months }, (_, month) => ({
      id: String(month),
      cells: [
        monthCell(projection.startMonth, month),
        ...options.map((option) =>
          amount(option[view].cumulative[month], {
            optionId: option.optionId,
            measure: view,
            toMonth: month,
          }),
        ),
      ],
    })),
  };
}
