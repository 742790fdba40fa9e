import type { Swing, Swings } from "@/lib/engine/types";
import { counted, money, moneyDifference } from "@/lib/format";
import { isMoneyUnit } from "@/lib/schemas/figure";
import type { Formats } from "@/lib/schemas/formats";
import type { Plan } from "@/lib/schemas/plan";
import { does } from "./agree";
import { type AnalysisInput, valueText } from "./analysis-inputs";
import { currencyAt } from "./currency";
import { inputHref } from "./links";
import { horizonText } from "./months";
import { optionName } from "./names";
import { amountCells, textCell } from "./table";
import type { Cell, TableView } from "./types";

type Ends = { readonly text: string; readonly result: number | null };

export type TornadoBar = {
  readonly path: string;
  readonly label: string;
  readonly href: string;
  /** "assumed ±20%" where the range is not the plan's. */
  readonly assumedRange: string | null;
  readonly low: Ends;
  readonly high: Ends;
  /** In words, for whoever does not see the bar. */
  readonly words: string;
};

export type TornadoView = {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly currency: string;
  readonly base: { readonly result: number; readonly text: string };
  /** The sign decides: a saving that turns negative is a loss. */
  readonly isDifference: boolean;
  readonly bars: readonly TornadoBar[];
  /** How its scale reads; Loadline's own where absent. */
  readonly formats?: Formats;
  readonly note: string;
  readonly table: TableView;
};

/** Said where a bar's name opens its input: a reader outside the application is not told. */
export const tornadoHint = "Press the name of an input to open it.";

export type TornadoOf = {
  readonly plan: Plan;
  readonly planId: string;
  readonly inputs: readonly AnalysisInput[];
  readonly optionId: string;
  readonly againstId: string | null;
  /** "Base" without scenario and what-if, else "On screen". */
  readonly baseName: string;
};

const mostBars = 10;

/** Each input at both ends of its range, the widest first; null where there is no base to start from. */
export function tornadoView(of: TornadoOf, { base, swings }: Swings): TornadoView | null {
  if (base === null) return null;
  const { plan, optionId, againstId } = of;
  const { currency } = plan;
  const byPath = new Map(of.inputs.map((input) => [input.path, input]));
  const moving = swings.flatMap((swing) => {
    const input = byPath.get(swing.path);
    return input && (swing.span > 0 || unrankedEnd(swing)) ? [{ swing, input }] : [];
  });
  const still = swings.length - moving.length;
  const isDifference = againstId !== null;
  const say = isDifference ? moneyDifference : money;
  const over = `over ${horizonText(plan.horizonMonths)}`;
  return {
    id: "tornado",
    title: title(of, base, moving),
    basis: isDifference
      ? `How much less ${does(optionName(plan, optionId), "costs")} than ${optionName(plan, againstId)} ${over}, net present cost.`
      : `Net present cost of ${optionName(plan, optionId)} ${over}.`,
    currency,
    base: { result: base, text: `${of.baseName} ${say(base, currency)}` },
    isDifference,
    bars: moving.slice(0, mostBars).map(({ swing, input }) => barOf(of, input, { swing, say })),
    note: note({ more: moving.length - mostBars, still, ranged: moving.some(hasAssumedRange) }),
    table: tableOf(of, moving),
  };
}

type Moving = { readonly swing: Swing; readonly input: AnalysisInput };

/** The option cannot do the work at an end: that is an effect too. */
const unrankedEnd = ({ atLow, atHigh }: Swing) => atLow === null || atHigh === null;
const hasAssumedRange = ({ input }: Moving) => input.assumedRange !== null;

function title({ plan, optionId, againstId }: TornadoOf, base: number, moving: readonly Moving[]) {
  const [first] = moving;
  if (!first) return `No input with a range moves ${optionName(plan, optionId)}`;
  const name = first.input.label;
  if (againstId === null) return `${name} moves ${optionName(plan, optionId)} most`;
  const flips = moving.filter(({ swing }) =>
    [swing.atLow, swing.atHigh].some((end) => end !== null && end < 0 !== base < 0),
  );
  const [turning] = flips;
  const against = optionName(plan, againstId);
  if (!turning) return `${name} moves the difference most, and no input alone turns its sign`;
  return flips.length === 1
    ? `${turning.input.label} alone can turn the answer against ${against}`
    : `${counted(flips.length, "input")} can each turn the answer against ${against}, ${turning.input.label} furthest`;
}

function note({ more, still, ranged }: { more: number; still: number; ranged: boolean }): string {
  return [
    "Grey: low end of the range. Teal: high end. Each bar is a new run of the engine.",
    ...(ranged ? ["Where an input has no range, the range is assumed and says so."] : []),
    ...(more > 0
      ? [`${counted(more, "more input")} ${more === 1 ? "moves" : "move"} it less.`]
      : []),
    ...(still > 0
      ? [`${counted(still, "input")} ${still === 1 ? "changes" : "change"} nothing.`]
      : []),
  ].join(" ");
}

function barOf(
  { plan, planId }: TornadoOf,
  input: AnalysisInput,
  { swing, say }: { readonly swing: Swing; readonly say: (n: number, currency: string) => string },
): TornadoBar {
  const end = (value: number, result: number | null): Ends => ({
    // The input's name says what a price is for.
    text: isMoneyUnit(input.spec.unit)
      ? money(value, currencyAt(plan, input.path))
      : valueText(plan, input, value),
    result,
  });
  const [low, high] = [end(swing.low, swing.atLow), end(swing.high, swing.atHigh)];
  const outcome = ({ text, result }: Ends) =>
    `${result === null ? "not ranked" : say(result, plan.currency)} at ${text}`;
  return {
    path: input.path,
    label: input.label,
    href: inputHref(planId, input.path),
    assumedRange: input.assumedRange,
    low,
    high,
    words: `${outcome(low)}, ${outcome(high)}`,
  };
}

function tableOf({ plan, optionId, againstId }: TornadoOf, moving: readonly Moving[]): TableView {
  const unit = plan.currency;
  const cell = amountCells(moving.flatMap(({ swing }) => [swing.atLow, swing.atHigh]));
  const result = (value: number | null): Cell =>
    value === null ? { text: "not ranked", sort: null } : cell(value);
  const what = againstId === null ? "Cost" : "Difference";
  return {
    id: "tornado",
    about: optionName(plan, optionId),
    caption: `${optionName(plan, optionId)} with one input at a time at its low and its high end`,
    columns: [
      { id: "input", label: "Input", align: "left" },
      { id: "low", label: "Low end", align: "right" },
      { id: "high", label: "High end", align: "right" },
      { id: "atLow", label: `${what} at low`, unit, align: "right" },
      { id: "atHigh", label: `${what} at high`, unit, align: "right" },
      { id: "span", label: "Span", unit, align: "right" },
      { id: "range", label: "Range", align: "left" },
    ],
    rows: moving.map(({ swing, input }) => ({
      id: input.path,
      cells: [
        { ...textCell(input.label), evidence: input.evidence },
        textCell(valueText(plan, input, swing.low), swing.low),
        textCell(valueText(plan, input, swing.high), swing.high),
        result(swing.atLow),
        result(swing.atHigh),
        cell(swing.span),
        textCell(input.assumedRange ?? "of the plan"),
      ],
    })),
  };
}
