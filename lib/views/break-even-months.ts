import { breakEvenMonth } from "@/lib/engine";
import type { MonthBreakEven } from "@/lib/engine/types";
import { percent } from "@/lib/format";
import type { OptionKind } from "@/lib/schemas/option";
import { type Basis, leadOf } from "./lead";
import { horizonText, monthAt, monthNumber, monthRange, yearTicks } from "./months";
import { basisWords, optionName, optionStyle } from "./names";
import { completeOptions, leaderAtHorizon, type Results } from "./results";
import { leadTitle, monthSentence, monthVerdict } from "./sentences";
import { monthCell, textCell } from "./table";
import type { TableView, TimelineRow, TimelineView } from "./types";

/** The deeper commitment asks the question: does it pay against the lighter one? */
const commitment: Record<OptionKind, number> = {
  "on-premises": 0,
  edge: 1,
  portfolio: 2,
  cloud: 3,
  api: 4,
};

/** For every pair of complete options, all the months in which the first has cost less so far. */
export function breakEvenTimeline(results: Results, basis: Basis): TimelineView | null {
  const { plan, projection } = results;
  const pairs = pairsOf(results, basis);
  if (pairs.length === 0) return null;
  return {
    id: "break-even-months",
    title: title(results, basis),
    basis: basisText(results, basis),
    months: projection.months,
    ticks: yearTicks(projection.startMonth, projection.months),
    rows: pairs.map((pair) => rowOf(results, pair)),
    table: tableOf(results, pairs, `${plan.name}: ${basisText(results, basis)}`),
  };
}

function pairsOf({ projection }: Results, basis: Basis): readonly MonthBreakEven[] {
  const options = [...completeOptions(projection)].sort(
    (a, b) => commitment[a.kind] - commitment[b.kind],
  );
  return options.flatMap((a, index) =>
    options.slice(index + 1).map((b) => breakEvenMonth(projection, a.optionId, b.optionId, basis)),
  );
}

function title(results: Results, basis: Basis): string {
  const { plan, projection } = results;
  const leader =
    basis.discountRatePerYearFraction === null
      ? leaderAtHorizon(results)?.optionId
      : projection.ranking[0];
  if (leader === undefined) return "When does it pay?";
  const lead = leadOf(projection, leader, projection.ranking, basis);
  return `When does it pay? ${leadTitle(lead, projection.months, (id) => optionName(plan, id))}`;
}

function basisText(
  { plan, projection }: Results,
  { view, discountRatePerYearFraction }: Basis,
): string {
  const discount =
    discountRatePerYearFraction === null
      ? "not discounted"
      : `discounted at ${percent(discountRatePerYearFraction)} a year`;
  return `Coloured: the months in which the first option has cost less in total so far, ${basisWords(plan, view)}, ${discount}, inside ${horizonText(projection.months)}.`;
}

function rowOf({ plan, projection, view }: Results, pair: MonthBreakEven): TimelineRow {
  const { intervals } = pair;
  const { verdict, detail } = monthVerdict(pair, projection);
  const starts = intervals.filter(({ from }) => from > 0).map(({ from }) => from);
  const ends = intervals.filter(({ to }) => to < projection.months - 1).map(({ to }) => to + 1);
  const changes = [...starts, ...ends].sort((a, b) => a - b);
  return {
    id: `${pair.a}.${pair.b}`,
    label: optionName(plan, pair.a),
    detail: `against ${optionName(plan, pair.b)}`,
    style: optionStyle(plan, pair.a),
    bars: intervals.map(({ from, to }) => ({ fromMonth: from, toMonth: to })),
    marks: changes.map((month) => ({ month, label: monthNumber(month) })),
    verdict,
    verdictDetail: detail,
    opens: {
      optionId: pair.a,
      againstId: pair.b,
      measure: view,
      toMonth: pair.forGoodFrom ?? projection.months - 1,
    },
  };
}

function tableOf(
  { plan, projection }: Results,
  pairs: readonly MonthBreakEven[],
  caption: string,
): TableView {
  const names = (id: string) => optionName(plan, id);
  return {
    id: "break-even-months",
    caption,
    columns: [
      { id: "option", label: "Option", align: "left" },
      { id: "against", label: "Against", align: "left" },
      { id: "cheaper", label: "Cheaper in", align: "left" },
      {
        id: "forGood",
        label: "For good from",
        align: "left",
        apart: ["For good from month", "Date"],
      },
      { id: "words", label: "In words", align: "left" },
    ],
    rows: pairs.map((pair) => ({
      id: `${pair.a}.${pair.b}`,
      cells: [
        textCell(names(pair.a)),
        textCell(names(pair.b)),
        textCell(
          pair.intervals.map(({ from, to }) => monthRange(from, to)).join(", ") || "never",
          pair.intervals[0]?.from ?? Number.MAX_SAFE_INTEGER,
        ),
        pair.forGoodFrom === null
          ? { text: "never", sort: null, apart: ["never", "never"] }
          : {
              ...monthCell(projection.startMonth, pair.forGoodFrom),
              text: `${monthNumber(pair.forGoodFrom)}, ${monthAt(projection.startMonth, pair.forGoodFrom)}`,
            },
        textCell(monthSentence(pair, projection, names)),
      ],
    })),
  };
}
