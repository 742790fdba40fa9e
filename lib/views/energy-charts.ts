import { energyFigures, energyOfUses } from "@/lib/engine";
import type { EnergyOfUses, OptionProjection } from "@/lib/engine/types";
import { energyText, energyUnits, quantity } from "@/lib/format";
import { does } from "./agree";
import { knownTokensText, powerUnknownText } from "./energy";
import { horizonText, monthAt, monthNumber, monthTitles, yearTicks } from "./months";
import { optionName, optionStyle } from "./names";
import { optionSeries } from "./option-series";
import { completeOptions, optionProjection, type Results } from "./results";
import { amountCells, monthCell, monthColumn } from "./table";
import type { ChartSeries, ChartView, SeriesStyle } from "./types";

const ink: SeriesStyle = { kind: null, nthOfKind: 0, texture: "solid" };

/** A fleet that steps by whole machines shows a trend only over a year. */
const windowMonths = 12;

type Trend = {
  readonly option: OptionProjection;
  readonly values: readonly (number | null)[];
};

/** Tokens for a kWh over the plan, one line an option whose energy is stated; null without one. */
export function efficiencyTrend(results: Results): ChartView | null {
  const { projection } = results;
  const trends = completeOptions(projection)
    .map((option) => ({ option, values: trailing(option, projection.months) }))
    .filter(({ values }) => values.some((value) => value !== null));
  if (trends.length === 0) return null;
  return {
    ...frame(results),
    id: "energy-efficiency",
    title: trendTitle(results, trends),
    basis:
      "Tokens of inference for a kWh of the whole site. Each point covers the twelve months up to it, so software, levers and newer servers show as they arrive.",
    unitLabel: energyUnits.tokensPerKilowattHour,
    yFromZero: true,
    yUnit: "tokensPerKilowattHour",
    series: optionSeries(
      results,
      trends.map(({ option: { optionId }, values }) => ({ optionId, values })),
      quantity,
    ),
    get table() {
      return trendTable(results, trends);
    },
  };
}

function trailing(option: OptionProjection, months: number): readonly (number | null)[] {
  return Array.from({ length: months }, (_, month) => {
    const span = { fromMonth: Math.max(0, month + 1 - windowMonths), toMonth: month };
    return energyFigures(option, span)?.tokensPerKilowattHour ?? null;
  });
}

/** A change of less than this share of the first value is none. */
const leastChange = 0.005;

function trendTitle({ plan, projection }: Results, trends: readonly Trend[]): string {
  const ends = trends.flatMap(({ option: { optionId }, values }) => {
    const first = values.find((value) => value !== null);
    const last = values.findLast((value) => value !== null);
    return typeof first === "number" && typeof last === "number" ? [{ optionId, first, last }] : [];
  });
  const [best] = ends.toSorted((a, b) => b.last - a.last);
  if (!best) return "Tokens for a kWh over the plan";
  const name = optionName(plan, best.optionId);
  const [from, to] = [best.first, best.last].map((value) =>
    energyText(value, "tokensPerKilowattHour"),
  );
  if (Math.abs(best.last - best.first) <= best.first * leastChange) {
    return `${does(name, "gives")} ${to} all along`;
  }
  const verb = best.last > best.first ? "improves" : "falls";
  return `${does(name, verb)} from ${from} to ${to} in ${horizonText(projection.months)}`;
}

function trendTable({ plan, projection }: Results, trends: readonly Trend[]) {
  const amount = amountCells(trends.flatMap(({ values }) => values));
  return {
    id: "energy-efficiency",
    caption: "Tokens of inference for a kWh, in the twelve months up to each month",
    columns: [
      monthColumn,
      ...trends.map(({ option: { optionId } }) => ({
        id: optionId,
        label: optionName(plan, optionId),
        unit: energyUnits.tokensPerKilowattHour,
        align: "right" as const,
      })),
    ],
    rows: Array.from({ length: projection.months }, (_, month) => ({
      id: String(month),
      cells: [
        monthCell(projection.startMonth, month),
        ...trends.map(({ option: { optionId }, values }) =>
          amount(values[month], {
            optionId,
            measure: "energyPerMillionTokens",
            fromMonth: Math.max(0, month + 1 - windowMonths),
            toMonth: month,
          }),
        ),
      ],
    })),
  };
}

/** Options whose energy is stated, in order of rank. */
export function energyOptions({ projection }: Results): readonly string[] {
  return projection.ranking.filter((id) => {
    const option = optionProjection(projection, id);
    return option !== undefined && energyOfUses(option, projection.servedTokens) !== null;
  });
}

/** Energy of inference and of training added up, and the month in which one passes the other. */
export function energyOfUsesChart(results: Results, optionId: string): ChartView | null {
  const option = optionProjection(results.projection, optionId);
  const uses = option && energyOfUses(option, results.projection.servedTokens);
  if (!uses) return null;
  const { plan } = results;
  const name = optionName(plan, optionId);
  return {
    ...frame(results),
    id: "energy-uses",
    title: usesTitle(results, name, uses),
    basis: usesBasis(name, uses),
    unitLabel: `${energyUnits.kilowattHours} since month 1`,
    yFromZero: true,
    yUnit: "kilowattHours",
    series: [
      ...seriesOfUse("inference", "Inference", uses.inference, optionStyle(plan, optionId)),
      ...(uses.passing.kind === "noTraining"
        ? []
        : seriesOfUse("training", "Training", uses.training, ink)),
    ],
    get table() {
      return usesTable(results, name, uses);
    },
  };
}

/** No line for what is not known. */
function seriesOfUse(
  id: string,
  label: string,
  values: EnergyOfUses["inference"],
  style: SeriesStyle,
): readonly ChartSeries[] {
  if (values === null) return [];
  const endLabel = energyText(values.at(-1) ?? 0, "kilowattHours");
  return [{ id, label, shortLabel: label, style, values, endLabel }];
}

function usesBasis(name: string, { knownTokensFraction }: EnergyOfUses): string {
  const added = `${name}: energy of inference and of training since month 1, added up, idle machines divided as their cost is`;
  const known = knownTokensText(knownTokensFraction);
  return known === null ? `${added}.` : `${added}; ${known}.`;
}

function usesTitle({ plan, projection }: Results, name: string, { passing }: EnergyOfUses): string {
  switch (passing.kind) {
    case "noEnergy":
      return `${does(name, "draws")} no power`;
    case "noTraining":
      return `All the energy on ${name} goes to inference: nothing trains there`;
    case "noInference":
      return `All the energy on ${name} goes to training: nothing is served there`;
    case "unknownTraining":
      return `Not known what energy training takes on ${name}: ${powerUnknownText(plan, name, passing.optionIds)}`;
    case "unknownInference":
      return `Not known what energy inference takes on ${name}: ${powerUnknownText(plan, name, passing.optionIds)}`;
    case "always":
      return `From the first month on, inference has taken more energy on ${name} than training`;
    case "never":
      return `Training takes more energy on ${name} than inference, through all ${horizonText(projection.months)}`;
    case "from": {
      const month = `${monthNumber(passing.month)}, ${monthAt(projection.startMonth, passing.month)}`;
      return `Inference passes training in ${month}: from then on it has taken more energy on ${name}`;
    }
    default:
      return passing satisfies never;
  }
}

function usesTable({ projection }: Results, name: string, { inference, training }: EnergyOfUses) {
  const amount = amountCells([...(inference ?? []), ...(training ?? [])]);
  const unit = energyUnits.kilowattHours;
  return {
    id: "energy-uses",
    about: name,
    caption: `Energy on ${name} since month 1, added up`,
    columns: [
      monthColumn,
      { id: "inference", label: "Inference", unit, align: "right" as const },
      { id: "training", label: "Training", unit, align: "right" as const },
    ],
    rows: Array.from({ length: projection.months }, (_, month) => ({
      id: String(month),
      cells: [
        monthCell(projection.startMonth, month),
        amount(inference?.[month]),
        amount(training?.[month]),
      ],
    })),
  };
}

/** What every line over the plan's months has. */
function frame({ plan, projection }: Results) {
  const { startMonth, months } = projection;
  return {
    kind: "line" as const,
    x: Array.from({ length: months }, (_, index) => index + 0.5),
    xNames: monthTitles(startMonth, months),
    xTicks: yearTicks(startMonth, months),
    currency: plan.currency,
    marks: [],
    bands: [],
  };
}
