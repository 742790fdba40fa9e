import type { LineId, Use } from "@/lib/engine/types";
import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Row, SheetWriter } from "./cells";
import { type LineCells, shareOf, uses } from "./line-cells";
import type { OnPremisesFleetCells } from "./on-premises-fleet-cells";
import type { OptionScope } from "./option-scope";

export type HardwareCells = {
  readonly lines: LineCells[];
  /** Price paid for the servers and network in service. */
  readonly covered: (month: number) => string;
  readonly remainingBookValue: string;
};

type Scope = OptionScope<OnPremisesOption>;

/** docs/model.md, "Purchase and life", "Depreciation" and "What is owned". */
export function hardwareCells(scope: Scope, fleet: OnPremisesFleetCells): HardwareCells {
  const { sheet, figure, option } = scope;
  const factor = orderFactor(scope);
  const cost = (label: string, price: string, by?: Row) =>
    sheet.series(
      `${label} bought`,
      "money",
      (t) => `${fleet.delivered.at(t)}*${figure(`quote.${price}`)}${by ? `*${by.at(t)}` : ""}`,
    );
  const servers = cost("Servers", "serverPrice", factor);
  const network = cost("Network", "networkPrice", factor);
  const installation = cost("Installation", "installationPrice");
  const shareOverLife = shareOfTerm(sheet, fleet.trainingShare, figure("usefulLifeMonths"));
  const asset = { scope, fleet, shareOverLife };
  const owned = option.owned && ownedBook(scope);
  const left = leftRow(scope, () => "1", "all");
  return {
    lines: [
      ...assetLines(asset, "servers", servers, owned?.depreciation),
      ...assetLines(asset, "network", network),
      ...assetLines(asset, "installation", installation),
      ...uses.map((use) => residual(asset, use, [servers, network])),
      ...uses.flatMap((use) => countedBook(asset, use, [servers, network, installation])),
    ],
    covered: (t) => {
      const price = `(${figure("quote.serverPrice")}+${figure("quote.networkPrice")})`;
      return `${fleet.owned.at(t)}*${price}+${inLife(scope, servers, t)}+${inLife(scope, network, t)}`;
    },
    remainingBookValue: sheet.value(
      "Remaining book value",
      "money",
      [
        ...[servers, network, installation].map((row) => leftOf(row, left)),
        ...(owned ? [owned.left] : []),
      ].join("+"),
    ),
  };
}

/** The quote's price while it is valid, then the price path at the month of the order. */
function orderFactor({ sheet, figure, plan, prices, inputs, option }: Scope): Row {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  const last = inputs.given(
    `${option.name}: last month of the quote's price`,
    "month index",
    months(option.quote.validUntil) - months(plan.startMonth),
  );
  return sheet.series("Price at the order", "ratio", (t) => {
    const order = `(${sheet.month.at(t)}-${figure("leadTimeMonths")})`;
    return `IF(OR(${order}<0,${order}<=${last}),1,INDEX(${prices.hardware.all},1,MAX(0,${order})+1))`;
  });
}

const inLife = ({ sheet, figure }: Scope, row: Row, t: number) =>
  `SUMIFS(${row.range(0, t)},${sheet.month.range(0, t)},">"&(${sheet.month.at(t)}-${figure("usefulLifeMonths")}))`;

/** Training's share of what is used up evenly over a life from month t, inside the horizon. */
export function shareOfTerm(sheet: SheetWriter, share: Row, life: string): Row {
  return sheet.series("Training's share over the life of a purchase", "fraction", (t) => {
    const last = sheet.months - 1;
    const end = `(${sheet.month.at(t)}+${life})`;
    const months = `(MIN(${sheet.months},${end})-${sheet.month.at(t)})`;
    return `SUMIFS(${share.range(t, last)},${sheet.month.range(t, last)},"<"&${end})/${months}`;
  });
}

type AssetScope = {
  readonly scope: Scope;
  readonly fleet: OnPremisesFleetCells;
  readonly shareOverLife: Row;
};

function assetLines(
  { scope, fleet, shareOverLife }: AssetScope,
  id: LineId,
  bought: Row,
  ownedDepreciation?: (month: number) => string,
): LineCells[] {
  const { sheet, figure } = scope;
  const depreciation = sheet.series(
    `Depreciation of ${id}`,
    "money",
    (t) =>
      `${inLife(scope, bought, t)}/${figure("usefulLifeMonths")}${ownedDepreciation ? `+${ownedDepreciation(t)}` : ""}`,
  );
  return uses.map((use) => ({
    id,
    use,
    cash: sheet.series(
      `${id}, ${use}, paid`,
      "money",
      (t) => `${bought.at(t)}*${shareOf(use, shareOverLife.at(t))}`,
    ),
    accrual: sheet.series(
      `${id}, ${use}, consumed`,
      "money",
      (t) => `${depreciation.at(t)}*${shareOf(use, fleet.trainingShare.at(t))}`,
    ),
  }));
}

/** What owned servers still depreciate: over the life they have left, at once where none is. */
function ownedBook({ sheet, figure }: Scope) {
  const book = `(${figure("owned.servers")}*${figure("owned.bookValue")})`;
  const left = `MAX(1,${figure("usefulLifeMonths")}-${figure("owned.ageMonths")})`;
  return {
    depreciation: (t: number) => `IF(${sheet.month.at(t)}<${left},${book}/${left},0)`,
    left: `${book}*MAX(0,1-${sheet.months}/${left})`,
    share: (trainingShare: Row) =>
      `SUMIFS(${trainingShare.all},${sheet.month.all},"<"&${left})/MIN(${sheet.months},${left})`,
  };
}

/** Income of the month after the last of life, where that lies inside the horizon. */
function residual(
  { scope, shareOverLife }: AssetScope,
  use: Use,
  bought: readonly Row[],
): LineCells {
  const { sheet, figure } = scope;
  const row = sheet.series(`residualValue, ${use}`, "money", (t) => {
    const since = `(${sheet.month.at(t)}-${figure("usefulLifeMonths")})`;
    const then = (of: Row) => `INDEX(${of.all},1,MAX(0,${since})+1)`;
    const paid = bought.map(then).join("+");
    return `IF(${since}<0,0,-${figure("residualFraction")}*(${paid})*${shareOf(use, then(shareOverLife))})`;
  });
  return { id: "residualValue", use, cash: row, accrual: row };
}

/** What each use has of the price, per month of purchase, at the horizon: 1 - months used / life. */
function leftRow({ sheet, figure }: Scope, share: (month: number) => string, label: string): Row {
  return sheet.series(
    `Left at the horizon, ${label}`,
    "fraction",
    (t) =>
      `MAX(0,1-(${sheet.months}-${sheet.month.at(t)})/${figure("usefulLifeMonths")})*${share(t)}`,
  );
}

const leftOf = (bought: Row, left: Row) => `SUMPRODUCT(${bought.all},${left.all})`;

function countedBook(
  { scope, fleet, shareOverLife }: AssetScope,
  use: Use,
  bought: readonly Row[],
): LineCells[] {
  const { sheet, plan } = scope;
  if (!plan.assumptions.countRemainingBookValue) return [];
  const left = leftRow(scope, (t) => shareOf(use, shareOverLife.at(t)), use);
  const parts = bought.map((row) => leftOf(row, left));
  const owned = scope.option.owned && ownedBook(scope);
  if (owned) parts.push(`${owned.left}*${shareOf(use, owned.share(fleet.trainingShare))}`);
  const last = sheet.months - 1;
  return [
    {
      id: "remainingBookValue",
      use,
      cash: sheet.series(`remainingBookValue, ${use}`, "money", (t) =>
        t === last ? `-(${parts.join("+")})` : "0",
      ),
      accrual: sheet.series(`remainingBookValue, ${use}, consumed`, "money", () => "0"),
    },
  ];
}
