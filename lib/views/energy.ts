import { energyFigures, knownTokensFraction } from "@/lib/engine";
import type { EnergyFigures, OptionProjection } from "@/lib/engine/types";
import {
  counted,
  type EnergyUnit,
  energyText,
  energyUnits,
  listed,
  quantity,
  share,
} from "@/lib/format";
import type { EvidenceClass } from "@/lib/schemas/figure";
import type { OptionKind } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import { does } from "./agree";
import { weakestEvidence } from "./evidence";
import { horizonText } from "./months";
import { optionName } from "./names";
import { completeOptions, type Results } from "./results";
import { textCell } from "./table";
import type { Cell, TableView } from "./types";

/** Energy by the token, one row an option. */
export type EnergyView = {
  readonly id: "energy";
  readonly title: string;
  readonly basis: string;
  readonly note: string;
  readonly table: TableView;
};

const measures = [
  ["tokensPerSecondPerMegawatt", "Tokens over power"],
  ["tokensPerKilowattHour", "Tokens over energy"],
  ["kilowattHoursPerMillionTokens", "Energy"],
  ["gramsPerMillionTokens", "Carbon"],
] as const satisfies readonly (readonly [EnergyUnit & keyof EnergyFigures, string])[];

type Row = { readonly option: OptionProjection; readonly figures: EnergyFigures | null };

/** What tokens take in energy on each option over the horizon; null while no option is complete. */
export function energyView(results: Results): EnergyView | null {
  const { projection } = results;
  const rows = energyRows(results);
  if (rows.length === 0) return null;
  return {
    id: "energy",
    title: title(results, rows),
    basis: `Inference over ${horizonText(projection.months)}: tokens served over the energy of the whole site that they take (PUE), idle machines pro rata, training apart.`,
    note: "“Not stated”: the option does not say what power its machines draw, so nothing is guessed. Carbon counts where the plan has a grid intensity.",
    table: table(results, rows),
  };
}

function energyRows({ projection }: Results): readonly Row[] {
  const whole = { fromMonth: 0, toMonth: projection.months - 1 };
  return completeOptions(projection).map((option) => ({
    option,
    figures: energyFigures(option, whole),
  }));
}

function title({ plan }: Results, rows: readonly Row[]): string {
  const known = rows.flatMap(({ option, figures }) => (figures ? [{ option, figures }] : []));
  const [least] = known.toSorted(
    (a, b) => a.figures.kilowattHoursPerMillionTokens - b.figures.kilowattHoursPerMillionTokens,
  );
  if (!least) return "No option states the energy that its tokens take";
  const name = optionName(plan, least.option.optionId);
  const energy = energyText(least.figures.kilowattHoursPerMillionTokens, "kilowattHours");
  return known.length === 1
    ? `${does(name, "takes")} ${energy} for a million tokens`
    : `${does(name, "takes")} ${energy} for a million tokens, the least of ${counted(known.length, "option")} that state their energy`;
}

function table(results: Results, rows: readonly Row[]): TableView {
  return {
    id: "energy",
    caption: "Energy and carbon of inference by the token",
    columns: [
      { id: "option", label: "Option", align: "left" },
      ...measures.map(([id, label]) => ({
        id,
        label,
        unit: energyUnits[id],
        align: "right" as const,
      })),
    ],
    rows: rows.map((row) => ({
      id: row.option.optionId,
      cells: [nameCell(results, row), ...measures.map(([id]) => cell(results, row, id))],
    })),
  };
}

/** An API takes no energy of its own in any plan: who runs it knows. */
const notStated: Record<OptionKind, string> = {
  api: "its provider does not say what it runs on",
  cloud: "enter the power of an accelerator to see it",
  "on-premises": "no power is drawn",
  edge: "no power is drawn",
  portfolio: "none of its parts states its energy",
};

function nameCell({ plan, projection }: Results, { option, figures }: Row): Cell {
  const name = textCell(optionName(plan, option.optionId));
  if (figures === null) return { ...name, note: notStated[option.kind] };
  const known = knownTokensText(knownTokensFraction(option, projection.servedTokens));
  return known === null ? name : { ...name, note: known };
}

/** For which share of an option's tokens the energy is known; null where that is all or none. */
export const knownTokensText = (fraction: number | null): string | null =>
  fraction === null || fraction >= 0.999 ? null : `known for ${share(fraction)} of its tokens`;

/** "power unknown of Cloud H200"; an option itself, or where nobody is named, is not repeated. */
export function powerUnknownText(plan: Plan, name: string, optionIds: readonly string[]): string {
  const names = optionIds.map((id) => optionName(plan, id)).filter((one) => one !== name);
  return names.length > 0
    ? `power unknown of ${listed(names)}`
    : "it runs where no power is stated";
}

function cell({ plan }: Results, { option, figures }: Row, unit: keyof EnergyFigures): Cell {
  const value = figures?.[unit] ?? null;
  if (value === null) {
    return { text: figures === null ? "not stated" : "not counted", sort: null };
  }
  const evidence = energyEvidence({ plan }, option.optionId);
  return {
    text: quantity(value),
    sort: value,
    opens: { optionId: option.optionId, measure: "energyPerMillionTokens" },
    ...(evidence && { evidence }),
  };
}

const powerInputs: Record<OptionKind, readonly string[]> = {
  api: [],
  cloud: ["acceleratorPower"],
  "on-premises": ["serverPower", "loadFactorFraction", "pueRatio"],
  edge: ["devicePower"],
  portfolio: [],
};

/** Paths of what an option's energy rests on, those of a portfolio's parts included. */
export function energyInputs({ plan }: Pick<Results, "plan">, optionId: string): readonly string[] {
  const row = plan.options.find(({ id }) => id === optionId);
  if (!row) return [];
  if (row.kind !== "portfolio")
    return powerInputs[row.kind].map((key) => `options.${row.id}.${key}`);
  return [row.firstOptionId, row.secondOptionId].flatMap((id) =>
    id === null || id === optionId ? [] : energyInputs({ plan }, id),
  );
}

function energyEvidence(
  results: Pick<Results, "plan">,
  optionId: string,
): EvidenceClass | undefined {
  return weakestEvidence(results.plan, energyInputs(results, optionId));
}
