import type { ApiOption } from "@/lib/schemas/api-option";
import { usageLines } from "./api-usage";
import type { Basis } from "./basis";
import type { Load } from "./load";
import { mainUse } from "./load";
import { noCapacity, nothingLeft, type OptionParts } from "./option-parts";
import { addSeries, at, isAllZero, multiplySeries, series, zeros } from "./series";
import { addSpend, type PricedLine, paidBy, whileDue } from "./spend";
import { netSpend, spendTerms } from "./spend-terms";
import { staffLine } from "./staff";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

/** A managed API: billed on the mean, so the peak is never read. docs/model.md, "Managed API". */
export function projectApi(basis: Basis, row: ApiOption, load: Load): OptionParts {
  const option = { path: `options.${row.id}`, row };
  const usage = usageLines(basis, option, load);
  const trainingHours = trace((read) =>
    addSeries(
      basis.months,
      load.training.map((one) => read.traced(one.acceleratorHours)),
    ),
  );
  return {
    lines: [
      ...usage,
      ...settlementLines(basis, option, load, usage),
      ...standingLines(basis, option, load),
      trainingLine(basis, option, trainingHours),
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

/** What is due whatever is used: the fee and the people. */
export function standingLines(basis: Basis, option: Source<ApiOption>, load: Load): PricedLine[] {
  const use = mainUse(load);
  const running = trace(() => ({
    due: load.inUse,
    trainingFraction: series(basis.months, () => (use === "training" ? 1 : 0)),
  }));
  const fixedFee = trace((read) => {
    const fee = read.figure(option, "fixedFee");
    if (fee === 0) return basis.noSpend;
    const index = read.traced(basis.priceIndex.other);
    return paidBy(
      use,
      whileDue(load.inUse, (month) => fee * at(index, month)),
    );
  });
  return [{ id: "fixedFee", spend: fixedFee }, staffLine(basis, option, running)];
}

/**
 * volume discount = -(bill - net bill); minimum spend = max(0, minimum - net bill) in the months
 * the option is used. The bill is the sum of the usage lines. docs/model.md, "Volume discount".
 */
function settlementLines(
  basis: Basis,
  option: Source<ApiOption>,
  load: Load,
  usage: readonly PricedLine[],
): PricedLine[] {
  if (!option.row.volumeDiscount && !option.row.minimumSpend) return [];
  const terms = spendTerms(option);
  const bill = trace((read) => {
    const sum = addSpend(
      basis.months,
      usage.map(({ spend }) => read.traced(spend)),
    );
    return sum.inference.accrual;
  });
  const volumeDiscount = trace((read) => {
    const { bands } = read.traced(terms);
    return paidBy(
      "inference",
      read.traced(bill).map((spend) => netSpend(spend, bands) - spend),
    );
  });
  const minimumSpend = trace((read) => {
    const { bands, minimum } = read.traced(terms);
    const spent = read.traced(bill);
    const short = (month: number) => Math.max(0, minimum - netSpend(at(spent, month), bands));
    return paidBy(mainUse(load), whileDue(load.inUse, short));
  });
  return [
    { id: "volumeDiscount", spend: volumeDiscount },
    { id: "minimumSpend", spend: minimumSpend },
  ];
}

/** reference accelerator-hours(t) x rate(0) x cloud rental index(t). */
function trainingLine(basis: Basis, option: Source<ApiOption>, hours: Traced<Series>): PricedLine {
  const spend = trace((read) => {
    const used = read.traced(hours);
    if (isAllZero(used)) return basis.noSpend;
    const rate = read.figure(option, "trainingRate");
    const amount = multiplySeries(used, read.traced(basis.priceIndex.cloud));
    return paidBy(
      "training",
      amount.map((indexedHours) => indexedHours * rate),
    );
  });
  return { id: "trainingRental", spend };
}
