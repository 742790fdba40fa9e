import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { OnPremisesFleet } from "./on-premises-fleet";
import type { Source } from "./trace";
import type { Warning } from "./types";

/** Terms of a loan or a lease that contradict the servers they pay for. docs/model.md, "Loan" and "Lease". */
export function financingWarnings(
  { path, row }: Source<OnPremisesOption>,
  { vintages, serviceMonths }: OnPremisesFleet,
): Warning[] {
  const { financing } = row;
  if (financing === undefined || vintages.length === 0) return [];
  const warnings: Warning[] = [];
  const months = (financing.termMonths.value ?? 0) - serviceMonths;
  if (months > 0) {
    warnings.push({ kind: "paidPastService", path: `${path}.financing.termMonths`, months });
  }
  if (financing.kind === "lease" && !financing.payment) {
    const rate = financing.rateFraction?.value ?? 0;
    const isFree = financing.residualFraction?.value === 1 && rate === 0;
    if (isFree) warnings.push({ kind: "freeLease", path: `${path}.financing.residualFraction` });
  }
  return warnings;
}
