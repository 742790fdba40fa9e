import type { OptionProjection, Series } from "@/lib/engine/types";
import { counted, share } from "@/lib/format";
import { idleTrainingNote } from "./idle-training";
import { monthAt } from "./months";
import { basisWords, optionName, optionStyle, shortOptionName, viewWords } from "./names";
import { optionProjection, type Results } from "./results";
import { amountCells, textCell } from "./table";
import type { ChartSeries, ChartView, TableView } from "./types";

const monthsInQuarter = 3;

type Quarter = { readonly from: number; readonly to: number; readonly name: string };

/** What one option costs in each three months, inference against training. */
export function quarterlySpendChart(results: Results, optionId: string): ChartView | null {
  const { plan, projection, view } = results;
  const option = optionProjection(projection, optionId);
  if (option?.status !== "complete") return null;
  const quarters = quartersOf(results);
  const note = idleTrainingNote(results, [option]);
  return {
    id: "quarterly-spend",
    kind: "stackedBars",
    title: title(results, option),
    basis: `${optionName(plan, optionId)}, three months at a time, ${basisWords(plan, view)}.`,
    unitLabel: `${plan.currency} a quarter, ${viewWords[view].adjective}`,
    x: quarters.map((_, index) => index),
    xNames: quarters.map(({ name }) => name),
    xTicks: yearsUnder(results, quarters),
    yFromZero: true,
    yUnit: "money",
    currency: plan.currency,
    series: seriesOf(results, option, quarters),
    marks: [],
    bands: [],
    keys: keysOf(results, option),
    ...(note && { note }),
    get table() {
      return table(results, option, quarters);
    },
  };
}

function quartersOf({ projection }: Results): readonly Quarter[] {
  const count = Math.ceil(projection.months / monthsInQuarter);
  return Array.from({ length: count }, (_, index) => {
    const from = index * monthsInQuarter;
    const to = Math.min(from + monthsInQuarter, projection.months) - 1;
    const [first, last] = [from, to].map((month) => monthAt(projection.startMonth, month));
    return { from, to, name: from === to ? `${first}` : `${first} to ${last}` };
  });
}

/** A year's name stands under the middle of its bars. */
function yearsUnder({ projection }: Results, quarters: readonly Quarter[]) {
  const byYear = new Map<string, number[]>();
  quarters.forEach(({ from }, index) => {
    const year = monthAt(projection.startMonth, from).slice(-4);
    byYear.set(year, [...(byYear.get(year) ?? []), index]);
  });
  const years = [...byYear].map(([label, indexes]) => ({
    at: ((indexes[0] ?? 0) + (indexes.at(-1) ?? 0)) / 2,
    label,
    bars: indexes.length,
  }));
  return years.filter(({ bars }) => bars > 1 || years.length === 1);
}

function sumOf(series: Series, { from, to }: Pick<Quarter, "from" | "to">): number {
  return series.slice(from, to + 1).reduce((sum, amount) => sum + amount, 0);
}

function seriesOf(
  { plan, view }: Results,
  option: OptionProjection,
  quarters: readonly Quarter[],
): ChartSeries[] {
  const one = (use: "inference" | "training", texture: "solid" | "hatched"): ChartSeries => ({
    id: use,
    label: use === "inference" ? "Inference" : "Training",
    shortLabel: shortOptionName(plan, option.optionId),
    style: optionStyle(plan, option.optionId, texture),
    values: quarters.map((quarter) => sumOf(option[view][use], quarter)),
  });
  return [one("inference", "solid"), one("training", "hatched")];
}

/** Inference and training as parts of their sum, or null where a part is negative or all is zero. */
function parts({ view }: Results, option: OptionProjection) {
  const whole = { from: 0, to: option[view].all.length - 1 };
  const inference = sumOf(option[view].inference, whole);
  const training = sumOf(option[view].training, whole);
  const all = inference + training;
  return all > 0 && inference >= 0 && training >= 0
    ? { inference: inference / all, training: training / all }
    : null;
}

function keysOf(results: Results, option: OptionProjection) {
  const { plan } = results;
  const of = parts(results, option);
  const label = (name: string, part: number | undefined) =>
    part === undefined ? name : `${name} ${share(part)}`;
  return [
    {
      label: label("Inference", of?.inference),
      style: optionStyle(plan, option.optionId, "solid"),
    },
    ...(of?.training === 0
      ? []
      : [
          {
            label: label("Training", of?.training),
            style: optionStyle(plan, option.optionId, "hatched"),
          },
        ]),
  ];
}

function title(results: Results, option: OptionProjection): string {
  const { plan } = results;
  const of = parts(results, option);
  const name = optionName(plan, option.optionId);
  const deliveries = option.capacity.serversDelivered.filter((servers) => servers > 0).length;
  const arrive =
    deliveries > 0 ? `Servers arrive in ${counted(deliveries, "delivery", "deliveries")}; ` : "";
  if (!of) return `${arrive || `${name}: `}spend by quarter`;
  const spend = arrive ? "the spend" : `the spend on ${name}`;
  const finding =
    of.training === 0
      ? `all of ${spend} serves inference`
      : of.inference === 0
        ? `all of ${spend} trains models`
        : `training takes ${share(of.training)} of ${spend}`;
  return arrive ? `${arrive}${finding}` : finding.charAt(0).toUpperCase() + finding.slice(1);
}

function table(
  { plan, view }: Results,
  option: OptionProjection,
  quarters: readonly Quarter[],
): TableView {
  const name = optionName(plan, option.optionId);
  const unit = plan.currency;
  const sums = (use: "inference" | "training" | "all") =>
    quarters.map((quarter) => sumOf(option[view][use], quarter));
  const amount = amountCells([...sums("inference"), ...sums("training"), ...sums("all")]);
  return {
    id: "quarterly-spend",
    about: name,
    caption: `${name} by quarter, inference against training, ${basisWords(plan, view)}`,
    columns: [
      { id: "quarter", label: "Quarter", align: "left" },
      { id: "inference", label: "Inference", unit, align: "right" },
      { id: "training", label: "Training", unit, align: "right" },
      { id: "all", label: "Both", unit, align: "right" },
    ],
    rows: quarters.map((quarter, index) => ({
      id: String(index),
      cells: [
        textCell(quarter.name, index),
        amount(sumOf(option[view].inference, quarter)),
        amount(sumOf(option[view].training, quarter)),
        amount(sumOf(option[view].all, quarter), {
          optionId: option.optionId,
          measure: view,
          fromMonth: quarter.from,
          toMonth: quarter.to,
        }),
      ],
    })),
  };
}
