import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import type { Source, Traced } from "./trace";
import type { Warning } from "./types";

/** Payments due after the horizon: their sum, undiscounted money, and the months they reach beyond it. */
export type Beyond = { readonly amount: number; readonly months: number };

/** What one's own servers leave to pay. docs/model.md, "End of the horizon". */
export function dueAfterHorizon(
  basis: Basis,
  { path, row }: Source<OnPremisesOption>,
  owed: Traced<number>,
  leased: Traced<Beyond>,
): Warning[] {
  if (owed.missing.length + leased.missing.length > 0) return [];
  const warnings: Warning[] = [];
  if (owed.value > 0 && !basis.assumptions.row.countRemainingBookValue) {
    const field = row.financing?.kind === "loan" ? "financing" : "paymentMonths";
    warnings.push({ kind: "owedAtHorizon", path: `${path}.${field}`, amount: owed.value });
  }
  if (leased.value.amount > 0) {
    const lease = `${path}.${row.financing?.kind === "lease" ? "financing" : runningLease(row)}`;
    warnings.push({ kind: "committedBeyondHorizon", path: lease, ...leased.value });
  }
  return warnings;
}

/** The first owned group whose lease runs. */
function runningLease({ owned, furtherOwned = [] }: OnPremisesOption): string {
  const further = furtherOwned.find(({ leasePayment }) => leasePayment !== undefined);
  return owned?.leasePayment === undefined && further
    ? `furtherOwned.${further.id}.leasePayment`
    : "owned.leasePayment";
}
