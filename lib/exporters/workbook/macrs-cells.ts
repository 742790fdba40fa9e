import type { Use } from "@/lib/engine/types";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Asset } from "./asset-cells";
import { type Row, type SheetWriter, sumOf } from "./cells";
import { fiscalYearsOf } from "./fiscal-year-cells";
import { shareOf, uses } from "./line-cells";
import { type MacrsSchedule, macrsSchedules } from "./macrs-schedule-cells";
import type { OptionScope } from "./option-scope";

type Scope = OptionScope<OnPremisesOption>;

export type TaxTimingCells = {
  /** Tax depreciation less book depreciation, by month. */
  readonly early: Readonly<Record<Use, (month: number) => string>>;
  /** Book value at the horizon less what tax has still to deduct. */
  readonly deferred: string;
};

type Bought = {
  readonly assets: readonly Asset[];
  readonly delivered: Row;
  /** Price at the order over the quote's, by month of delivery. */
  readonly factor: Row;
  readonly serves: string;
  readonly trainingShare: Row;
};

/** What MACRS deducts of purchases before the books do; undefined where tax follows the books. docs/model.md, "Tax". */
export function macrsCells(scope: Scope, bought: Bought): TaxTimingCells | undefined {
  const { sheet, plan } = scope;
  if (!scope.macrs) return undefined;
  const scheduleOf = macrsSchedules(scope, scope.macrs, bought);
  const assets = bought.assets.map((asset) => timingOf(sheet, asset, scheduleOf(asset.id)));
  const deferred = sheet.value(
    "Book value less what tax has still to deduct",
    "money",
    sumOf(assets.map(({ untaxed }) => `SUM(${untaxed.all})`)),
  );
  const { years } = fiscalYearsOf(plan);
  const early = (use: Use) => {
    const ofUse = (rows: readonly Row[], share: Row) =>
      use === "training"
        ? `SUMPRODUCT(${[...rows, share].map(({ all }) => all).join(",")})`
        : `(SUMPRODUCT(${rows.map(({ all }) => all).join(",")})-SUMPRODUCT(${[...rows, share].map(({ all }) => all).join(",")}))`;
    const row = sheet.series(`Deducted before the books, ${use}`, "money", (t) => {
      const books = assets.map(({ asset }) => asset.terms.used.spread(asset.bought, t));
      const used = `-(${sumOf(books)})*${shareOf(use, bought.trainingShare.at(t))}`;
      const year = years.findIndex(({ toMonth }) => toMonth === t);
      const deducted = assets.flatMap(({ asset, cost, schedule }) => {
        const ofYear = schedule.years[year];
        return ofYear ? [ofUse([cost, ofYear], asset.share)] : [];
      });
      const counted =
        plan.assumptions.countRemainingBookValue && t === sheet.months - 1
          ? assets.map(({ asset, untaxed }) => `-${ofUse([untaxed], asset.share)}`).join("")
          : "";
      return `${used}+${sumOf(deducted)}${counted}`;
    });
    return row.at;
  };
  const [inference, training] = uses.map(early) as [
    TaxTimingCells["early"][Use],
    TaxTimingCells["early"][Use],
  ];
  return { early: { inference, training }, deferred };
}

/** Cost, and what the books have left beyond what tax has, by month of purchase. */
function timingOf(sheet: SheetWriter, asset: Asset, schedule: MacrsSchedule) {
  const cost = sheet.series(
    `Basis of ${asset.id}`,
    "money",
    (s) => `${asset.bought.at(s)}*${asset.terms.acquired.insideHorizon(s)}`,
  );
  const untaxed = sheet.series(`Left in the books alone, ${asset.id}`, "money", (s) => {
    const deducted = sumOf(schedule.years.map((year) => year.at(s)));
    return `${asset.left.at(s)}-${cost.at(s)}*(1-(${deducted}))`;
  });
  return { asset, schedule, cost, untaxed };
}

/** What several parts of an option deduct before the books do. */
export function addedTiming(parts: readonly TaxTimingCells[]): TaxTimingCells | undefined {
  if (parts.length === 0) return undefined;
  const sum = (use: Use) => (t: number) => sumOf(parts.map(({ early }) => early[use](t)));
  return {
    early: { inference: sum("inference"), training: sum("training") },
    deferred: sumOf(parts.map(({ deferred }) => deferred)),
  };
}
