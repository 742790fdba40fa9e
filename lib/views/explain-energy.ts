import { energyFigures, figureAt } from "@/lib/engine";
import type { OptionProjection } from "@/lib/engine/types";
import {
  columnDecimals,
  energyText,
  energyUnits,
  figureText,
  numberFixed,
  tokensFull,
} from "@/lib/format";
import type { Unit } from "@/lib/schemas/figure";
import { energyInputs } from "./energy";
import type { ExplainedLine, Explanation } from "./explain";
import { inputLabel } from "./links";
import { monthAt, monthRange } from "./months";
import { optionName } from "./names";
import { optionProjection, type Results } from "./results";
import type { FigureRef } from "./types";

/** Energy by the token opened into the energy and the tokens of its months. */
export function explainEnergy(results: Results, ref: FigureRef): Explanation | null {
  const { plan, projection } = results;
  const option = optionProjection(projection, ref.optionId);
  const from = ref.fromMonth ?? 0;
  const to = Math.min(ref.toMonth ?? projection.months - 1, projection.months - 1);
  const figures = option && energyFigures(option, { fromMonth: from, toMonth: to });
  if (!option || !figures) return null;
  const { energyKwh, servedTokens, kilowattHoursPerMillionTokens: perMillion } = figures;
  const name = optionName(plan, ref.optionId);
  const at = (month: number) => monthAt(projection.startMonth, month);
  const carbon =
    figures.gramsPerMillionTokens === null
      ? "carbon is not counted without a grid intensity"
      : energyText(figures.gramsPerMillionTokens, "gramsPerMillionTokens");
  return {
    subject: `${name}, energy per million tokens`,
    title: `${energyText(perMillion, "kilowattHoursPerMillionTokens")} = ${energyText(energyKwh, "kilowattHours")} / ${tokensFull(servedTokens)} tokens`,
    basis: `${at(from)} to ${at(to)}. Energy of inference for the whole site, PUE included, idle machines pro rata; tokens served by machines whose energy is known. The same is ${energyText(figures.tokensPerKilowattHour, "tokensPerKilowattHour")} and ${energyText(figures.tokensPerSecondPerMegawatt, "tokensPerSecondPerMegawatt")}; ${carbon}.`,
    heads: ["Months", energyUnits.kilowattHours, energyUnits.kilowattHoursPerMillionTokens],
    lines: linesOf(option, ref, { from, to }),
    total: [
      "All of them",
      numberFixed(energyKwh, 0),
      numberFixed(perMillion, columnDecimals([perMillion])),
    ],
    beside: { title: "What the power rests on", lines: inputLines(results, ref.optionId) },
  };
}

const monthsPerRow = 12;

/** Years of the plan; of one year, its months. */
function linesOf(
  option: OptionProjection,
  ref: FigureRef,
  { from, to }: { readonly from: number; readonly to: number },
): readonly ExplainedLine[] {
  const step = to - from < monthsPerRow ? 1 : monthsPerRow;
  const spans: { readonly fromMonth: number; readonly toMonth: number }[] = [];
  for (let fromMonth = from; fromMonth <= to; fromMonth += step) {
    spans.push({ fromMonth, toMonth: Math.min(to, fromMonth + step - 1) });
  }
  const rows = spans.map((span) => ({ ...span, figures: energyFigures(option, span) }));
  const decimals = columnDecimals(
    rows.map(({ figures }) => figures?.kilowattHoursPerMillionTokens),
  );
  return rows.map(({ fromMonth, toMonth, figures }): ExplainedLine => {
    const label = monthRange(fromMonth, toMonth);
    const perMillion = figures?.kilowattHoursPerMillionTokens;
    return {
      id: String(fromMonth),
      label: label.charAt(0).toUpperCase() + label.slice(1),
      amount: figures ? numberFixed(figures.energyKwh, 0) : "none",
      second: perMillion === undefined ? "none" : numberFixed(perMillion, decimals),
      opens: { optionId: ref.optionId, measure: ref.measure, fromMonth, toMonth },
    };
  });
}

const units: Readonly<Record<string, Unit>> = {
  acceleratorPower: "kilowatts",
  serverPower: "kilowatts",
  loadFactorFraction: "fraction",
  pueRatio: "ratio",
  devicePower: "watts",
};

function inputLines({ plan }: Results, optionId: string) {
  return energyInputs({ plan }, optionId).flatMap((path) => {
    const figure = figureAt(plan, path);
    const unit = units[path.split(".").at(-1) ?? ""];
    if (!figure || figure.value === null || !unit) return [];
    const amount = `${figureText(figure.value, unit, plan.currency)}, ${figure.evidence}`;
    return [{ label: inputLabel(plan, path), amount }];
  });
}
