import type { Use } from "@/lib/engine/types";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import { type Row, sumOf } from "./cells";
import { commitmentCells, commitmentLines } from "./commitment-cells";
import type { CellLoad } from "./demand-cells";
import { fleetCells, idleShare, sharedCells, trainingShareCells } from "./fleet-cells";
import { dividedAsUsed, type LineCells, paidAsUsed, uses } from "./line-cells";
import { offloadCells } from "./offload-cells";
import type { OptionScope } from "./option-scope";
import { scaledHourCells } from "./scaled-hour-cells";

type Scope = OptionScope<CloudOption>;
export type CloudCells = { readonly lines: readonly LineCells[]; readonly prepaid: string };

/** docs/model.md, "Cloud accelerators". */
export function cloudCells(scope: Scope, whole: CellLoad): CloudCells {
  const { sheet, option } = scope;
  const { own: load, lines: devices } = offloadCells(scope, whole);
  const commitments = commitmentCells(scope);
  const use = cloudUse(scope, load, (t) =>
    sumOf(commitments.map(({ instances }) => instances.at(t))),
  );
  const committed = commitmentLines(scope, commitments, use.baseShare);
  const rented = [
    ...rentalCells(scope, use),
    ...committed.lines.filter(({ id }) => id === "commitments"),
  ];
  const support = (of: Use) =>
    paidAsUsed(
      sheet,
      "support",
      of,
      (t) =>
        `${scope.figure("supportFraction")}*(${sumOf(rented.filter((line) => line.use === of).map(({ accrual }) => accrual.at(t)))})`,
    );
  const standing = (id: "storage" | "egress" | "staff", amount: (month: number) => string) =>
    dividedAsUsed(sheet, id, (t) => `IF(${load.inUse(t)},${amount(t)},0)`, use.share);
  const kept = (
    t: number,
    id: "storage" | "egress",
    volume: "storedGigabytes" | "egressGigabytes",
  ) =>
    `(${scope.figure(id)}${option[volume] ? `+${scope.figure(volume)}*${scope.figure(`${id}Price`)}` : ""})*${scope.prices.other.at(t)}`;
  return {
    prepaid: committed.prepaid,
    lines: [
      ...rented,
      ...committed.lines.filter(({ id }) => id !== "commitments"),
      ...standing("storage", (t) => kept(t, "storage", "storedGigabytes")),
      ...standing("egress", (t) => kept(t, "egress", "egressGigabytes")),
      ...uses.map(support),
      ...standing("staff", scope.staff),
      ...devices,
    ],
  };
}

/** Hours on demand, those for training alone, and training's share of what is billed. */
function cloudUse(scope: Scope, load: CellLoad, committed: (month: number) => string) {
  const { sheet, figure, option } = scope;
  const hoursShare =
    option.policy === "active-window" ? `(${figure("activeHoursPerDay")}/24)` : "1";
  const accelerators = figure("acceleratorsPerInstance");
  const scaled = option.policy === "autoscaled" ? scaledHourCells(scope, load.inference) : null;
  const fleet = fleetCells(scope, load, {
    accelerators,
    hoursShare,
    ...(scaled && { hours: scaled.map(({ levels }) => levels) }),
  });
  const beyond = (units: Row, t: number) => `MAX(0,${units.at(t)}-(${committed(t)}))`;
  const instances = (t: number) =>
    scaled
      ? sumOf(fleet.unitsByHour.map((row, hour) => `${beyond(row, t)}*${scaled[hour]?.share}`))
      : beyond(fleet.units, t);
  const onDemand = sheet.series(
    "Hours on demand",
    "accelerator-hours",
    (t) => `(${instances(t)})*${accelerators}*${scope.hours}*${hoursShare}`,
  );
  const billed = sheet.series(
    "Billed hours",
    "accelerator-hours",
    (t) => `${onDemand.at(t)}+(${committed(t)})*${accelerators}*${scope.hours}`,
  );
  const { onBase, baseShare } = sharedCells(sheet, {
    ...fleet,
    baseHours: billed.at,
    ceiling: figure("utilizationCeilingFraction"),
    idleShare: idleShare(scope),
  });
  const extra = sheet.series(
    "Hours rented for training alone",
    "accelerator-hours",
    (t) => `${fleet.trainingHours.at(t)}-${onBase.at(t)}`,
  );
  const share = trainingShareCells(sheet, billed.at, extra.at, baseShare);
  return { onDemand, extra, baseShare, share };
}

/** What is rented by the hour, at the plain rate and on spot. */
function rentalCells(
  { sheet, figure, prices, option }: Scope,
  { onDemand, extra, baseShare }: ReturnType<typeof cloudUse>,
): LineCells[] {
  const spot = option.spotFraction ? figure("spotFraction") : "0";
  const more = option.spotOverheadFraction ? figure("spotOverheadFraction") : "0";
  const plain = (t: number) => `(1-${spot})*${figure("rate")}*${prices.cloud.at(t)}`;
  const lines = [
    ...dividedAsUsed(sheet, "rental", (t) => `${onDemand.at(t)}*${plain(t)}`, baseShare),
    paidAsUsed(sheet, "trainingRental", "training", (t) => `${extra.at(t)}*${plain(t)}`),
  ];
  if (!option.spotFraction) return lines;
  const onSpot = (t: number) => `${spot}*(1+${more})*${figure("spotRate")}*${prices.cloud.at(t)}`;
  const hours = (use: Use, t: number) =>
    use === "training"
      ? `(${onDemand.at(t)}*${baseShare.at(t)}+${extra.at(t)})`
      : `(${onDemand.at(t)}*(1-${baseShare.at(t)}))`;
  return [
    ...lines,
    ...uses.map((use) => paidAsUsed(sheet, "spot", use, (t) => `${hours(use, t)}*${onSpot(t)}`)),
  ];
}
