import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { assetCells, cashTerms } from "./asset-cells";
import { type Row, sumOf } from "./cells";
import { depreciationCells } from "./depreciation-cells";
import { interestCells, leaseCells, serverTerms } from "./financing-cells";
import { horizonCells, leftOf } from "./horizon-cells";
import { leavingCells } from "./leaving-cells";
import type { LineCells } from "./line-cells";
import { macrsCells, type TaxTimingCells } from "./macrs-cells";
import type { OnPremisesFleetCells } from "./on-premises-fleet-cells";
import type { OptionScope } from "./option-scope";
import { ownedCells } from "./owned-cells";
import { ownedInService } from "./owned-group-cells";
import { rackCells } from "./rack-cells";

export type HardwareCells = {
  readonly lines: LineCells[];
  /** Price paid for the servers and network in service. */
  readonly covered: (month: number) => string;
  /** The same, of those past their warranty. */
  readonly supported: (month: number) => string;
  /** Those servers, counted. */
  readonly supportedServers: (month: number) => string;
  readonly remainingBookValue: string;
  readonly timing: TaxTimingCells | undefined;
};

type Scope = OptionScope<OnPremisesOption>;

/** docs/model.md, "Purchase and life", "Payment", "Depreciation" and "What is owned". */
export function hardwareCells(scope: Scope, fleet: OnPremisesFleetCells): HardwareCells {
  const { sheet, figure, plan, prices } = scope;
  const factor = orderFactor(scope, "Server price at the order", prices.hardware);
  const otherFactor = orderFactor(scope, "Installation price at the order", prices.other);
  const cost = (label: string, price: string, by: Row) =>
    sheet.series(
      `${label} bought`,
      "money",
      (t) => `${fleet.delivered.at(t)}*${figure(`quote.${price}`)}*${by.at(t)}`,
    );
  const bought = {
    servers: cost("Servers", "serverPrice", factor),
    network: cost("Network", "networkPrice", factor),
    installation: cost("Installation", "installationPrice", otherFactor),
  };
  const terms = serverTerms(scope, fleet.serves);
  const plain = cashTerms(
    scope,
    "installation",
    depreciationCells(scope, "installation", { serves: fleet.serves, salvage: "0" }),
  );
  const share = fleet.trainingShare;
  const owned = fleet.ownedGroups.map((group) => ownedCells(scope, group, share));
  const servers = assetCells(
    scope,
    { id: "servers", bought: bought.servers, terms },
    share,
    owned.map(({ depreciation }) => depreciation.at),
  );
  const network = assetCells(scope, { id: "network", bought: bought.network, terms }, share);
  const installation = assetCells(
    scope,
    { id: "installation", bought: bought.installation, terms: plain },
    share,
  );
  const racks = rackCells(scope, fleet);
  const assets = [servers, network, installation, ...(racks ? [racks.asset] : [])];
  const both = [bought.servers, bought.network];
  return {
    lines: [
      ...assets.flatMap(({ lines }) => lines),
      ...(racks?.rent ?? []),
      ...interestCells(scope, both, share),
      ...leaseCells(scope, fleet, both),
      ...leavingCells(scope, { fleet, bought: both, owned }),
      ...(plan.assumptions.countRemainingBookValue ? horizonCells(sheet, assets, owned) : []),
    ],
    ...coveredCells(scope, fleet, both),
    remainingBookValue: sheet.value("Remaining book value", "money", leftOf(assets, owned)),
    timing: macrsCells(scope, {
      assets,
      delivered: fleet.delivered,
      factor,
      serves: fleet.serves,
      trainingShare: share,
    }),
  };
}

/** Price of what is in service, and of what is past its warranty. docs/model.md, "Running costs". */
function coveredCells(
  { sheet, figure, option }: Scope,
  fleet: OnPremisesFleetCells,
  bought: readonly Row[],
): Pick<HardwareCells, "covered" | "supported" | "supportedServers"> {
  const price = `(${figure("quote.serverPrice")}+${figure("quote.networkPrice")})`;
  const warranty = option.warrantyMonths ? figure("warrantyMonths") : null;
  const inService = (row: Row, t: number, from: string | null) => {
    const month = sheet.month.at(t);
    const after = `${sheet.month.range(0, t)},">"&(${month}-${fleet.serves})`;
    const past = from ? `,${sheet.month.range(0, t)},"<="&(${month}-${from})` : "";
    return `SUMIFS(${row.range(0, t)},${after}${past})`;
  };
  const sum = (t: number, from: string | null, owned: string) =>
    `(${owned})*${price}+${bought.map((row) => inService(row, t, from)).join("+")}`;
  const ownedPast = (t: number) => {
    if (!warranty) return fleet.owned.at(t);
    const past = fleet.ownedGroups.map((group) => {
      const age = `${group.figure("ageMonths")}+${sheet.month.at(t)}`;
      return `IF(${age}>=${warranty},${ownedInService(sheet, group, t)},0)`;
    });
    return sumOf(past);
  };
  return {
    covered: (t) => sum(t, null, fleet.owned.at(t)),
    supported: (t) => sum(t, warranty, ownedPast(t)),
    supportedServers: (t) => `(${ownedPast(t)})+${inService(fleet.delivered, t, warranty)}`,
  };
}

/** The quote's price while it is valid, then the price path at the month of the order. */
function orderFactor(scope: Scope, label: string, path: Row): Row {
  const { sheet, figure, plan, inputs, option } = scope;
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  const last = inputs.given(
    `${option.name}: last month of the quote's price`,
    "month index",
    months(option.quote.validUntil) - months(plan.startMonth),
  );
  return sheet.series(label, "ratio", (t) => {
    const order = `(${sheet.month.at(t)}-${figure("leadTimeMonths")})`;
    return `IF(OR(${order}<0,${order}<=${last}),1,INDEX(${path.all},1,MAX(0,${order})+1))`;
  });
}
