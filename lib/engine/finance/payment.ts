/**
 * A loan of level payments. Rate is a fraction a period (APR / 12 for months), periods are whole.
 * `atStart` is the annuity due (type 1 of spreadsheets), each payment at a period's start.
 * Money that the borrower pays is positive.
 */
export type Loan = {
  readonly principal: number;
  readonly ratePerPeriodFraction: number;
  readonly periods: number;
  readonly atStart: boolean;
};

/**
 * PMT = principal x r / (1 - (1 + r)^-n), divided by 1 + r where paid at the start; principal / n
 * at r = 0. Unit: money a period. Source: Microsoft, "PMT function".
 */
export function payment(loan: Loan): number {
  const { principal, ratePerPeriodFraction: rate, periods } = loan;
  if (rate === 0) return principal / periods;
  const atEnd = (principal * rate) / -Math.expm1(-periods * Math.log1p(rate));
  return loan.atStart ? atEnd / (1 + rate) : atEnd;
}

/** What is owed after `paid` periods: the payments left, at their value then. Unit: money. */
function owedAfter(loan: Loan, paid: number): number {
  const { ratePerPeriodFraction: rate, periods } = loan;
  const left = periods - paid;
  if (rate === 0) return payment(loan) * left;
  const atEnd = (payment(loan) * -Math.expm1(-left * Math.log1p(rate))) / rate;
  return loan.atStart ? atEnd * (1 + rate) : atEnd;
}

/**
 * IPMT: the interest in payment `period` (1 is the first) = what is owed before it x r; none in a
 * first payment at the start. Unit: money. Source: Microsoft, "IPMT function".
 */
export function interestPayment(loan: Loan, period: number): number {
  const rate = loan.ratePerPeriodFraction;
  if (!loan.atStart) return owedAfter(loan, period - 1) * rate;
  return period === 1 ? 0 : (owedAfter(loan, period - 1) * rate) / (1 + rate);
}

/** PPMT = PMT - IPMT. Unit: money. Source: Microsoft, "PPMT function". */
export function principalPayment(loan: Loan, period: number): number {
  return payment(loan) - interestPayment(loan, period);
}
