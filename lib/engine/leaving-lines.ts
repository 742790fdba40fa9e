import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { ownsAtTheEnd } from "./finance-lines";
import type { Hardware } from "./hardware";
import type { OnPremisesFleet } from "./on-premises-fleet";
import { residualFraction } from "./residual";
import { addTo, at, isAllZero, total, zeros } from "./series";
import { type PricedLine, paidAsUsed, type SpendByUse } from "./spend";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

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
  hardware: Hardware,
): Traced<SpendByUse> {
  const sold = [soldLater(basis, option, fleet, hardware), soldOfOwned(basis, option, fleet)];
  return trace((read) => {
    const { trainingFraction } = read.traced(fleet);
    const received = sold.flatMap((sales) => read.traced(sales));
    if (received.length === 0) return basis.noSpend;
    const inference = zeros(basis.months);
    const training = zeros(basis.months);
    const isTrained = !isAllZero(trainingFraction);
    for (const { fromMonth, month, amount } of received) {
      const share = isTrained ? meanFraction(trainingFraction, fromMonth, month) : 0;
      addTo(inference, month, -(amount * (1 - share)));
      addTo(training, month, -(amount * share));
    }
    return {
      inference: { cash: inference, accrual: inference },
      training: { cash: training, accrual: training },
    };
  });
}

/** Training's share over the months of service. */
function meanFraction(trainingFraction: Series, fromMonth: number, toMonth: number): number {
  const served = trainingFraction.slice(fromMonth, toMonth);
  return served.length > 0 ? total(served) / served.length : at(trainingFraction, toMonth);
}

/** Money received in a month for what served from another month on. */
type Sale = { readonly fromMonth: number; readonly month: number; readonly amount: number };

function soldLater(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  { serverPrices, networkPrices, financing }: Hardware,
): Traced<readonly Sale[]> {
  return trace((read) => {
    const { vintages, serviceMonths } = read.traced(fleet);
    const leaves = vintages.some((one) => one.inServiceMonth + serviceMonths < basis.months);
    if (!leaves || !ownsAtTheEnd(read.traced(financing), serviceMonths)) return [];
    const fraction = residualFraction(read, option, serviceMonths);
    return [...read.traced(serverPrices), ...read.traced(networkPrices)]
      .map(({ vintage: { inServiceMonth }, price }) => ({
        fromMonth: inServiceMonth,
        month: inServiceMonth + serviceMonths,
        amount: fraction * price,
      }))
      .filter(({ month }) => month < basis.months);
  });
}

/** Servers owned at month 0 bring what the plan says, a server. */
function soldOfOwned(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
): Traced<readonly Sale[]> {
  const row = option.row.owned;
  return trace((read) => {
    const { servers, remainingMonths: month } = read.traced(fleet).owned;
    if (!row?.residualValue || servers === 0 || month >= basis.months) return [];
    const price = read.optional({ path: `${option.path}.owned`, row }, "residualValue", 0);
    return [{ fromMonth: 0, month, amount: servers * price }];
  });
}

/** Servers that leave, owned ones too, x the cost of taking one away. Unit: money. */
function decommissioning(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
): Traced<SpendByUse> {
  return trace((read) => {
    if (option.row.decommissioning === undefined) return basis.noSpend;
    const { vintages, owned, serviceMonths, trainingFraction } = read.traced(fleet);
    const leaving = zeros(basis.months);
    const leave = (month: number, servers: number) => {
      if (month < basis.months) addTo(leaving, month, servers);
    };
    for (const one of vintages) leave(one.inServiceMonth + serviceMonths, one.servers);
    if (owned.servers > 0) leave(owned.remainingMonths, owned.servers);
    if (isAllZero(leaving)) return basis.noSpend;
    const price = read.optional(option, "decommissioning", 0);
    const index = read.traced(basis.priceIndex.other);
    return paidAsUsed(
      leaving.map((servers, month) => servers * price * at(index, month)),
      trainingFraction,
    );
  });
}
