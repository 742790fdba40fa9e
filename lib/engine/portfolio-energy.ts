import type { Basis } from "./basis";
import type { InferenceEnergy } from "./carbon";
import type { Load } from "./load";
import { addSeries, at, series } from "./series";
import type { Series } from "./types";

type Part = { readonly load: Load; readonly inferenceEnergy?: InferenceEnergy };

/** Of the parts whose energy is known: their share of the tokens, and their energy. docs/model.md, "Energy". */
export function joinedEnergy(
  basis: Basis,
  load: Load,
  parts: readonly Part[],
): InferenceEnergy | undefined {
  const known = parts.flatMap(({ load: own, inferenceEnergy }) =>
    inferenceEnergy ? [{ load: own, ...inferenceEnergy }] : [],
  );
  if (known.length === 0) return undefined;
  const all = servedTokens(basis, load);
  const served = addSeries(
    basis.months,
    known.map(({ load: own, servedFraction }) =>
      servedTokens(basis, own).map((tokens, month) => tokens * at(servedFraction, month)),
    ),
  );
  return {
    servedFraction: series(basis.months, (month) =>
      at(all, month) > 0 ? at(served, month) / at(all, month) : 0,
    ),
    energyKwh: addSeries(
      basis.months,
      known.map(({ energyKwh }) => energyKwh),
    ),
  };
}

/** Without retries. */
function servedTokens({ months }: Basis, { inference }: Load): Series {
  return addSeries(
    months,
    inference.flatMap((one) => {
      const retries = 1 + (one.workload.row.retryFraction.value ?? 0);
      const kinds = [one.uncachedInputTokens, one.cachedInputTokens, one.outputTokens];
      return kinds.map(({ value }) => value.map((tokens) => tokens / retries));
    }),
  );
}
