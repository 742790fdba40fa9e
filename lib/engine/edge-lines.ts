import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { Basis } from "./basis";
import { type Asset, assetSpend, bookValueAtEnd } from "./depreciation";
import type { FleetNeed } from "./fleet-need";
import type { Load } from "./load";
import { addTo, at, isAllZero, multiplySeries, scaleSeries, zeros } from "./series";
import { type PricedLine, paidBy, whileDue } from "./spend";
import { staffLine } from "./staff";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";
import { wattsPerKilowatt } from "./units";

type Fleet = {
  readonly devices: Traced<number>;
  readonly assets: Traced<readonly Asset[]>;
};

/** What devices cost whatever they answer. docs/model.md, "Edge devices". */
export function edgeStandingLines(
  basis: Basis,
  option: Source<EdgeOption>,
  load: Load,
  { devices, assets }: Fleet,
): PricedLine[] {
  const none = zeros(basis.months);
  const management = trace((read) => {
    const amount = read.figure(option, "management");
    if (amount === 0) return basis.noSpend;
    const index = read.traced(basis.priceIndex.other);
    const count = read.traced(devices);
    return paidBy(
      "inference",
      whileDue(load.inUse, (month) => count * amount * at(index, month)),
    );
  });
  const running = trace(() => ({ due: load.inUse, trainingFraction: none }));
  return [
    { id: "devices", spend: trace((read) => assetSpend(read.traced(assets), none)) },
    { id: "management", spend: management },
    staffLine(basis, option, running),
  ];
}

/** Where the plan counts it: minus what devices are still worth, in the last month's cash. */
export function countedDevices(basis: Basis, assets: Traced<readonly Asset[]>): PricedLine[] {
  if (!basis.assumptions.row.countRemainingBookValue) return [];
  const spend = trace((read) => {
    const left = deviceBookValue(basis, read.traced(assets));
    if (left === 0) return basis.noSpend;
    const cash = zeros(basis.months);
    addTo(cash, basis.months - 1, -left);
    return { ...basis.noSpend, inference: { cash, accrual: zeros(basis.months) } };
  });
  return [{ id: "remainingBookValue", spend }];
}

/** Unit: money, at the end of the horizon. */
export function deviceBookValue(basis: Basis, assets: readonly Asset[]): number {
  return assets.reduce((sum, asset) => sum + bookValueAtEnd(asset, basis.months), 0);
}

/** Hours of answering x power above idle / 1,000. Unit: kWh a month. */
export function edgeEnergy(option: Source<EdgeOption>, need: Traced<FleetNeed>): Traced<Series> {
  return trace((read) => {
    const hours = read.traced(need).inferenceHours;
    return scaleSeries(hours, read.figure(option, "devicePower") / wattsPerKilowatt);
  });
}

/** energy x power price x power index; the users pay it where the devices are theirs. */
export function edgePowerLine(
  basis: Basis,
  option: Source<EdgeOption>,
  energy: Traced<Series>,
): PricedLine {
  const spend = trace((read) => {
    if (option.row.ownership === "users") return basis.noSpend;
    const energyKwh = read.traced(energy);
    if (isAllZero(energyKwh)) return basis.noSpend;
    const price = read.figure(basis.assumptions, "powerPrice");
    const index = read.traced(basis.priceIndex.power);
    return paidBy("inference", scaleSeries(multiplySeries(energyKwh, index), price));
  });
  return { id: "power", spend };
}
