import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { ageCells } from "./age-cells";
import { type Asset, assetCells, onDelivery } from "./asset-cells";
import { roundedUp } from "./cells";
import { dividedAsUsed, type LineCells } from "./line-cells";
import type { OnPremisesFleetCells } from "./on-premises-fleet-cells";
import type { OptionScope } from "./option-scope";
import { serversOwned } from "./owned-group-cells";

type Scope = OptionScope<OnPremisesOption>;

/** docs/model.md, "Racks and power of the site". */
export function rackCells(
  scope: Scope,
  { servers, trainingShare, ownedGroups }: OnPremisesFleetCells,
): { readonly asset: Asset; readonly rent: readonly LineCells[] } | null {
  const { sheet, option, figure, prices } = scope;
  if (!option.serversPerRack && !option.rackPower) return null;
  const racksFor = (count: string) => roundedUp(`(${count})*${racksOfOne(scope)}`);
  const standing = sheet.value("Racks owned", "racks", racksFor(serversOwned(ownedGroups)));
  const racks = sheet.series("Racks", "racks", (t) => racksFor(servers.at(t)));
  const bought = sheet.series("Racks bought", "money", (t) => {
    const before = t === 0 ? standing : `MAX(${standing},${racks.range(0, t - 1)})`;
    const price = option.rackPrice ? figure("rackPrice") : "0";
    return `MAX(0,${racks.at(t)}-${before})*${price}`;
  });
  const life = figure("usefulLifeMonths");
  const acquired = onDelivery(sheet, "racks");
  const used = ageCells(sheet, "Depreciation of racks", (age) => `IF(${age}<${life},1/${life},0)`);
  const terms = { acquired, paid: acquired, used, deposit: "0" };
  const asset = assetCells(scope, { id: "racks", bought, terms }, trainingShare);
  const rent = option.rackRent
    ? dividedAsUsed(
        sheet,
        "rackRent",
        (t) => `${racks.at(t)}*${figure("rackRent")}*${prices.other.at(t)}`,
        trainingShare,
      )
    : [];
  return { asset, rent };
}

/** Racks that one server takes: a part of one, or several whole ones where it draws more than a rack may. */
function racksOfOne({ option, figure }: Scope): string {
  const room = option.serversPerRack ? figure("serversPerRack") : null;
  if (!option.rackPower) return `1/${room}`;
  const [limit, draw] = [figure("rackPower"), figure("serverPower")];
  const byPower = `INT(${limit}/MAX(${draw},0.000000001)*1.000000001)`;
  const aRack = room ? `MIN(${room},${byPower})` : byPower;
  return `IF(${draw}>${limit},${roundedUp(`${draw}/${limit}`)},1/MAX(1,${aRack}))`;
}
