import { carbonPerKilowattHour, tokensPerSecondPerMegawatt } from "../carbon";
import { energyByUse } from "../energy-by-use";
import { at, cumulate, total } from "../series";
import type { OptionProjection, Series, Use } from "../types";
import { gramsPerKilogram, tokensPerMillion } from "../units";
import { powerUnknownOf } from "../unknown-power";
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

/** Tokens served by machines whose energy is known, over all of them; null without either. */
export function knownTokensFraction(
  { inferenceEnergy }: OptionProjection,
  servedTokens: Series,
): number | null {
  const all = total(servedTokens);
  return inferenceEnergy === null || !(all > 0) ? null : total(inferenceEnergy.servedTokens) / all;
}

/**
 * Energy of inference and of training added up over the months, and from when on inference has taken
 * more than training to the horizon. null where no energy is known, and for a use of which some runs
 * where no power is stated: half of it is no answer. docs/model.md, "Energy".
 */
export function energyOfUses(option: OptionProjection, servedTokens: Series): EnergyOfUses | null {
  const energy = energyByUse(option);
  if (energy === null) return null;
  const cumulative = { inference: cumulate(energy.inference), training: cumulate(energy.training) };
  const knownTokens = knownTokensFraction(option, servedTokens);
  const isElsewhere = {
    inference: knownTokens !== null && knownTokens < 1 - noise,
    training: total(option.capacity.acceleratorHours.training) > 0,
  };
  const [served, trained] = [lastOf(cumulative.inference), lastOf(cumulative.training)];
  const hasNone = served + trained <= 0;
  if (hasNone && (knownTokens === null ? isElsewhere.training : isElsewhere.inference)) return null;
  const unknown = {
    inference: powerUnknownOf(option.powerUnknown, "inference"),
    training: powerUnknownOf(option.powerUnknown, "training"),
  };
  const isUnknown = {
    inference: !hasNone && served <= trained * noise && isElsewhere.inference,
    training:
      unknown.training.length > 0 ||
      (!hasNone && trained <= served * noise && isElsewhere.training),
  };
  return {
    // Of serving, what is known stands with its share of the tokens; of training there is no such share.
    inference: isUnknown.inference ? null : cumulative.inference,
    training: isUnknown.training ? null : cumulative.training,
    knownTokensFraction: knownTokens,
    passing: passingOf(cumulative, isUnknown, unknown),
  };
}

/** Less than this share is the rounding of floats. */
const noise = 1e-9;

const lastOf = (values: Series) => at(values, values.length - 1);

/** A use that runs, even in part, where no power is stated is compared with nothing. */
function passingOf(
  { inference, training }: Readonly<Record<Use, Series>>,
  isUnknown: Readonly<Record<Use, boolean>>,
  unknown: Readonly<Record<Use, readonly string[]>>,
): EnergyPassing {
  const [served, trained] = [lastOf(inference), lastOf(training)];
  if (isUnknown.training) return { kind: "unknownTraining", optionIds: unknown.training };
  if (served + trained <= 0) return { kind: "noEnergy" };
  if (trained <= served * noise) return { kind: "noTraining" };
  if (isUnknown.inference) return { kind: "unknownInference", optionIds: unknown.inference };
  if (served <= trained * noise) return { kind: "noInference" };
  const behind = inference.findLastIndex((energy, month) => energy <= at(training, month));
  // More of it could only be ahead all the more.
  if (behind < 0) return { kind: "always" };
  if (unknown.inference.length > 0)
    return { kind: "unknownInference", optionIds: unknown.inference };
  return behind === inference.length - 1 ? { kind: "never" } : { kind: "from", month: behind + 1 };
}
