import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { Basis } from "./basis";
import { carbonOf } from "./carbon";
import { cloudLines } from "./cloud-lines";
import { type CloudUse, cloudUse } from "./cloud-use";
import { committedBeyondHorizon, committedTerms, prepaidBeyond, termMonths } from "./commitments";
import type { Beyond } from "./due-after-horizon";
import { offloaded } from "./edge-offload";
import { unservable } from "./fleet-need";
import { farFromMeasured } from "./front-rate";
import type { Load } from "./load";
import { infeasible, noCapacity, type OptionParts } from "./option-parts";
import { addSeries, at, scaleSeries, series, total } from "./series";
import { type Source, trace } from "./trace";
import type { Capacity, Series, Warning } from "./types";

/** Accelerators rented by the whole instance. docs/model.md, "Cloud accelerators". */
export function projectCloud(basis: Basis, row: CloudOption, load: Load): OptionParts {
  const unserved = unservable(row, load);
  if (unserved.length > 0) return infeasible(basis.months, unserved);
  const option = { path: `options.${row.id}`, row };
  const terms = committedTerms(basis, option);
  const { own, lines, ownFraction } = offloaded(basis, option, load);
  const use = cloudUse(basis, option, own, terms);
  const beyond = trace((read) =>
    committedBeyondHorizon(basis, read.traced(terms), read.traced(use).acceleratorsPerInstance),
  );
  return {
    lines: [...cloudLines(basis, option, own, { use, terms }), ...lines],
    ...capacityAndEnergy(basis, row, use.value, ownFraction.value),
    infeasibilities: [],
    warnings: [
      ...fullUtilization(option),
      ...farFromMeasured(option.path, row.throughput, load),
      ...commitmentsOver(option),
      ...lateCommitments(basis, option),
      ...(use.missing.length + beyond.missing.length > 0
        ? []
        : commitmentWarnings(option, use.value, beyond.value)),
    ],
    remainingBookValue: trace((read) =>
      prepaidBeyond(basis, read.traced(terms), read.traced(use).acceleratorsPerInstance),
    ),
    committedBeyondHorizon: trace((read) => read.traced(beyond).amount),
  };
}

/** Energy only where the option says what an accelerator draws: no cost, so that a missing one blocks nothing. */
function capacityAndEnergy(
  basis: Basis,
  { acceleratorPower }: CloudOption,
  use: CloudUse,
  servedFraction: Series,
): Pick<OptionParts, "capacity" | "inferenceEnergy"> {
  const capacity = capacityOf(basis, use);
  const power = acceleratorPower?.value ?? null;
  if (power === null) return { capacity };
  const energyKwh = series(
    basis.months,
    (month) => (at(use.billedHours, month) + at(use.extraHours, month)) * power,
  );
  return {
    capacity: {
      ...capacity,
      energyKwh,
      averagePowerKw: scaleSeries(energyKwh, 1 / basis.hoursPerMonth),
      carbonKilograms: carbonOf(basis, energyKwh),
    },
    inferenceEnergy: {
      servedFraction,
      energyKwh: series(
        basis.months,
        (month) => at(use.billedHours, month) * (1 - at(use.baseTrainingFraction, month)) * power,
      ),
    },
  };
}

function lateCommitments({ months }: Basis, { path, row }: Source<CloudOption>): Warning[] {
  return (row.commitments ?? []).flatMap(({ id, instances, startMonth, running }): Warning[] => {
    const start = startMonth.value ?? 0;
    if (running || !instances.value || start <= months) return [];
    const late = `${path}.commitments.${id}.startMonth`;
    return [{ kind: "commitmentAfterHorizon", path: late, startMonth: start }];
  });
}

function commitmentWarnings(
  option: Source<CloudOption>,
  { committedHours, unusedHours }: CloudUse,
  beyond: Beyond,
): Warning[] {
  const path = `${option.path}.commitments`;
  const warnings: Warning[] = [];
  const fromMonth = unusedHours.findIndex((hours) => hours > 0);
  if (fromMonth >= 0) {
    const unusedFraction = total(unusedHours) / total(committedHours);
    warnings.push({ kind: "commitmentUnused", path, fromMonth, unusedFraction });
  }
  if (beyond.amount > 0) warnings.push({ kind: "committedBeyondHorizon", path, ...beyond });
  return warnings;
}

function commitmentsOver({ path, row }: Source<CloudOption>): Warning[] {
  return (row.commitments ?? []).flatMap((commitment) => {
    const term = termMonths[commitment.term];
    const isOver = (commitment.running?.monthsRun.value ?? 0) >= term;
    const monthsRun = `${path}.commitments.${commitment.id}.running.monthsRun`;
    return isOver && commitment.instances.value !== 0
      ? [{ kind: "commitmentOver", path: monthsRun, termMonths: term } satisfies Warning]
      : [];
  });
}

export function fullUtilization(option: Source<Pick<CloudOption, "utilizationCeilingFraction">>) {
  const path = `${option.path}.utilizationCeilingFraction`;
  const full = option.row.utilizationCeilingFraction.value === 1;
  return full ? [{ kind: "fullUtilization", path } satisfies Warning] : [];
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
