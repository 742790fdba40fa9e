import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { Commitment } from "@/lib/schemas/commitment";
import { lineNames } from "@/lib/views/names";
import { type Row, sumOf } from "./cells";
import { type LineCells, shareOf, uses } from "./line-cells";
import type { OptionScope } from "./option-scope";

type Scope = OptionScope<CloudOption>;

const monthsOf = { "1-year": 12, "3-year": 36, "5-year": 60 } as const;

/** Instances under one commitment, month by month, and what each month of them costs. */
type CommitmentCells = {
  readonly row: Commitment;
  /** A term that began before month 1. */
  readonly isRunning: boolean;
  readonly instances: Row;
  readonly cost: Row;
  /** Month index at which the term of a month began. */
  readonly termStart: (month: number) => string;
};

/** docs/model.md, "Commitments". */
export function commitmentCells(scope: Scope): readonly CommitmentCells[] {
  return (scope.option.commitments ?? []).flatMap((row) => {
    if (!row.running) return [newTerms(scope, row)];
    const running = runningTerm(scope, row);
    return row.atEnd === "renew" ? [running, newTerms(scope, row)] : [running];
  });
}

/** Months left in month 1 of a term that began before it. */
const monthsLeft = (scope: Scope, { id, term }: Commitment) =>
  `MAX(0,${monthsOf[term]}-${scope.figure(`commitments.${id}.running.monthsRun`)})`;

function runningTerm(scope: Scope, row: Commitment): CommitmentCells {
  const { sheet } = scope;
  const figure = (key: string) => scope.figure(`commitments.${row.id}.${key}`);
  const label = `Commitment ${row.id}, running`;
  const instances = sheet.series(`${label}: instances`, "instances", (t) => {
    return `IF(${sheet.month.at(t)}<${monthsLeft(scope, row)},${figure("instances")},0)`;
  });
  const cost = sheet.series(
    `${label}: a month`,
    "money",
    (t) =>
      `${instances.at(t)}*${scope.figure("acceleratorsPerInstance")}*${scope.hours}*${figure("running.rate")}`,
  );
  return { row, isRunning: true, instances, cost, termStart: () => "0" };
}

function newTerms(scope: Scope, row: Commitment): CommitmentCells {
  const { sheet, prices } = scope;
  const figure = (key: string) => scope.figure(`commitments.${row.id}.${key}`);
  const start = row.running ? monthsLeft(scope, row) : `(${figure("startMonth")}-1)`;
  const since = (t: number) => `(${sheet.month.at(t)}-${start})`;
  const length = monthsOf[row.term];
  const termStart = (t: number) =>
    row.atEnd === "renew" ? `(${start}+INT(${since(t)}/${length})*${length})` : start;
  const price =
    row.pricing === "rate"
      ? figure("rate")
      : `${scope.figure("rate")}*(1-${figure("discountFraction")})`;
  const label = `Commitment ${row.id}`;
  const instances = sheet.series(`${label}: instances`, "instances", (t) => {
    const inTerm =
      row.atEnd === "renew" ? `${since(t)}>=0` : `AND(${since(t)}>=0,${since(t)}<${length})`;
    return `IF(${inTerm},${figure("instances")},0)`;
  });
  const cost = sheet.series(
    `${label}: a month`,
    "money",
    (t) =>
      `IF(${instances.at(t)}=0,0,${instances.at(t)}*${scope.figure("acceleratorsPerInstance")}*${scope.hours}*${price}*INDEX(${prices.cloud.all},1,MAX(0,${termStart(t)})+1))`,
  );
  return { row, isRunning: false, instances, cost, termStart };
}

/** What is paid and used up by use, and what is prepaid beyond the horizon. */
export function commitmentLines(
  scope: Scope,
  commitments: readonly CommitmentCells[],
  trainingShare: Row,
): { readonly lines: readonly LineCells[]; readonly prepaid: string } {
  const { sheet, plan } = scope;
  const last = sheet.months - 1;
  const parts = commitments.map((one) => {
    if (one.row.payment === "monthly") return { ...one, upfront: null };
    if (one.isRunning) return { ...one, upfront: prepaidBefore(scope, one, trainingShare) };
    const length = monthsOf[one.row.term];
    const paid = sheet.series(
      `Commitment ${one.row.id}: paid upfront`,
      "money",
      (t) => `IF(${sheet.month.at(t)}=${one.termStart(t)},${one.cost.at(t)}*${length},0)`,
    );
    const share = shareOfTerm(sheet, trainingShare, length);
    const left = sheet.series(
      `Commitment ${one.row.id}: prepaid beyond the horizon`,
      "money",
      (t) => `${paid.at(t)}*MAX(0,1-(${sheet.months}-${sheet.month.at(t)})/${length})`,
    );
    return { ...one, upfront: { paid, share, left } };
  });
  const byUse = uses.map((use): LineCells => {
    const cash = (t: number) =>
      sumOf(
        parts.map(({ cost, upfront }) =>
          upfront
            ? `${upfront.paid.at(t)}*${shareOf(use, upfront.share.at(t))}`
            : `${cost.at(t)}*${shareOf(use, trainingShare.at(t))}`,
        ),
      );
    const used = (t: number) =>
      `(${sumOf(parts.map(({ cost }) => cost.at(t)))})*${shareOf(use, trainingShare.at(t))}`;
    return {
      id: "commitments",
      use,
      cash: sheet.series(`${lineNames.commitments}, ${use}, paid`, "money", cash),
      accrual: sheet.series(`${lineNames.commitments}, ${use}, consumed`, "money", used),
    };
  });
  const prepaid = parts.flatMap(({ upfront }) => (upfront ? [upfront] : []));
  const counted = uses.map((use): LineCells => {
    const left = prepaid.map((one) =>
      use === "training"
        ? `SUMPRODUCT(${one.left.all},${one.share.all})`
        : `SUM(${one.left.all})-SUMPRODUCT(${one.left.all},${one.share.all})`,
    );
    return {
      id: "remainingBookValue",
      use,
      cash: sheet.series(`${lineNames.remainingBookValue}, ${use}`, "money", (t) =>
        t === last ? `-(${sumOf(left)})` : "0",
      ),
      accrual: sheet.series(
        `${lineNames.remainingBookValue}, ${use}, consumed`,
        "money",
        () => "0",
      ),
    };
  });
  return {
    lines: [...byUse, ...(plan.assumptions.countRemainingBookValue ? counted : [])],
    prepaid: sumOf(prepaid.map(({ left }) => `SUM(${left.all})`)),
  };
}

/** Paid before month 1: no cash, and beyond the horizon what its months past it cost. */
function prepaidBefore(scope: Scope, { row, cost }: CommitmentCells, trainingShare: Row) {
  const { sheet } = scope;
  const label = `Commitment ${row.id}, running`;
  return {
    paid: sheet.series(`${label}: paid upfront`, "money", () => "0"),
    share: shareOfTerm(sheet, trainingShare, sheet.months),
    left: sheet.series(`${label}: prepaid beyond the horizon`, "money", (t) =>
      t === 0 ? `${cost.at(0)}*MAX(0,${monthsLeft(scope, row)}-${sheet.months})` : "0",
    ),
  };
}

/** Training's share of what is used up evenly over a term from month t, inside the horizon. */
function shareOfTerm(sheet: Scope["sheet"], share: Row, length: number): Row {
  const last = sheet.months - 1;
  return sheet.series("Training's share over the term", "fraction", (t) => {
    return `AVERAGE(${share.range(t, Math.min(last, t + length - 1))})`;
  });
}
