import { type FieldSpec, isMoneyUnit } from "./figure";

const namesCurrency = /[A-Z]{3}|[$€£¥₹]/;

/** "it in USD, " where money was typed with the sign or code of another currency. */
export function currencyMend(
  { unit }: Pick<FieldSpec, "unit">,
  value: unknown,
  currency: string | undefined,
): string {
  const foreign = isMoneyUnit(unit) && typeof value === "string" && namesCurrency.test(value);
  return foreign && currency ? `it in ${currency}, ` : "";
}
