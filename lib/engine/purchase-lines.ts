import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import type { Basis } from "./basis";
import { type Asset, assetSpend } from "./depreciation";
import { countedLines } from "./end-of-horizon";
import { financeLines } from "./finance-lines";
import type { Hardware } from "./hardware";
import { leavingLines } from "./leaving-lines";
import type { OnPremisesFleet } from "./on-premises-fleet";
import type { PricedLine } from "./spend";
import { type Source, type Traced, trace } from "./trace";

/** Servers, network, installation, what comes when they leave, and what is left at the horizon. */
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
    { id: "racks", spend: purchased(hardware.racks) },
    ...financeLines(fleet, hardware),
    ...leavingLines(basis, option, fleet, hardware),
    ...countedLines(basis, fleet, hardware),
  ];
}
