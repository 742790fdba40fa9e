import { carbonPerKilowattHour, tokensPerSecondPerMegawatt } from "../carbon";
import { at, cumulate, total } from "../series";
import type { OptionProjection, Series, Use } from "../types";
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
 * more than training to the horizon. null where no energy is known. docs/model.md, "Energy".
 */
export function energyOfUses(option: OptionProjection, servedTokens: Series): EnergyOfUses | null {
  const { capacity, inferenceEnergy } = option;
  if (inferenceEnergy === null) return null;
  const inference = inferenceEnergy.energyKwh;
  const training = capacity.energyKwh.map((all, month) => Math.max(0, all - at(inference, month)));
  const cumulative = { inference: cumulate(inference), training: cumulate(training) };
  const knownTokens = knownTokensFraction(option, servedTokens);
  const isThere = {
    inference: knownTokens !== null && knownTokens < 1 - noise,
    training: total(capacity.acceleratorHours.training) > 0,
  };
  const passing = passingOf(cumulative, isThere);
  const isElsewhere = knownTokens === null ? isThere.training : isThere.inference;
  if (passing.kind === "noEnergy" && isElsewhere) return null;
  return {
    inference: passing.kind === "unknownInference" ? null : cumulative.inference,
    training: passing.kind === "unknownTraining" ? null : cumulative.training,
    knownTokensFraction: knownTokens,
    passing,
  };
}

/** Less than this share is the rounding of floats. */
const noise = 1e-9;

/** A use without energy is there all the same where its work is done beyond the known machines. */
function passingOf(
  { inference, training }: Record<Use, Series>,
  isThere: Readonly<Record<Use, boolean>>,
): EnergyPassing {
  const last = inference.length - 1;
  const [served, trained] = [at(inference, last), at(training, last)];
  if (served + trained <= 0) return { kind: "noEnergy" };
  if (trained <= served * noise)
    return { kind: isThere.training ? "unknownTraining" : "noTraining" };
  if (served <= trained * noise)
    return { kind: isThere.inference ? "unknownInference" : "noInference" };
  const behind = inference.findLastIndex((energy, month) => energy <= at(training, month));
  if (behind === last) return { kind: "never" };
  return behind < 0 ? { kind: "always" } : { kind: "from", month: behind + 1 };
}
