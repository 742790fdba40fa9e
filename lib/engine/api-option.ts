import type { ApiOption } from "@/lib/schemas/api-option";
import type { Basis } from "./basis";
import type { InferenceLoad, Load } from "./load";
import { mainUse } from "./load";
import { noCapacity, nothingLeft, type OptionParts } from "./option-parts";
import { addSeries, at, multiplySeries, series, zeros } from "./series";
import { noSpend, type PricedLine, paidBy, whileDue } from "./spend";
import { staffLine } from "./staff";
import { type Source, type Traced, trace } from "./trace";
import type { LineId, Series } from "./types";
import { tokensPerMillion } from "./units";

type TokenKind = {
  readonly id: LineId;
  readonly price: "inputPrice" | "cachedInputPrice" | "outputPrice";
  readonly tokensOf: (load: InferenceLoad) => Traced<Series>;
};

const tokenKinds: readonly TokenKind[] = [
  { id: "inputTokens", price: "inputPrice", tokensOf: (load) => load.uncachedInputTokens },
  {
    id: "cachedInputTokens",
    price: "cachedInputPrice",
    tokensOf: (load) => load.cachedInputTokens,
  },
  { id: "outputTokens", price: "outputPrice", tokensOf: (load) => load.outputTokens },
];

/** A managed API: billed on the mean, so the peak is never read. docs/model.md, "Managed API". */
export function projectApi(basis: Basis, row: ApiOption, load: Load): OptionParts {
  const option = { path: `options.${row.id}`, row };
  const use = mainUse(load);
  const running = trace(() => ({
    due: load.inUse,
    trainingFraction: series(basis.months, () => (use === "training" ? 1 : 0)),
  }));
  const trainingHours = trace((read) =>
    addSeries(
      basis.months,
      load.training.map((one) => read.traced(one.acceleratorHours)),
    ),
  );
  return {
    lines: [
      ...tokenKinds.map((kind) => tokenLine(basis, option, load, kind)),
      {
        id: "fixedFee",
        spend: trace((read) => {
          const fee = read.figure(option, "fixedFee");
          if (fee === 0) return noSpend(basis.months);
          const index = read.traced(basis.priceIndex.other);
          return paidBy(
            use,
            whileDue(load.inUse, (month) => fee * at(index, month)),
          );
        }),
      },
      trainingLine(basis, option, trainingHours),
      staffLine(basis, option, running),
    ],
    capacity: {
      ...noCapacity(basis.months),
      acceleratorHours: { inference: zeros(basis.months), training: trainingHours.value },
    },
    infeasibilities: [],
    warnings: [],
    remainingBookValue: nothingLeft,
  };
}

/** tokens(t) x price(0) x API price index(t) / 10^6, retries in the tokens. */
function tokenLine(
  basis: Basis,
  option: Source<ApiOption>,
  load: Load,
  { id, price, tokensOf }: TokenKind,
): PricedLine {
  const spend = trace((read) => {
    const tokens = addSeries(
      basis.months,
      load.inference.map((one) => read.traced(tokensOf(one))),
    );
    if (tokens.every((count) => count === 0)) return noSpend(basis.months);
    const pricePerToken = read.figure(option, price) / tokensPerMillion;
    const index = read.traced(basis.priceIndex.api);
    return paidBy(
      "inference",
      tokens.map((count, month) => count * pricePerToken * at(index, month)),
    );
  });
  return { id, spend };
}

/** reference accelerator-hours(t) x rate(0) x cloud rental index(t). */
function trainingLine(basis: Basis, option: Source<ApiOption>, hours: Traced<Series>): PricedLine {
  const spend = trace((read) => {
    const used = read.traced(hours);
    if (used.every((count) => count === 0)) return noSpend(basis.months);
    const rate = read.figure(option, "trainingRate");
    const amount = multiplySeries(used, read.traced(basis.priceIndex.cloud));
    return paidBy(
      "training",
      amount.map((indexedHours) => indexedHours * rate),
    );
  });
  return { id: "trainingRental", spend };
}
