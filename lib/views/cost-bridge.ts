import { costBridge, figureAt } from "@/lib/engine";
import type { BridgeStep, OptionProjection } from "@/lib/engine/types";
import { money, moneyDifference, percent } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import { agreed } from "./agree";
import { horizonText } from "./months";
import { lineNames } from "./names";
import { amountCells, textCell } from "./table";
import type { SeriesStyle, TableView } from "./types";

/** One end of a bridge: an option, or an option in a scenario. */
export type BridgeEnd = {
  readonly plan: Plan;
  readonly projection: OptionProjection;
  readonly name: string;
  readonly style: SeriesStyle;
};

export type BridgeBar = {
  readonly id: string;
  readonly label: string;
  /** An end takes its option's hue; a step saves or adds. */
  readonly tone: SeriesStyle | "saves" | "adds";
  readonly from: number;
  readonly to: number;
  readonly text: string;
};

export type BridgeView = {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly currency: string;
  readonly bars: readonly BridgeBar[];
  readonly note: string;
  readonly table: TableView;
};

const discountPath = "assumptions.discountRatePerYearFraction";
const mostSteps = 7;

/** What makes one net present cost into the other, line by line; null where either has no rank. */
export function bridgeView(from: BridgeEnd, to: BridgeEnd): BridgeView | null {
  const rateOf = ({ plan }: BridgeEnd) => figureAt(plan, discountPath)?.value ?? null;
  const [fromRate, toRate] = [rateOf(from), rateOf(to)];
  if (fromRate === null || toRate === null) return null;
  const bridge = costBridge(from.projection, to.projection, {
    measure: "netPresentCost",
    fromDiscountRate: fromRate,
    toDiscountRate: toRate,
  });
  if (!bridge) return null;
  const { currency, horizonMonths } = from.plan;
  const moved = bridge.steps.filter(({ difference }) => Math.abs(difference) >= 0.005);
  const { shown, rest } = mainSteps(moved);
  const rate =
    fromRate === toRate
      ? `at ${percent(fromRate)}`
      : `at ${percent(fromRate)} before and ${percent(toRate)} after`;
  return {
    id: "cost-bridge",
    title: title(from, to, { difference: bridge.to - bridge.from, steps: moved }),
    basis: `Net present cost ${rate} over ${horizonText(horizonMonths)}, inference and training together.`,
    currency,
    bars: barsOf([from, to], { from: bridge.from, to: bridge.to }, shown, rest),
    note: note(rest.length),
    table: tableOf(from, to, bridge.steps),
  };
}

function note(combined: number): string {
  const sum = "The ends and the signed steps add up.";
  return combined === 0
    ? `${sum} Green saves, grey adds.`
    : `${sum} Green saves, grey adds. The table has the ${combined} smaller lines one by one.`;
}

/** The largest steps, what saves before what adds; the others are taken together. */
function mainSteps(steps: readonly BridgeStep[]) {
  const bySize = steps.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const kept = bySize.length <= mostSteps + 1 ? bySize : bySize.slice(0, mostSteps);
  const saves = kept.filter(({ difference }) => difference < 0);
  const adds = kept.filter(({ difference }) => difference > 0);
  return { shown: [...saves, ...adds], rest: bySize.slice(kept.length) };
}

function barsOf(
  [from, to]: readonly [BridgeEnd, BridgeEnd],
  ends: { readonly from: number; readonly to: number },
  shown: readonly BridgeStep[],
  rest: readonly BridgeStep[],
): readonly BridgeBar[] {
  const { currency } = from.plan;
  const end = ({ name, style }: BridgeEnd, id: string, cost: number): BridgeBar => ({
    id,
    label: name,
    tone: style,
    from: 0,
    to: cost,
    text: money(cost, currency),
  });
  let level = ends.from;
  const step = (id: string, label: string, difference: number): BridgeBar => {
    const before = level;
    level += difference;
    return {
      id,
      label,
      tone: difference < 0 ? "saves" : "adds",
      from: before,
      to: level,
      text: moneyDifference(difference, currency),
    };
  };
  const smaller = rest.reduce((sum, { difference }) => sum + difference, 0);
  return [
    end(from, "from", ends.from),
    ...shown.map(({ lineId, difference }) => step(lineId, lineNames[lineId], difference)),
    ...(rest.length > 0 ? [step("rest", `${rest.length} smaller lines`, smaller)] : []),
    end(to, "to", ends.to),
  ];
}

function title(
  from: BridgeEnd,
  to: BridgeEnd,
  { difference, steps }: { readonly difference: number; readonly steps: readonly BridgeStep[] },
): string {
  const { currency } = from.plan;
  if (Math.abs(difference) < 0.005) return `${from.name} and ${to.name} cost the same`;
  const less = difference < 0;
  const costs = `${to.name} ${agreed(to.name, "costs")} ${money(Math.abs(difference), currency)} ${less ? "less" : "more"} than ${from.name}`;
  const main = steps.reduce<BridgeStep | null>((most, step) => {
    const helps = less ? step.difference < 0 : step.difference > 0;
    return helps && Math.abs(step.difference) > Math.abs(most?.difference ?? 0) ? step : most;
  }, null);
  if (!main) return costs;
  const named = lineNames[main.lineId].toLowerCase();
  return `${costs}: most comes from ${named}`;
}

function tableOf(from: BridgeEnd, to: BridgeEnd, steps: readonly BridgeStep[]): TableView {
  const unit = from.plan.currency;
  const cell = amountCells(steps.flatMap((step) => [step.from, step.to]));
  const signedCell = (value: number) => {
    const { text, ...rest } = cell(value);
    return { ...rest, text: value > 0 ? `+${text}` : text };
  };
  const sum = (of: (step: BridgeStep) => number) =>
    steps.reduce((total, step) => total + of(step), 0);
  return {
    id: "cost-bridge",
    about: `${from.name} to ${to.name}`,
    caption: `From ${from.name} to ${to.name}, line by line, net present cost`,
    columns: [
      { id: "line", label: "Cost line", align: "left" },
      { id: "from", label: from.name, unit, align: "right" },
      { id: "to", label: to.name, unit, align: "right" },
      { id: "difference", label: "Difference", unit, align: "right" },
    ],
    rows: steps.map((step) => ({
      id: step.lineId,
      cells: [
        textCell(lineNames[step.lineId]),
        cell(step.from),
        cell(step.to),
        signedCell(step.difference),
      ],
    })),
    totals: [
      textCell("Total of the lines"),
      cell(sum((step) => step.from)),
      cell(sum((step) => step.to)),
      signedCell(sum((step) => step.difference)),
    ],
  };
}
