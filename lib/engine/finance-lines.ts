import type { Payment } from "./depreciation";
import type { Beyond } from "./due-after-horizon";
import { type Financing, level } from "./financing";
import type { Hardware, Priced } from "./hardware";
import type { OnPremisesFleet, Vintage } from "./on-premises-fleet";
import { addTo, total, zeros } from "./series";
import { noSpend, type PricedLine, paidAsUsed } from "./spend";
import { type Traced, trace } from "./trace";

type Charges = Traced<readonly Payment[]>;

/** What a loan and a lease cost month by month, in both views. docs/model.md, "Loan" and "Lease". */
export function financeLines(fleet: Traced<OnPremisesFleet>, hardware: Hardware): PricedLine[] {
  const line = (id: "interest" | "lease", charges: Charges): PricedLine => ({
    id,
    spend: trace((read) => {
      const { trainingFraction } = read.traced(fleet);
      const due = read.traced(charges);
      if (due.length === 0) return noSpend(trainingFraction.length);
      const amounts = zeros(trainingFraction.length);
      for (const { month, amount } of due) {
        if (month < amounts.length) addTo(amounts, month, amount);
      }
      return paidAsUsed(amounts, trainingFraction);
    }),
  });
  return [
    line("interest", interestOf(fleet, hardware)),
    line("lease", allLeasePayments(fleet, hardware)),
  ];
}

/** Payments of leases under way that fall after the horizon, for use after it. */
export function leasedBeyondHorizon(
  fleet: Traced<OnPremisesFleet>,
  hardware: Hardware,
): Traced<Beyond> {
  const charges = allLeasePayments(fleet, hardware);
  return trace((read) => {
    const months = read.traced(fleet).servers.length;
    const after = read.traced(charges).filter(({ month }) => month >= months);
    return {
      amount: total(after.map(({ amount }) => amount)),
      months: Math.max(0, ...after.map(({ month }) => month + 1 - months)),
    };
  });
}

/** Of what is leased in the plan, and of leases that ran before it. */
function allLeasePayments(fleet: Traced<OnPremisesFleet>, hardware: Hardware): Charges {
  const leased = leasePayments(fleet, hardware);
  return trace((read) => {
    const running = read.traced(hardware.ownedLeases);
    const charges = read.traced(leased);
    return running.length === 0 ? charges : [...running, ...charges];
  });
}

function interestOf(fleet: Traced<OnPremisesFleet>, hardware: Hardware): Charges {
  return trace((read) => {
    const financing = read.traced(hardware.financing);
    if (financing.kind !== "loan") return [];
    const { isSteady, serviceMonths } = read.traced(fleet);
    const all = total(financing.interest);
    const prices = [...read.traced(hardware.serverPrices), ...read.traced(hardware.networkPrices)];
    return prices.flatMap(({ vintage: { inServiceMonth }, price }) =>
      isSteady
        ? level(inServiceMonth, serviceMonths, (price * all) / serviceMonths)
        : financing.interest.map((interest, k) => ({
            month: inServiceMonth + k + 1,
            amount: price * interest,
          })),
    );
  });
}

function leasePayments(fleet: Traced<OnPremisesFleet>, hardware: Hardware): Charges {
  return trace((read) => {
    const financing = read.traced(hardware.financing);
    if (financing.kind !== "lease") return [];
    const { vintages, isSteady, serviceMonths } = read.traced(fleet);
    const { termMonths, paymentPerServer, paymentFraction } = financing;
    const paid = ({ inServiceMonth }: Vintage, amount: number) =>
      isSteady
        ? level(inServiceMonth, serviceMonths, (amount * termMonths) / serviceMonths)
        : level(inServiceMonth, termMonths, amount);
    if (paymentPerServer !== null) {
      return vintages.flatMap((vintage) => paid(vintage, vintage.servers * paymentPerServer));
    }
    const prices: readonly Priced[] = [
      ...read.traced(hardware.serverPrices),
      ...read.traced(hardware.networkPrices),
    ];
    return prices.flatMap(({ vintage, price }) => paid(vintage, price * (paymentFraction ?? 0)));
  });
}

/** Whether the servers that leave are one's own to sell. */
export function ownsAtTheEnd(financing: Financing, serviceMonths: number): boolean {
  if (financing.kind !== "lease") return true;
  return financing.buyoutFraction !== null && serviceMonths > financing.termMonths;
}
