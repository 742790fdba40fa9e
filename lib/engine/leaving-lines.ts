import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { exitFeesOf } from "./exit-fees";
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
    { id: "exitFee", spend: exitFees(basis, fleet) },
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
  const sold = [soldLater(basis, option, fleet, hardware), soldOfOwned(basis, fleet)];
  return trace((read) => {
    const { trainingFraction } = read.traced(fleet);
    const received = sold.flatMap((sales) => read.traced(sales));
    return onLeaving(
      basis,
      received.map((sale) => ({ ...sale, amount: -sale.amount })),
      trainingFraction,
    );
  });
}

/** Divided between the uses on the mean of the months that the servers served. */
function onLeaving(basis: Basis, due: readonly OnLeaving[], trainingFraction: Series): SpendByUse {
  if (due.length === 0) return basis.noSpend;
  const inference = zeros(basis.months);
  const training = zeros(basis.months);
  const isTrained = !isAllZero(trainingFraction);
  for (const { fromMonth, month, amount } of due) {
    const share = isTrained ? meanFraction(trainingFraction, fromMonth, month) : 0;
    addTo(inference, month, amount * (1 - share));
    addTo(training, month, amount * share);
  }
  return {
    inference: { cash: inference, accrual: inference },
    training: { cash: training, accrual: training },
  };
}

/** Training's share over the months of service. */
function meanFraction(trainingFraction: Series, fromMonth: number, toMonth: number): number {
  const served = trainingFraction.slice(fromMonth, toMonth);
  return served.length > 0 ? total(served) / served.length : at(trainingFraction, toMonth);
}

/** Money of a month for what served from another month on. */
type OnLeaving = { readonly fromMonth: number; readonly month: number; readonly amount: number };

function soldLater(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  { serverPrices, networkPrices, financing }: Hardware,
): Traced<readonly OnLeaving[]> {
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
function soldOfOwned(basis: Basis, fleet: Traced<OnPremisesFleet>): Traced<readonly OnLeaving[]> {
  return trace((read) =>
    read.traced(fleet).owned.groups.flatMap(({ source, servers, serviceMonths: month }) => {
      if (!source.row.residualValue || month >= basis.months) return [];
      const price = read.optional(source, "residualValue", 0);
      return [{ fromMonth: 0, month, amount: servers * price }];
    }),
  );
}

/** Those inside the horizon. Unit: money. */
function exitFees(basis: Basis, fleet: Traced<OnPremisesFleet>): Traced<SpendByUse> {
  return trace((read) => {
    const known = read.traced(fleet);
    const due = exitFeesOf(known)
      .filter(({ month }) => month < basis.months)
      .map(({ month, amount }) => ({ fromMonth: 0, month, amount: read.traced(amount) }));
    return onLeaving(basis, due, known.trainingFraction);
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
    for (const group of owned.groups) leave(group.serviceMonths, group.servers);
    if (isAllZero(leaving)) return basis.noSpend;
    const price = read.optional(option, "decommissioning", 0);
    const index = read.traced(basis.priceIndex.other);
    return paidAsUsed(
      leaving.map((servers, month) => servers * price * at(index, month)),
      trainingFraction,
    );
  });
}
