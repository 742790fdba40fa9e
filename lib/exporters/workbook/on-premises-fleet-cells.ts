import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { type Row, roundedUp, type SheetWriter, sumOf } from "./cells";
import type { CellLoad } from "./demand-cells";
import { fleetCells, idleShare, sharedCells, trainingShareCells } from "./fleet-cells";
import { goesBack } from "./leaving-cells";
import type { OptionScope } from "./option-scope";
import { type OwnedGroup, ownedGroupCells, ownedInService } from "./owned-group-cells";

export type OnPremisesFleetCells = {
  readonly owned: Row;
  readonly delivered: Row;
  readonly servers: Row;
  /** Share of each use's work that these servers have no room for. */
  readonly unserved: { readonly inference: Row; readonly training: Row };
  readonly trainingShare: Row;
  /** Months that a server bought serves. */
  readonly serves: string;
  readonly ownedGroups: readonly OwnedGroup[];
};

/** docs/model.md, "Sizing", "Purchase and life", "Bridge" and "Shared machines". */
export function onPremisesFleetCells(
  scope: OptionScope<OnPremisesOption>,
  load: CellLoad,
): OnPremisesFleetCells {
  const { sheet, figure } = scope;
  const accelerators = figure("acceleratorsPerServer");
  const ceiling = figure("utilizationCeilingFraction");
  const serverHours = `${accelerators}*${scope.hours}`;
  const need = fleetCells(scope, load, { accelerators, hoursShare: "1" });
  const forInference = sheet.series(
    "Servers that inference needs",
    "servers",
    (t) => `IF(${need.units.at(t)}=0,0,${need.units.at(t)}+${figure("spareServers")})`,
  );
  const shared = { ...need, ceiling, idleShare: idleShare(scope) };
  const planned = sharedCells(sheet, {
    ...shared,
    baseHours: (t) => `${forInference.at(t)}*${serverHours}`,
  });
  const wanted = sheet.series("Servers needed", "servers", (t) => {
    const beyond = `${need.trainingHours.at(t)}-${planned.onBase.at(t)}`;
    return `${forInference.at(t)}+${roundedUp(`(${beyond})/(${serverHours}*${ceiling}*${need.trainingTime.at(t)})`)}`;
  });
  const serves = serviceCells(scope);
  const ownedGroups = ownedGroupCells(scope);
  const owned = sheet.series("Owned servers in service", "servers", (t) =>
    sumOf(ownedGroups.map((group) => ownedInService(sheet, group, t))),
  );
  const bought = purchases(scope, { wanted, owned, serves }, "");
  const base =
    load.training.length > 0
      ? purchases(scope, { wanted: forInference, owned, serves }, ", inference alone")
      : bought;
  const inference = short(sheet, "Inference not served here", bought.servers, forInference);
  const inferenceHours = sheet.series(
    "Inference served here",
    "accelerator-hours",
    (t) => `${need.inferenceHours.at(t)}*(1-${inference.at(t)})`,
  );
  const here = sharedCells(sheet, {
    ...shared,
    inferenceHours,
    baseHours: (t) => `${bought.servers.at(t)}*${serverHours}`,
  });
  const training = short(sheet, "Training not served here", here.onBase, need.trainingHours);
  const baseServers = (t: number) => `MIN(${bought.servers.at(t)},${base.servers.at(t)})`;
  const { baseShare } = sharedCells(sheet, {
    ...shared,
    inferenceHours,
    trainingHours: here.onBase,
    baseHours: (t) => `${baseServers(t)}*${serverHours}`,
  });
  const trainingShare = trainingShareCells(
    sheet,
    baseServers,
    (t) => `${bought.servers.at(t)}-${baseServers(t)}`,
    baseShare,
  );
  return {
    owned,
    ...bought,
    unserved: { inference, training },
    trainingShare,
    serves,
    ownedGroups,
  };
}

/** To the end of its life, or to the refresh or the end of a lease where that is before it. */
function serviceCells({ sheet, figure, option }: OptionScope<OnPremisesOption>) {
  const life = figure("usefulLifeMonths");
  const ends = [life];
  if (option.refreshMonths) ends.push(figure("refreshMonths"));
  if (goesBack(option)) ends.push(figure("financing.termMonths"));
  return sheet.value("Months that a server serves", "months", `MIN(${ends})`);
}

/** What month t needs is there at t, from the lead time on; it serves its life and is replaced. */
function purchases(
  { sheet, figure, option }: OptionScope<OnPremisesOption>,
  { wanted, owned, serves }: { wanted: Row; owned: Row; serves: string },
  suffix: string,
): { readonly delivered: Row; readonly servers: Row } {
  const inLife = (row: Row, t: number, last: number) =>
    last < 0
      ? "0"
      : `SUMIFS(${row.range(0, last)},${sheet.month.range(0, last)},">"&(${sheet.month.at(t)}-${serves}))`;
  const delivered = sheet.series(`Servers delivered${suffix}`, "servers", (t, row) =>
    option.purchasing === "none"
      ? "0"
      : `IF(${sheet.month.at(t)}<${figure("leadTimeMonths")},0,MAX(0,${wanted.at(t)}-${owned.at(t)}-${inLife(row, t, t - 1)}))`,
  );
  const servers = sheet.series(`Servers in service${suffix}`, "servers", (t) =>
    option.purchasing === "none" ? owned.at(t) : `${owned.at(t)}+${inLife(delivered, t, t)}`,
  );
  return { delivered, servers };
}

const short = (sheet: SheetWriter, label: string, have: Row, wanted: Row) =>
  sheet.series(
    label,
    "fraction",
    (t) => `IF(${have.at(t)}<${wanted.at(t)}*(1-0.000000001),1-${have.at(t)}/${wanted.at(t)},0)`,
  );
