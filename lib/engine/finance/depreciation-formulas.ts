import { series } from "../series";
import type { Series } from "../types";

/** What is written off: cost less salvage, over whole periods of life. Money, and periods. */
export type Depreciable = {
  readonly cost: number;
  readonly salvage: number;
  readonly life: number;
};

/** SLN = (cost - salvage) / life. Unit: money a period. Source: Microsoft, "SLN function". */
export function straightLineAmount({ cost, salvage, life }: Depreciable): number {
  return (cost - salvage) / life;
}

/**
 * SYD = (cost - salvage) x 2 (life - period + 1) / (life (life + 1)), period 1 the first.
 * Unit: money. Source: Microsoft, "SYD function".
 */
export function sumOfYearsAmount({ cost, salvage, life }: Depreciable, period: number): number {
  if (period < 1 || period > life) return 0;
  return ((cost - salvage) * 2 * (life - period + 1)) / (life * (life + 1));
}

/**
 * DDB = book value x factor / life, never below salvage; book value before period p is
 * cost x (1 - factor / life)^(p - 1). Factor 2 is double declining. Unit: money.
 * Source: Microsoft, "DDB function".
 */
export function decliningBalanceAmount(
  { cost, salvage, life }: Depreciable,
  period: number,
  factor = 2,
): number {
  if (period < 1 || period > life) return 0;
  const rate = Math.min(1, factor / life);
  const bookValue = Math.max(salvage, cost * (1 - rate) ** (period - 1));
  return Math.min(bookValue * rate, Math.max(0, bookValue - salvage));
}

/**
 * Declining balance, and straight line of what is left over the life that is left as soon as that
 * is more. Unit: money, one number a period. Source: Microsoft, "VDB function".
 */
export function decliningWithSwitch({ cost, salvage, life }: Depreciable, factor = 2): Series {
  let bookValue = cost;
  return series(life, (period) => {
    const left = Math.max(0, bookValue - salvage);
    const amount = Math.max(Math.min((bookValue * factor) / life, left), left / (life - period));
    bookValue -= amount;
    return amount;
  });
}
