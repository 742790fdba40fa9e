import { addSeries, at, isAllZero, series, zeros } from "./series";
import { inputsOf, type Traced } from "./trace";
import type { CostLine, LineId, Series, Use } from "./types";

/** Money a month: `cash` when paid, `accrual` when consumed. */
export type Spend = { readonly cash: Series; readonly accrual: Series };

export type SpendByUse = { readonly [U in Use]: Spend };

/** A named line before it is split into published lines by use. */
export type PricedLine = { readonly id: LineId; readonly spend: Traced<SpendByUse> };

/** Paid in the month it is used, and divided by the share that training takes of each month. */
export function paidAsUsed(amount: Series, trainingFraction: Series): SpendByUse {
  if (isAllZero(trainingFraction)) return paidBy("inference", amount);
  return {
    inference: spendOnce(amount.map((money, month) => money * (1 - at(trainingFraction, month)))),
    training: spendOnce(amount.map((money, month) => money * at(trainingFraction, month))),
  };
}

/** Paid in the month it is used, by one use alone. */
export function paidBy(use: Use, amount: Series): SpendByUse {
  const none = spendOnce(zeros(amount.length));
  const spend = spendOnce(amount);
  return use === "inference"
    ? { inference: spend, training: none }
    : { inference: none, training: spend };
}

export function noSpend(months: number): SpendByUse {
  const none = spendOnce(zeros(months));
  return { inference: none, training: none };
}

export function addSpend(months: number, all: readonly SpendByUse[]): SpendByUse {
  const sum = (use: Use): Spend => ({
    cash: addSeries(
      months,
      all.map((one) => one[use].cash),
    ),
    accrual: addSeries(
      months,
      all.map((one) => one[use].accrual),
    ),
  });
  return { inference: sum("inference"), training: sum("training") };
}

/** The published lines; a use that a line never costs anything has no line. */
export function costLines(lines: readonly PricedLine[]): CostLine[] {
  return lines.flatMap(({ id, spend }) => {
    const uses = (["inference", "training"] as const).filter((use) => isSpent(spend.value[use]));
    const inputs = uses.length > 0 ? inputsOf(spend) : [];
    return uses.map((use) => ({ id, use, ...spend.value[use], inputs }));
  });
}

function isSpent({ cash, accrual }: Spend): boolean {
  return !isAllZero(cash) || (accrual !== cash && !isAllZero(accrual));
}

/** A monthly charge in the months it is due. */
export function whileDue(due: readonly boolean[], amount: (month: number) => number): Series {
  return series(due.length, (month) => (due[month] ? amount(month) : 0));
}

function spendOnce(amount: Series): Spend {
  return { cash: amount, accrual: amount };
}
