import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { Basis } from "./basis";
import { type CloudUse, cloudUse } from "./cloud-use";
import { unservable } from "./fleet-need";
import type { Load } from "./load";
import { infeasible, noCapacity, nothingLeft, type OptionParts } from "./option-parts";
import { addSeries, at, multiplySeries, series } from "./series";
import { addSpend, noSpend, type PricedLine, paidAsUsed, paidBy, whileDue } from "./spend";
import { staffLine } from "./staff";
import { type Source, type Traced, trace } from "./trace";
import type { Capacity, Warning } from "./types";

/** Accelerators rented on demand, by the whole instance. docs/model.md, "Cloud accelerators". */
export function projectCloud(basis: Basis, row: CloudOption, load: Load): OptionParts {
  const unserved = unservable(row, load);
  if (unserved.length > 0) return infeasible(basis.months, unserved);
  const option = { path: `options.${row.id}`, row };
  const use = cloudUse(basis, option, load);
  return {
    lines: cloudLines(basis, option, load, use),
    capacity: capacityOf(basis, use.value),
    infeasibilities: [],
    warnings: fullUtilization(option),
    remainingBookValue: nothingLeft,
  };
}

export function fullUtilization(option: Source<Pick<CloudOption, "utilizationCeilingFraction">>) {
  const path = `${option.path}.utilizationCeilingFraction`;
  const full = option.row.utilizationCeilingFraction.value === 1;
  return full ? [{ kind: "fullUtilization", path } satisfies Warning] : [];
}

/**
 * rental = billed accelerator-hours x rate x cloud index; training rental = the extra hours alone;
 * support = its fraction of both; storage and egress with the index of other costs. Unit: money a month.
 */
export function cloudLines(
  basis: Basis,
  option: Source<CloudOption>,
  load: Load,
  use: Traced<CloudUse>,
): PricedLine[] {
  const hourlyRate = trace((read) => {
    const rate = read.figure(option, "rate");
    return read.traced(basis.priceIndex.cloud).map((index) => rate * index);
  });
  const rental = trace((read) => {
    const { billedHours, baseTrainingFraction } = read.traced(use);
    return paidAsUsed(multiplySeries(billedHours, read.traced(hourlyRate)), baseTrainingFraction);
  });
  const trainingRental = trace((read) =>
    paidBy("training", multiplySeries(read.traced(use).extraHours, read.traced(hourlyRate))),
  );
  const support = trace((read) => {
    const fraction = read.figure(option, "supportFraction");
    if (fraction === 0) return noSpend(basis.months);
    const bill = addSpend(basis.months, [read.traced(rental), read.traced(trainingRental)]);
    const share = (money: readonly number[]) => money.map((amount) => amount * fraction);
    return {
      inference: { cash: share(bill.inference.cash), accrual: share(bill.inference.accrual) },
      training: { cash: share(bill.training.cash), accrual: share(bill.training.accrual) },
    };
  });
  const monthly = (key: "storage" | "egress") =>
    trace((read) => {
      const amount = read.figure(option, key);
      if (amount === 0) return noSpend(basis.months);
      const index = read.traced(basis.priceIndex.other);
      const charge = whileDue(load.inUse, (month) => amount * at(index, month));
      return paidAsUsed(charge, read.traced(use).trainingFraction);
    });
  const running = trace((read) => ({
    due: load.inUse,
    trainingFraction: read.traced(use).trainingFraction,
  }));
  return [
    { id: "rental", spend: rental },
    { id: "trainingRental", spend: trainingRental },
    { id: "storage", spend: monthly("storage") },
    { id: "egress", spend: monthly("egress") },
    { id: "support", spend: support },
    staffLine(basis, option, running),
  ];
}

function capacityOf(basis: Basis, use: CloudUse): Capacity {
  const trainingHours = addSeries(basis.months, [use.trainingOnBaseHours, use.extraHours]);
  return {
    ...noCapacity(basis.months),
    accelerators: use.instances.map((count) => count * use.acceleratorsPerInstance),
    servers: use.instances,
    utilizationFraction: series(basis.months, (month) => {
      const available = at(use.billedHours, month) + at(use.extraHours, month);
      const used = at(use.inferenceHours, month) + at(trainingHours, month);
      return available > 0 ? used / available : 0;
    }),
    acceleratorHours: { inference: use.inferenceHours, training: trainingHours },
    baseTrainingFraction: use.baseTrainingFraction,
  };
}
