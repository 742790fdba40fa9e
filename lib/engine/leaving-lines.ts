import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { ownsAtTheEnd } from "./finance-lines";
import type { Hardware } from "./hardware";
import type { OnPremisesFleet } from "./on-premises-fleet";
import { residualFraction } from "./residual";
import { at, total, zeros } from "./series";
import { noSpend, type PricedLine, paidAsUsed, type SpendByUse } from "./spend";
import { type Source, type Traced, trace } from "./trace";

/** What comes in and goes out in the month after a server's last. docs/model.md, "Purchase and life". */
export function leavingLines(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  hardware: Hardware,
): PricedLine[] {
  return [
    { id: "residualValue", spend: residualValue(basis, option, fleet, hardware) },
    { id: "decommissioning", spend: decommissioning(basis, option, fleet) },
  ];
}

/** -residual share at the age at which they leave x (servers + network as paid). Unit: money. */
function residualValue(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  { serverPrices, networkPrices, financing }: Hardware,
): Traced<SpendByUse> {
  return trace((read) => {
    const { vintages, serviceMonths, trainingFraction } = read.traced(fleet);
    const leaves = vintages.some((one) => one.inServiceMonth + serviceMonths < basis.months);
    if (!leaves || !ownsAtTheEnd(read.traced(financing), serviceMonths)) {
      return noSpend(basis.months);
    }
    const sold = [...read.traced(serverPrices), ...read.traced(networkPrices)].filter(
      ({ vintage }) => vintage.inServiceMonth + serviceMonths < basis.months,
    );
    const fraction = residualFraction(read, option, serviceMonths);
    const inference = zeros(basis.months);
    const training = zeros(basis.months);
    for (const { vintage, price } of sold) {
      const month = vintage.inServiceMonth + serviceMonths;
      const served = trainingFraction.slice(vintage.inServiceMonth, month);
      const share = total(served) / served.length;
      const amount = -fraction * price;
      inference[month] = at(inference, month) + amount * (1 - share);
      training[month] = at(training, month) + amount * share;
    }
    return {
      inference: { cash: inference, accrual: inference },
      training: { cash: training, accrual: training },
    };
  });
}

/** Servers that leave, owned ones too, x the cost of taking one away. Unit: money. */
function decommissioning(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
): Traced<SpendByUse> {
  return trace((read) => {
    if (option.row.decommissioning === undefined) return noSpend(basis.months);
    const { vintages, owned, serviceMonths, trainingFraction } = read.traced(fleet);
    const leaving = zeros(basis.months);
    const leave = (month: number, servers: number) => {
      if (month < basis.months) leaving[month] = at(leaving, month) + servers;
    };
    for (const one of vintages) leave(one.inServiceMonth + serviceMonths, one.servers);
    if (owned.servers > 0) leave(owned.remainingMonths, owned.servers);
    if (leaving.every((servers) => servers === 0)) return noSpend(basis.months);
    const price = read.optional(option, "decommissioning", 0);
    const index = read.traced(basis.priceIndex.other);
    return paidAsUsed(
      leaving.map((servers, month) => servers * price * at(index, month)),
      trainingFraction,
    );
  });
}
