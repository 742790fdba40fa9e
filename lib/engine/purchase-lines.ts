import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { type Asset, assetSpend, bookValueAtEnd, lifetimeTrainingFraction } from "./depreciation";
import type { Hardware } from "./hardware";
import type { OnPremisesFleet } from "./on-premises-fleet";
import { at, zeros } from "./series";
import { noSpend, type PricedLine, type SpendByUse } from "./spend";
import { type Source, type Traced, trace } from "./trace";
import type { Series } from "./types";

/** Servers, network, installation, what comes back at the end of life, and what is left at the horizon. */
export function purchaseLines(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  hardware: Hardware,
): PricedLine[] {
  const purchased = (assets: Traced<readonly Asset[]>) =>
    trace((read) => assetSpend(read.traced(assets), read.traced(fleet).trainingFraction));
  return [
    { id: "servers", spend: purchased(hardware.servers) },
    { id: "network", spend: purchased(hardware.network) },
    { id: "installation", spend: purchased(hardware.installation) },
    { id: "residualValue", spend: residualValue(basis, option, fleet, hardware) },
    { id: "remainingBookValue", spend: countedBookValue(basis, fleet, hardware) },
  ];
}

/** Unit: money, at the end of the horizon. docs/model.md, "End of the horizon". */
export function remainingBookValue(basis: Basis, hardware: Hardware): Traced<number> {
  return trace((read) =>
    allAssets(hardware).reduce(
      (sum, assets) =>
        sum +
        read.traced(assets).reduce((left, asset) => left + bookValueAtEnd(asset, basis.months), 0),
      0,
    ),
  );
}

/** -residual fraction x (servers + network as paid), in the month after the last of life. */
function residualValue(
  basis: Basis,
  option: Source<OnPremisesOption>,
  fleet: Traced<OnPremisesFleet>,
  { servers, network }: Hardware,
): Traced<SpendByUse> {
  return trace((read) => {
    const sold = [...read.traced(servers), ...read.traced(network)].filter(
      (asset) => asset.paidInPlan && !(asset.firstMonth + asset.lifeMonths >= basis.months),
    );
    if (sold.length === 0) return noSpend(basis.months);
    const fraction = read.figure(option, "residualFraction");
    const credits = sold.map((asset) => ({
      asset,
      amount: -fraction * asset.cost,
      month: asset.firstMonth + asset.lifeMonths,
    }));
    return credited(credits, read.traced(fleet).trainingFraction, "both");
  });
}

/** Where the plan counts it: -remaining book value, received in the last month, in the cash view. */
function countedBookValue(
  basis: Basis,
  fleet: Traced<OnPremisesFleet>,
  hardware: Hardware,
): Traced<SpendByUse> {
  if (!basis.assumptions.row.countRemainingBookValue) return trace(() => noSpend(basis.months));
  return trace((read) => {
    const credits = allAssets(hardware)
      .flatMap((assets) => read.traced(assets))
      .map((asset) => ({
        asset,
        amount: -bookValueAtEnd(asset, basis.months),
        month: basis.months - 1,
      }));
    return credited(credits, read.traced(fleet).trainingFraction, "cash");
  });
}

function credited(
  credits: readonly { readonly asset: Asset; readonly amount: number; readonly month: number }[],
  trainingFraction: Series,
  views: "both" | "cash",
): SpendByUse {
  const none = zeros(trainingFraction.length);
  const inference = zeros(none.length);
  const training = zeros(none.length);
  for (const { asset, amount, month } of credits) {
    const share = lifetimeTrainingFraction(asset, trainingFraction);
    inference[month] = at(inference, month) + amount * (1 - share);
    training[month] = at(training, month) + amount * share;
  }
  return {
    inference: { cash: inference, accrual: views === "both" ? inference : none },
    training: { cash: training, accrual: views === "both" ? training : none },
  };
}

function allAssets({ servers, network, installation }: Hardware) {
  return [servers, network, installation];
}
