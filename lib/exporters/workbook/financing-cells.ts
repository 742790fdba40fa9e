import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { type AgeRow, ageCells } from "./age-cells";
import { cashTerms, onDelivery, type Terms } from "./asset-cells";
import { type Row, sumOf } from "./cells";
import { depreciationCells } from "./depreciation-cells";
import { dividedAsUsed, type LineCells } from "./line-cells";
import type { OnPremisesFleetCells } from "./on-premises-fleet-cells";
import type { OptionScope } from "./option-scope";
import type { OwnedGroup } from "./owned-group-cells";

type Scope = OptionScope<OnPremisesOption>;
type MonthCells = (month: number) => string;

/** How servers and network are paid and used up, by what pays for them. */
export function serverTerms(scope: Scope, serves: string): Terms {
  const { sheet, option, figure } = scope;
  const label = "servers and network";
  if (option.financing?.kind === "lease") return leaseTerms(scope, serves);
  const salvage = option.salvageFraction ? figure("salvageFraction") : "0";
  const used = depreciationCells(scope, label, { serves, salvage });
  if (!option.financing) return cashTerms(scope, label, used);
  const [rate, term] = [loanRate(scope), figure("financing.termMonths")];
  const down = figure("financing.downPaymentFraction");
  const paid = ageCells(
    sheet,
    "Principal",
    (age) =>
      `IF(${age}=0,${down},IF(${age}<=${term},PPMT(${rate},MIN(${term},MAX(1,${age})),${term},${down}-1),0))`,
  );
  return { acquired: onDelivery(sheet, label), paid, used, deposit: "0" };
}

const loanRate = ({ figure }: Scope) => `(${figure("financing.aprFraction")}/12)`;

/** docs/model.md, "Loan". */
export function interestCells(
  scope: Scope,
  bought: readonly Row[],
  trainingShare: Row,
): LineCells[] {
  const { sheet, option, figure } = scope;
  if (option.financing?.kind !== "loan") return [];
  const term = figure("financing.termMonths");
  const due = ageCells(
    sheet,
    "Interest",
    (age) =>
      `IF(AND(${age}>0,${age}<=${term}),IPMT(${loanRate(scope)},MIN(${term},MAX(1,${age})),${term},${figure("financing.downPaymentFraction")}-1),0)`,
  );
  const sum = (t: number) => bought.map((row) => due.spread(row, t)).join("+");
  return dividedAsUsed(sheet, "interest", sum, trainingShare);
}

/** Nothing is owned until a buyout, which is depreciated over the rest of the life. docs/model.md, "Lease". */
function leaseTerms({ sheet, option, figure }: Scope, serves: string): Terms {
  const lease = option.financing?.kind === "lease" ? option.financing : null;
  const term = figure("financing.termMonths");
  const residual = lease?.residualFraction ? figure("financing.residualFraction") : "0";
  const buyout = lease?.buyoutFraction ? figure("financing.buyoutFraction") : residual;
  const price = lease?.atEnd === "buyout" ? buyout : "0";
  const acquired = ageCells(
    sheet,
    "Bought out",
    (age) => `IF(AND(${age}=${term},${term}<${serves}),${price},0)`,
  );
  const used: AgeRow = ageCells(
    sheet,
    "Depreciation after a buyout",
    (age, earlier) =>
      `IF(OR(${age}<${term},${term}>=${serves}),0,IF(${age}<${serves},${price}/MAX(1,${figure("usefulLifeMonths")}-${term}),IF(${age}=${serves},${price}-(${earlier}),0)))`,
  );
  return { acquired, paid: acquired, used, deposit: "0" };
}

/** What is leased in the plan, and what was before it, is one line. docs/model.md, "Lease". */
export function leaseCells(
  scope: Scope,
  fleet: OnPremisesFleetCells,
  bought: readonly Row[],
): LineCells[] {
  const leases = [
    newLease(scope, fleet.delivered, bought),
    ...fleet.ownedGroups.map((group) => runningLease(scope, group)),
  ].filter((lease) => lease !== null);
  if (leases.length === 0) return [];
  const due = (t: number) => sumOf(leases.map((lease) => lease(t)));
  return dividedAsUsed(scope.sheet, "lease", due, fleet.trainingShare);
}

/** To the month in which it ends, their life over or not; without one, while they serve. docs/model.md, "What is owned". */
function runningLease({ sheet }: Scope, { row, figure, serves }: OwnedGroup): MonthCells | null {
  if (!row.leasePayment) return null;
  const ends = row.leaveAfterMonths ? figure("leaveAfterMonths") : serves;
  const payment = `${figure("servers")}*${figure("leasePayment")}`;
  return (t) => `IF(${sheet.month.at(t)}<${ends},${payment},0)`;
}

function newLease(scope: Scope, delivered: Row, bought: readonly Row[]): MonthCells | null {
  const { sheet, option, figure } = scope;
  if (option.financing?.kind !== "lease") return null;
  const { payment, rateFraction, residualFraction } = option.financing;
  const term = figure("financing.termMonths");
  const rate = rateFraction ? `(${figure("financing.rateFraction")}/12)` : "0";
  const residual = residualFraction ? figure("financing.residualFraction") : "0";
  const level = `(-PMT(${rate},${term},1-${residual}*(1+${rate})^(-${term}),0,1))`;
  const signed = sheet.series("Lease payment of what a month brings", "money", (t) =>
    payment
      ? `${delivered.at(t)}*${figure("financing.payment")}`
      : `(${bought.map((row) => row.at(t)).join("+")})*${level}`,
  );
  const due = ageCells(sheet, "In its term", (age) => `IF(${age}<${term},1,0)`);
  return (t) => due.spread(signed, t);
}
