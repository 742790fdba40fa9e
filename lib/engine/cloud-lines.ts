import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { Basis } from "./basis";
import type { CloudUse } from "./cloud-use";
import { type CommittedTerm, commitmentSpend, countedPrepaid } from "./commitments";
import type { Load } from "./load";
import { at, multiplySeries, scaleSeries } from "./series";
import { addSpend, type PricedLine, paidAsUsed, paidBy, type SpendByUse, whileDue } from "./spend";
import { staffLine } from "./staff";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

type Rented = {
  readonly use: Traced<CloudUse>;
  readonly terms: Traced<readonly CommittedTerm[]>;
};

/** What rented accelerators cost month by month. docs/model.md, "Cloud accelerators". */
export function cloudLines(
  basis: Basis,
  option: Source<CloudOption>,
  load: Load,
  { use, terms }: Rented,
): PricedLine[] {
  const onDemand = onDemandLines(basis, option, use);
  const committed = commitmentLines(basis, option, { use, terms });
  const billed = [...onDemand, ...committed.billed];
  const monthly = (
    amountKey: "storage" | "egress",
    volumeKey: "storedGigabytes" | "egressGigabytes",
    priceKey: "storagePrice" | "egressPrice",
  ) =>
    trace((read) => {
      const volume = read.optional(option, volumeKey, 0);
      const byVolume = volume === 0 ? 0 : volume * read.needed(option, priceKey);
      const amount = read.figure(option, amountKey) + byVolume;
      if (amount === 0) return basis.noSpend;
      const index = read.traced(basis.priceIndex.other);
      const charge = whileDue(load.inUse, (month) => amount * at(index, month));
      return paidAsUsed(charge, read.traced(use).trainingFraction);
    });
  const running = trace((read) => ({
    due: load.inUse,
    trainingFraction: read.traced(use).trainingFraction,
  }));
  return [
    ...billed,
    { id: "storage", spend: monthly("storage", "storedGigabytes", "storagePrice") },
    { id: "egress", spend: monthly("egress", "egressGigabytes", "egressPrice") },
    { id: "support", spend: support(basis, option, billed) },
    staffLine(basis, option, running),
    ...committed.counted,
  ];
}

/**
 * rental = on-demand accelerator-hours x (1 - spot share) x rate x cloud index; training rental =
 * the same of the extra hours; spot = the rest x (1 + overhead) x spot rate x cloud index.
 * Unit: money a month.
 */
function onDemandLines(
  basis: Basis,
  option: Source<CloudOption>,
  use: Traced<CloudUse>,
): PricedLine[] {
  const spotFraction = trace((read) => read.optional(option, "spotFraction", 0));
  const hourlyRate = trace((read) => {
    const rate = read.figure(option, "rate") * (1 - read.traced(spotFraction));
    return scaleSeries(read.traced(basis.priceIndex.cloud), rate);
  });
  const spotRate = trace((read) => {
    const overhead = read.optional(option, "spotOverheadFraction", 0);
    const rate = read.needed(option, "spotRate") * read.traced(spotFraction) * (1 + overhead);
    return scaleSeries(read.traced(basis.priceIndex.cloud), rate);
  });
  const inference = (price: Traced<Series>) =>
    trace((read) => {
      const { onDemandHours, baseTrainingFraction } = read.traced(use);
      return paidAsUsed(multiplySeries(onDemandHours, read.traced(price)), baseTrainingFraction);
    });
  const training = (price: Traced<Series>) =>
    trace((read) =>
      paidBy("training", multiplySeries(read.traced(use).extraHours, read.traced(price))),
    );
  const spot = trace((read) => {
    if (read.traced(spotFraction) === 0) return basis.noSpend;
    const parts = [inference(spotRate), training(spotRate)];
    return addSpend(
      basis.months,
      parts.map((part) => read.traced(part)),
    );
  });
  return [
    { id: "rental", spend: inference(hourlyRate) },
    { id: "trainingRental", spend: training(hourlyRate) },
    { id: "spot", spend: spot },
  ];
}

/** What is committed, and what is prepaid beyond the horizon where the plan counts that. */
function commitmentLines(
  basis: Basis,
  option: Source<CloudOption>,
  { use, terms }: Rented,
): { readonly billed: readonly PricedLine[]; readonly counted: readonly PricedLine[] } {
  if (!option.row.commitments?.length) return { billed: [], counted: [] };
  const spendOf = (of: typeof commitmentSpend) =>
    trace((read): SpendByUse => {
      const { acceleratorsPerInstance, baseTrainingFraction } = read.traced(use);
      return of(basis, read.traced(terms), acceleratorsPerInstance, baseTrainingFraction);
    });
  const counts = basis.assumptions.row.countRemainingBookValue;
  return {
    billed: [{ id: "commitments", spend: spendOf(commitmentSpend) }],
    counted: counts ? [{ id: "remainingBookValue", spend: spendOf(countedPrepaid) }] : [],
  };
}

/** support share x what is rented, committed and on spot, month by month as it is consumed. */
function support(
  basis: Basis,
  option: Source<CloudOption>,
  billed: readonly PricedLine[],
): Traced<SpendByUse> {
  return trace((read) => {
    const fraction = read.figure(option, "supportFraction");
    if (fraction === 0) return basis.noSpend;
    const { inference, training } = addSpend(
      basis.months,
      billed.map(({ spend }) => read.traced(spend)),
    );
    return addSpend(basis.months, [
      paidBy("inference", scaleSeries(inference.accrual, fraction)),
      paidBy("training", scaleSeries(training.accrual, fraction)),
    ]);
  });
}
