import type { Basis } from "./basis";
import { type Asset, bookValueAtEnd, lifetimeTrainingFraction, owedAtEnd } from "./depreciation";
import type { Hardware } from "./hardware";
import type { OnPremisesFleet } from "./on-premises-fleet";
import { addTo, zeros } from "./series";
import type { PricedLine, SpendByUse } from "./spend";
import { type Traced, trace } from "./trace";

type AmountAtEnd = (asset: Asset, months: number) => number;

/** Unit: money, at the end of the horizon. docs/model.md, "End of the horizon". */
export function remainingBookValue(basis: Basis, hardware: Hardware): Traced<number> {
  return sumAtEnd(basis, hardware, bookValueAtEnd);
}

/** What was bought inside the horizon and is paid after it. Unit: money. */
export function owedAtHorizon(basis: Basis, hardware: Hardware): Traced<number> {
  return sumAtEnd(basis, hardware, owedAtEnd);
}

/** Where the plan counts them: book value received, and paid what is owed, in the last month's cash. */
export function countedLines(
  basis: Basis,
  fleet: Traced<OnPremisesFleet>,
  hardware: Hardware,
): PricedLine[] {
  if (!basis.assumptions.row.countRemainingBookValue) return [];
  const line = (amountOf: AmountAtEnd) => countedAtEnd(basis, fleet, hardware, amountOf);
  return [
    { id: "remainingBookValue", spend: line((...asset) => -bookValueAtEnd(...asset)) },
    { id: "owedAtHorizon", spend: line(owedAtEnd) },
  ];
}

function sumAtEnd(basis: Basis, hardware: Hardware, amountOf: AmountAtEnd): Traced<number> {
  return trace((read) => {
    let sum = 0;
    for (const assets of allAssets(hardware)) {
      for (const asset of read.traced(assets)) sum += amountOf(asset, basis.months);
    }
    return sum;
  });
}

function countedAtEnd(
  basis: Basis,
  fleet: Traced<OnPremisesFleet>,
  hardware: Hardware,
  amountOf: AmountAtEnd,
): Traced<SpendByUse> {
  return trace((read) => {
    const { trainingFraction } = read.traced(fleet);
    const last = basis.months - 1;
    const spend = basis.noSpend;
    const inference = zeros(basis.months);
    const training = zeros(basis.months);
    for (const asset of allAssets(hardware).flatMap((assets) => read.traced(assets))) {
      const share = lifetimeTrainingFraction(asset, trainingFraction);
      const amount = amountOf(asset, basis.months);
      addTo(inference, last, amount * (1 - share));
      addTo(training, last, amount * share);
    }
    return {
      inference: { cash: inference, accrual: spend.inference.accrual },
      training: { cash: training, accrual: spend.training.accrual },
    };
  });
}

function allAssets({ servers, network, installation, racks }: Hardware) {
  return [servers, network, installation, racks];
}
