import type { Basis } from "./basis";
import { priceFactors } from "./curves";
import { at, multiplySeries, total } from "./series";
import { trace } from "./trace";
import type { Series } from "./types";
import { kilowattsPerMegawatt, secondsPerHour } from "./units";

/**
 * kgCO2e(t) = energy(t) x grid intensity x its path relative to month 0; null while the plan has no
 * grid intensity, since carbon is no cost and blocks none. Unit: kg a month. docs/model.md, "Carbon".
 */
export function carbonOf(basis: Basis, energyKwh: Series): Series | null {
  const { gridIntensity, gridIntensityPath: row } = basis.assumptions.row;
  const path = `${basis.assumptions.path}.gridIntensityPath`;
  const intensity = gridIntensity?.value ?? null;
  if (intensity === null) return null;
  const carbon = energyKwh.map((energy) => energy * intensity);
  if (row === undefined) return carbon;
  const factors = trace((read) => priceFactors(read, { path, row }, basis.months));
  return factors.missing.length > 0 ? null : multiplySeries(carbon, factors.value);
}

/** What of the plan's tokens is served by machines whose energy is known, and with how much of it. */
export type InferenceEnergy = {
  readonly servedFraction: Series;
  readonly energyKwh: Series;
};

/** Tokens served here / kWh that inference takes, idle energy pro rata; null without either. */
export function tokensPerKilowattHour(
  servedTokens: Series,
  energy: InferenceEnergy | undefined,
): number | null {
  if (energy === undefined) return null;
  const tokens = total(
    servedTokens.map((served, month) => served * at(energy.servedFraction, month)),
  );
  const kilowattHours = total(energy.energyKwh);
  return tokens > 0 && kilowattHours > 0 ? tokens / kilowattHours : null;
}

/** tokens / kWh x 1,000 kW / 3,600 s. Unit: tokens a second for each MW. */
export function tokensPerSecondPerMegawatt(tokensPerKwh: number | null): number | null {
  return tokensPerKwh === null ? null : (tokensPerKwh * kilowattsPerMegawatt) / secondsPerHour;
}

/** kgCO2e / kWh of a month; 0 in one without energy. */
export function carbonPerKilowattHour(energyKwh: Series, carbon: Series, month: number): number {
  return at(energyKwh, month) > 0 ? at(carbon, month) / at(energyKwh, month) : 0;
}
