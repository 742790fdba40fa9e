import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { Commitment } from "@/lib/schemas/commitment";
import type { Basis } from "./basis";
import { type Asset, assetSpend, bookValueAtEnd, lifetimeTrainingFraction } from "./depreciation";
import type { Beyond } from "./due-after-horizon";
import { addTo, at, zeros } from "./series";
import { addSpend, paidAsUsed, type SpendByUse } from "./spend";
import { type Reader, type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";
import { monthsPerYear } from "./units";

export const termMonths: Record<Commitment["term"], number> = {
  "1-year": monthsPerYear,
  "3-year": 3 * monthsPerYear,
  "5-year": 5 * monthsPerYear,
};

/** One term of a commitment, at one price; of one that began before month 1, what is left of it. */
export type CommittedTerm = {
  readonly firstMonth: number;
  readonly months: number;
  readonly instances: number;
  /** Money an accelerator-hour, the same for the whole term. */
  readonly rate: number;
  readonly upfront: boolean;
  /** False for a term that began before month 1: paid upfront, it takes no more cash. */
  readonly beganInPlan: boolean;
};

/**
 * The terms that run inside the horizon. The price of a term is the commitment's own rate, or the
 * on-demand rate x (1 - discount), each x cloud index(first month of the term); a commitment that
 * renews has its next term follow at once. One that began before month 1 keeps its contracted rate
 * for the rest of its term. docs/model.md, "Commitments".
 */
export function committedTerms(
  basis: Basis,
  option: Source<CloudOption>,
): Traced<readonly CommittedTerm[]> {
  return trace((read) =>
    (option.row.commitments ?? []).flatMap((row) => {
      const commitment = { path: `${option.path}.commitments.${row.id}`, row };
      const instances = read.figure(commitment, "instances");
      return instances === 0 ? [] : termsOf(basis, read, option, commitment, instances);
    }),
  );
}

function termsOf(
  basis: Basis,
  read: Reader,
  option: Source<CloudOption>,
  commitment: Source<Commitment>,
  instances: number,
): CommittedTerm[] {
  const { row } = commitment;
  const upfront = row.payment === "upfront";
  if (row.running === undefined) {
    const start = read.figure(commitment, "startMonth") - 1;
    return newTerms(basis, read, option, commitment, { start, instances, upfront });
  }
  const running = { path: `${commitment.path}.running`, row: row.running };
  const months = Math.max(0, termMonths[row.term] - read.figure(running, "monthsRun"));
  const renewed =
    row.atEnd === "renew"
      ? newTerms(basis, read, option, commitment, { start: months, instances, upfront })
      : [];
  if (months === 0) return renewed;
  const rate = read.figure(running, "rate");
  return [{ firstMonth: 0, months, instances, rate, upfront, beganInPlan: false }, ...renewed];
}

function newTerms(
  basis: Basis,
  read: Reader,
  option: Source<CloudOption>,
  commitment: Source<Commitment>,
  { start, ...term }: { readonly start: number } & Pick<CommittedTerm, "instances" | "upfront">,
): CommittedTerm[] {
  if (!(start < basis.months)) return [];
  const { row } = commitment;
  const firstRate =
    row.pricing === "rate"
      ? read.figure(commitment, "rate")
      : read.figure(option, "rate") * (1 - read.figure(commitment, "discountFraction"));
  const index = read.traced(basis.priceIndex.cloud);
  const months = termMonths[row.term];
  const last = row.atEnd === "renew" ? basis.months - 1 : start;
  const terms: CommittedTerm[] = [];
  for (let firstMonth = start; firstMonth <= last; firstMonth += months) {
    const rate = firstRate * at(index, firstMonth);
    terms.push({ ...term, firstMonth, months, rate, beganInPlan: true });
  }
  return terms;
}

/** Instances under commitment. */
export function committedInstances(terms: readonly CommittedTerm[], months: number): Series {
  return sumOver(terms, months, ({ instances }) => instances);
}

/**
 * instances x accelerators x hours x rate a month; paid upfront, the whole term in its first month,
 * or before month 1, used up evenly. Every hour of a month is paid, whatever runs. Unit: money a month.
 */
export function commitmentSpend(
  basis: Basis,
  terms: readonly CommittedTerm[],
  acceleratorsPerInstance: number,
  trainingFraction: Series,
): SpendByUse {
  const perInstance = acceleratorsPerInstance * basis.hoursPerMonth;
  const monthly = sumOver(
    terms.filter(({ upfront }) => !upfront),
    basis.months,
    (term) => term.instances * perInstance * term.rate,
  );
  return addSpend(basis.months, [
    paidAsUsed(monthly, trainingFraction),
    assetSpend(prepaid(terms, perInstance), trainingFraction),
  ]);
}

/** What upfront payments have bought beyond the horizon. Unit: money. */
export function prepaidBeyond(
  basis: Basis,
  terms: readonly CommittedTerm[],
  acceleratorsPerInstance: number,
): number {
  return prepaid(terms, acceleratorsPerInstance * basis.hoursPerMonth).reduce(
    (sum, asset) => sum + bookValueAtEnd(asset, basis.months),
    0,
  );
}

/** Where the plan counts it: minus what is prepaid beyond the horizon, in the last month's cash. */
export function countedPrepaid(
  basis: Basis,
  terms: readonly CommittedTerm[],
  acceleratorsPerInstance: number,
  trainingFraction: Series,
): SpendByUse {
  const none = zeros(basis.months);
  const cash = { inference: zeros(basis.months), training: zeros(basis.months) };
  const last = basis.months - 1;
  for (const asset of prepaid(terms, acceleratorsPerInstance * basis.hoursPerMonth)) {
    const share = lifetimeTrainingFraction(asset, trainingFraction);
    const left = bookValueAtEnd(asset, basis.months);
    addTo(cash.inference, last, -(left * (1 - share)));
    addTo(cash.training, last, -(left * share));
  }
  return {
    inference: { cash: cash.inference, accrual: none },
    training: { cash: cash.training, accrual: none },
  };
}

/** Monthly payments of commitments that are due after the horizon. */
export function committedBeyondHorizon(
  basis: Basis,
  terms: readonly CommittedTerm[],
  acceleratorsPerInstance: number,
): Beyond {
  const due = terms.filter((term) => !term.upfront && monthsBeyond(basis, term) > 0);
  return {
    amount: due.reduce(
      (sum, term) =>
        sum +
        monthsBeyond(basis, term) *
          term.instances *
          acceleratorsPerInstance *
          basis.hoursPerMonth *
          term.rate,
      0,
    ),
    months: Math.max(0, ...due.map((term) => monthsBeyond(basis, term))),
  };
}

function monthsBeyond(basis: Basis, { firstMonth, months }: CommittedTerm): number {
  return firstMonth + months - basis.months;
}

function prepaid(terms: readonly CommittedTerm[], hoursPerInstance: number): Asset[] {
  return terms
    .filter(({ upfront }) => upfront)
    .map(({ firstMonth, months, instances, rate, beganInPlan }) => ({
      cost: instances * hoursPerInstance * rate * months,
      firstMonth,
      lifeMonths: months,
      paidInPlan: beganInPlan,
    }));
}

function sumOver(
  terms: readonly CommittedTerm[],
  months: number,
  amountOf: (term: CommittedTerm) => number,
): Series {
  const sums = zeros(months);
  for (const term of terms) {
    const amount = amountOf(term);
    const end = Math.min(months, term.firstMonth + term.months);
    for (let month = term.firstMonth; month < end; month += 1) {
      addTo(sums, month, amount);
    }
  }
  return sums;
}
