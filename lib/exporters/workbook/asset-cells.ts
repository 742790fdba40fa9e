import type { LineId } from "@/lib/engine/types";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { lineNames } from "@/lib/views/names";
import { type AgeRow, ageCells, shareOverLife } from "./age-cells";
import { type Row, sumOf } from "./cells";
import { type LineCells, shareOf, uses } from "./line-cells";
import type { OptionScope } from "./option-scope";

type Scope = OptionScope<OnPremisesOption>;

/** How one unit of money of a purchase is acquired, paid and used up, by age. */
export type Terms = {
  readonly acquired: AgeRow;
  readonly paid: AgeRow;
  readonly used: AgeRow;
  /** Share of the price that is paid with the order. */
  readonly deposit: string;
};

export type Asset = {
  readonly id: LineId;
  readonly terms: Terms;
  readonly lines: readonly LineCells[];
  readonly bought: Row;
  /** Training's share, by month of purchase. */
  readonly share: Row;
  /** Book value at the horizon, by month of purchase. */
  readonly left: Row;
  /** What is paid after the horizon, by month of purchase. */
  readonly owed: Row;
};

/** What is bought, paid on the terms given and depreciated. docs/model.md, "Payment". */
export function assetCells(
  scope: Scope,
  { id, bought, terms }: { readonly id: LineId; readonly bought: Row; readonly terms: Terms },
  trainingShare: Row,
  more: readonly ((month: number) => string)[] = [],
): Asset {
  const { sheet, figure } = scope;
  const { acquired, paid, used, deposit } = terms;
  const share = shareOverLife(sheet, lineNames[id].toLowerCase(), used, trainingShare);
  const depreciation = sheet.series(`Depreciation: ${lineNames[id]}`, "money", (t) =>
    sumOf([used.spread(bought, t), ...more.map((part) => part(t))]),
  );
  const lines = uses.map((use): LineCells => {
    const ofUse = sheet.series(
      `${lineNames[id]} bought, ${use}`,
      "money",
      (s) => `${bought.at(s)}*${shareOf(use, share.at(s))}`,
    );
    const cash = (t: number) => {
      const delivery = `(${sheet.month.at(t)}+${figure("leadTimeMonths")})`;
      const ordered = `IF(${delivery}<${sheet.months},${deposit}*INDEX(${ofUse.all},1,MIN(${sheet.months - 1},${delivery})+1),0)`;
      return deposit === "0" ? paid.spread(ofUse, t) : `${paid.spread(ofUse, t)}+${ordered}`;
    };
    return {
      id,
      use,
      cash: sheet.series(`${lineNames[id]}, ${use}, paid`, "money", cash),
      accrual: sheet.series(
        `${lineNames[id]}, ${use}, consumed`,
        "money",
        (t) => `${depreciation.at(t)}*${shareOf(use, trainingShare.at(t))}`,
      ),
    };
  });
  const atHorizon = (label: string, part: (s: number) => string) =>
    sheet.series(`${label}: ${lineNames[id]}`, "money", (s) => `${bought.at(s)}*(${part(s)})`);
  return {
    id,
    terms,
    lines,
    bought,
    share,
    left: atHorizon(
      "Left at the horizon",
      (s) => `${acquired.insideHorizon(s)}-${used.insideHorizon(s)}`,
    ),
    owed: atHorizon(
      "Paid after the horizon",
      (s) => `${acquired.insideHorizon(s)}-${deposit}-${paid.insideHorizon(s)}`,
    ),
  };
}

/** Bought outright: all of it on delivery, but for a deposit at the order and net months after it. */
export function cashTerms({ sheet, figure, option }: Scope, label: string, used: AgeRow): Terms {
  const deposit = option.depositFraction ? figure("depositFraction") : "0";
  const net = option.paymentMonths ? figure("paymentMonths") : "0";
  return {
    acquired: onDelivery(sheet, label),
    paid: ageCells(sheet, `Paid for ${label}`, (age) => `IF(${age}=${net},1-${deposit},0)`),
    used,
    deposit,
  };
}

export const onDelivery = (sheet: Scope["sheet"], label: string): AgeRow =>
  ageCells(sheet, `Acquired, ${label}`, (age) => `IF(${age}=0,1,0)`);
