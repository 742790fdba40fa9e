import type { Financing as FinancingRow } from "@/lib/schemas/financing";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Payment } from "./depreciation";
import { interestPayment, payment, principalPayment } from "./finance/payment";
import type { OnPremisesFleet } from "./on-premises-fleet";
import { series, total } from "./series";
import { type Reader, type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";
import { monthsPerYear } from "./units";

type LoanRow = Extract<FinancingRow, { readonly kind: "loan" }>;
type LeaseRow = Extract<FinancingRow, { readonly kind: "lease" }>;

/** How the price of servers and network is paid; shares are of the price of one purchase. */
export type Financing =
  | { readonly kind: "cash" }
  | {
      readonly kind: "loan";
      readonly downFraction: number;
      /** Of the price, in the months after delivery, the first one month later. */
      readonly principal: Series;
      readonly interest: Series;
    }
  | {
      readonly kind: "lease";
      readonly termMonths: number;
      /** Money a server-month, or a share of the price a month; the other is null. */
      readonly paymentPerServer: number | null;
      readonly paymentFraction: number | null;
      /** Share of the price paid at the end of the term; null where servers go back. */
      readonly buyoutFraction: number | null;
    };

/** Read only where something is bought. docs/model.md, "Loan" and "Lease". */
export function financingOf(
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
): Traced<Financing> {
  const row = option.row.financing;
  return trace((read) => {
    if (row === undefined || read.traced(fleet).vintages.length === 0) return { kind: "cash" };
    const path = `${option.path}.financing`;
    return row.kind === "loan" ? loanOf(read, { path, row }) : leaseOf(read, { path, row });
  });
}

/**
 * PPMT and IPMT of the price less the down payment, at APR / 12 a month, end of period: payment k is
 * due k months after delivery. What rounding leaves is in the last one.
 */
function loanOf(read: Reader, loan: Source<LoanRow>): Financing {
  const downFraction = read.figure(loan, "downPaymentFraction");
  const rate = read.figure(loan, "aprFraction") / monthsPerYear;
  const periods = read.figure(loan, "termMonths");
  const terms = {
    principal: 1 - downFraction,
    ratePerPeriodFraction: rate,
    periods,
    atStart: false,
  };
  const firsts = series(periods - 1, (paid) => principalPayment(terms, paid + 1));
  return {
    kind: "loan",
    downFraction,
    principal: [...firsts, 1 - downFraction - total(firsts)],
    interest: series(periods, (paid) => interestPayment(terms, paid + 1)),
  };
}

/** PMT at the start of each month, of the price less the present value of its residual. */
function leaseOf(read: Reader, lease: Source<LeaseRow>): Financing {
  const termMonths = read.figure(lease, "termMonths");
  const given = lease.row.payment ? read.optional(lease, "payment", 0) : null;
  const returns = lease.row.atEnd === "return";
  const residual =
    given === null || (!returns && !lease.row.buyoutFraction)
      ? read.optional(lease, "residualFraction", 0)
      : 0;
  const rate = given === null ? read.optional(lease, "rateFraction", 0) / monthsPerYear : 0;
  const paymentFraction = payment({
    principal: 1 - residual * (1 + rate) ** -termMonths,
    ratePerPeriodFraction: rate,
    periods: termMonths,
    atStart: true,
  });
  return {
    kind: "lease",
    termMonths,
    paymentPerServer: given,
    paymentFraction: given === null ? paymentFraction : null,
    buyoutFraction: returns ? null : read.optional(lease, "buyoutFraction", residual),
  };
}

/** Months in service that a lease allows: its term, where servers then go back. */
export function leasedMonths(read: Reader, option: Source<OnPremisesOption>): number {
  const row = option.row.financing;
  if (row?.kind !== "lease" || row.atEnd !== "return") return Number.POSITIVE_INFINITY;
  return read.figure({ path: `${option.path}.financing`, row }, "termMonths");
}

/** Equal amounts in the months from `firstMonth` on. */
export function level(firstMonth: number, months: number, amount: number): Payment[] {
  return series(months, (k) => k).map((k) => ({ month: firstMonth + k, amount }));
}
