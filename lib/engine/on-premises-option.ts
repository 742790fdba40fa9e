import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { bridge } from "./bridge";
import { carbonOf } from "./carbon";
import { fullUtilization } from "./cloud-option";
import { type Beyond, dueAfterHorizon } from "./due-after-horizon";
import { offloaded } from "./edge-offload";
import { owedAtHorizon, remainingBookValue } from "./end-of-horizon";
import { exitFeesBeyond } from "./exit-fees";
import { leasedBeyondHorizon } from "./finance-lines";
import { financingWarnings } from "./financing-warnings";
import { unservable } from "./fleet-need";
import { farFromMeasured } from "./front-rate";
import { hardwareOf, lastQuotedMonth } from "./hardware";
import type { Load } from "./load";
import { type OnPremisesFleet, onPremisesFleet } from "./on-premises-fleet";
import { infeasible, type OptionParts } from "./option-parts";
import { purchaseLines } from "./purchase-lines";
import { type Racks, racksOf } from "./racks";
import { averagePowerDraw, runningLines } from "./running-lines";
import { at, series } from "./series";
import { beyondSitePower } from "./site-power";
import type { PricedLine } from "./spend";
import { type TaxTiming, taxTimingOf } from "./tax-depreciation";
import { type Source, type Traced, trace } from "./trace";
import type { Capacity, Series, Warning } from "./types";

/** Servers of one's own, from a quote. docs/model.md, "On-premises servers". */
export function projectOnPremises(basis: Basis, row: OnPremisesOption, load: Load): OptionParts {
  const unserved = unservable(row, load);
  if (unserved.length > 0) return infeasible(basis.months, unserved);
  const option = { path: `options.${row.id}`, row };
  const devices = offloaded(basis, option, load);
  const fleet = onPremisesFleet(basis, option, devices.own);
  const bridged = bridge(
    basis,
    row.bridgeOptionId,
    devices.own,
    trace((read) => read.traced(fleet).unserved),
  );
  const power = beyondSitePower(option, fleet);
  const own = ownParts(basis, option, fleet);
  const capacity = capacityOf(basis, fleet.value, own);
  const exits = exitFeesBeyond(basis, fleet);
  return {
    lines: [...own.lines, ...devices.lines, ...bridged.lines],
    capacity,
    inferenceEnergy: {
      servedFraction: fleet.value.unserved.inference.map(
        (share, month) => (1 - share) * at(devices.ownFraction.value, month),
      ),
      energyKwh: capacity.energyKwh.map(
        (energy, month) => energy * (1 - at(fleet.value.trainingFraction, month)),
      ),
    },
    infeasibilities: [...bridged.infeasibilities, ...power.value],
    alsoRead: [power],
    warnings: [
      ...fullUtilization(option),
      ...farFromMeasured(option.path, row.throughput, load),
      ...expiredQuote(basis, row, fleet.value),
      ...pastLife(fleet.value),
      ...financingWarnings(option, fleet.value),
      ...dueAfterHorizon(basis, option, own.owedAtHorizon, own.leasedBeyondHorizon),
      ...exits.warnings,
    ],
    remainingBookValue: own.remainingBookValue,
    owedAtHorizon: own.owedAtHorizon,
    committedBeyondHorizon: trace(
      (read) => read.traced(own.leasedBeyondHorizon).amount + exits.amount,
    ),
    taxTiming: own.taxTiming,
  };
}

/** Lines of the option's own servers, whatever fleet it is given. */
export function ownParts(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
): {
  readonly lines: readonly PricedLine[];
  readonly powerDraw: Traced<Series>;
  readonly racks: Traced<Racks>;
  readonly remainingBookValue: Traced<number>;
  readonly owedAtHorizon: Traced<number>;
  readonly leasedBeyondHorizon: Traced<Beyond>;
  readonly taxTiming: Traced<TaxTiming> | undefined;
} {
  const racks = racksOf(option, fleet);
  const hardware = hardwareOf(basis, option, fleet, racks);
  const powerDraw = averagePowerDraw(basis, option, fleet);
  return {
    lines: [
      ...purchaseLines(basis, option, fleet, hardware),
      ...runningLines(basis, option, fleet, { hardware, powerDraw, racks }),
    ],
    powerDraw,
    racks,
    remainingBookValue: remainingBookValue(basis, hardware),
    owedAtHorizon: owedAtHorizon(basis, hardware),
    leasedBeyondHorizon: leasedBeyondHorizon(fleet, hardware),
    taxTiming: taxTimingOf(basis, option, fleet, hardware),
  };
}

function expiredQuote(basis: Basis, row: OnPremisesOption, fleet: OnPremisesFleet): Warning[] {
  const lastQuoted = lastQuotedMonth(basis, row);
  const late = fleet.vintages.find(({ orderMonth }) => orderMonth > lastQuoted);
  if (late === undefined) return [];
  const { validUntil } = row.quote;
  return [{ kind: "quoteExpires", validUntil, fromMonth: late.orderMonth }];
}

function pastLife({ owned }: OnPremisesFleet): Warning[] {
  return owned.groups
    .filter(({ servers, lifeMonths }) => servers > 0 && lifeMonths === 0)
    .map(({ source }) => ({ kind: "ownedPastLife", path: `${source.path}.ageMonths` }));
}

function capacityOf(
  basis: Basis,
  fleet: OnPremisesFleet,
  own: { readonly powerDraw: Traced<Series>; readonly racks: Traced<Racks> },
): Capacity {
  const months = basis.months;
  const powerDraw = own.powerDraw.value;
  const energyKwh = powerDraw.map((kilowatts) => kilowatts * basis.hoursPerMonth);
  return {
    accelerators: fleet.servers.map((servers) => servers * fleet.acceleratorsPerServer),
    servers: fleet.servers,
    racks: own.racks.value.inUse,
    serversDelivered: fleet.delivered,
    utilizationFraction: series(months, (month) => {
      const available = at(fleet.servers, month) * fleet.hoursPerServer;
      const used = at(fleet.inferenceHours, month) + at(fleet.trainingHours, month);
      return available > 0 ? used / available : 0;
    }),
    averagePowerKw: powerDraw,
    energyKwh,
    carbonKilograms: carbonOf(basis, energyKwh),
    bridgedFraction: fleet.bridgedFraction,
    acceleratorHours: { inference: fleet.inferenceHours, training: fleet.trainingHours },
    baseTrainingFraction: fleet.baseTrainingFraction,
  };
}
