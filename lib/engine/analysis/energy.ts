import { carbonPerKilowattHour, tokensPerSecondPerMegawatt } from "../carbon";
import { at, cumulate } from "../series";
import type { OptionProjection, Series } from "../types";
import { gramsPerKilogram, tokensPerMillion } from "../units";
import type { EnergyFigures, EnergyOfUses, EnergyPassing } from "./types";

/**
 * What a token takes in energy, over some months: tokens / kWh, as a rate over a power, kWh and gCO2e
 * a million tokens; null for an option whose energy is not stated, or without tokens or energy.
 * docs/model.md, "Energy".
 */
export function energyFigures(
  option: OptionProjection,
  { fromMonth, toMonth }: { readonly fromMonth: number; readonly toMonth: number },
): EnergyFigures | null {
  const { inferenceEnergy: energy, capacity } = option;
  if (energy === null) return null;
  const sum = (of: (month: number) => number) => {
    let whole = 0;
    for (let month = fromMonth; month <= toMonth; month += 1) whole += of(month);
    return whole;
  };
  const tokens = sum((month) => at(energy.servedTokens, month));
  const energyKwh = sum((month) => at(energy.energyKwh, month));
  if (!(tokens > 0) || !(energyKwh > 0)) return null;
  const { carbonKilograms } = capacity;
  const perKwh = tokens / energyKwh;
  return {
    servedTokens: tokens,
    energyKwh,
    tokensPerKilowattHour: perKwh,
    tokensPerSecondPerMegawatt: tokensPerSecondPerMegawatt(perKwh) ?? 0,
    kilowattHoursPerMillionTokens: tokensPerMillion / perKwh,
    gramsPerMillionTokens:
      carbonKilograms === null
        ? null
        : (sum(
            (month) =>
              carbonPerKilowattHour(capacity.energyKwh, carbonKilograms, month) *
              at(energy.energyKwh, month),
          ) *
            gramsPerKilogram *
            tokensPerMillion) /
          tokens,
  };
}

/**
 * Energy of inference and of training added up over the months, and from when on inference has taken
 * more than training to the horizon. null where no energy is stated. docs/model.md, "Energy".
 */
export function energyOfUses({ capacity, inferenceEnergy }: OptionProjection): EnergyOfUses | null {
  if (inferenceEnergy === null) return null;
  const inference = inferenceEnergy.energyKwh;
  const training = capacity.energyKwh.map((all, month) => Math.max(0, all - at(inference, month)));
  const cumulative = { inference: cumulate(inference), training: cumulate(training) };
  return { ...cumulative, passing: passingOf(cumulative) };
}

/** Less than this share of the energy is the rounding of floats. */
const noise = 1e-9;

function passingOf({
  inference,
  training,
}: Record<"inference" | "training", Series>): EnergyPassing {
  const last = inference.length - 1;
  const [served, trained] = [at(inference, last), at(training, last)];
  if (served + trained <= 0) return { kind: "noEnergy" };
  if (trained <= served * noise) return { kind: "noTraining" };
  if (served <= trained * noise) return { kind: "noInference" };
  const behind = inference.findLastIndex((energy, month) => energy <= at(training, month));
  if (behind === last) return { kind: "never" };
  return behind < 0 ? { kind: "always" } : { kind: "from", month: behind + 1 };
}
