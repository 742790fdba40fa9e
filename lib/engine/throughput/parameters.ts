import type { ErrorBand, RooflineParameters } from "./types";

/** Made by `bench/fit-throughput.ts` on 2,297 measured points; docs/throughput.md, "Parameters". */
export const fittedParameters: RooflineParameters = {
  memoryEfficiency: 0.95,
  arithmeticEfficiency: 0.8209,
  secondsPerKernel: 5.54e-6,
  secondsPerCollective: 6.733e-6,
  unpackingFactor: 1.606,
  activationPasses: 28.71,
  secondsPerRequest: 10.44e-6,
  firstTokenLaunchFactor: 23.7,
  firstTokenPrefills: 0.876,
  prefillsAheadShare: 0.135,
};

/** The day on which they were fitted. */
export const parametersFittedOn = "2026-11-28";

/** Share of an accelerator's memory that serving engines hand to weights and cache. Assumed. */
export const usableMemoryShare = 0.92;
/** Share of a link's rate that long messages reach. Assumed. */
export const linkEfficiency = 0.7;

/** Errors leaving one model out; docs/throughput.md, "Errors". */
export const perOutputTokenBand: ErrorBand = { medianFraction: 0.132, ninthDecileFraction: 0.416 };
export const toFirstTokenBand: ErrorBand = { medianFraction: 0.419, ninthDecileFraction: 0.898 };
