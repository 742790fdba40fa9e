import type { LineId, Use } from "@/lib/engine/types";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { CellLoad } from "./demand-cells";
import { fleetCells, idleShare, sharedCells, trainingShareCells } from "./fleet-cells";
import { dividedAsUsed, type LineCells, paidAsUsed } from "./line-cells";
import type { OptionScope } from "./option-scope";

/** docs/model.md, "Cloud accelerators". */
export function cloudCells(scope: OptionScope<CloudOption>, load: CellLoad): LineCells[] {
  const { sheet, figure, prices, option } = scope;
  const hoursShare = option.policy === "always-on" ? "1" : `(${figure("activeHoursPerDay")}/24)`;
  const accelerators = figure("acceleratorsPerInstance");
  const fleet = fleetCells(scope, load, { accelerators, hoursShare });
  const billed = sheet.series(
    "Billed hours",
    "accelerator-hours",
    (t) => `${fleet.units.at(t)}*${accelerators}*${scope.hours}*${hoursShare}`,
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
  const rate = (t: number) => `${figure("rate")}*${prices.cloud.at(t)}`;
  const rental = dividedAsUsed(sheet, "rental", (t) => `${billed.at(t)}*${rate(t)}`, baseShare);
  const forTraining = paidAsUsed(
    sheet,
    "trainingRental",
    "training",
    (t) => `${extra.at(t)}*${rate(t)}`,
  );
  const support = (use: Use, rows: readonly LineCells[]) =>
    paidAsUsed(
      sheet,
      "support",
      use,
      (t) => `${figure("supportFraction")}*(${rows.map(({ cash }) => cash.at(t)).join("+")})`,
    );
  const rented = (use: Use) => rental.filter((line) => line.use === use);
  const standing = (id: LineId, amount: (month: number) => string) =>
    dividedAsUsed(sheet, id, (t) => `IF(${load.inUse(t)},${amount(t)},0)`, share);
  return [
    ...rental,
    forTraining,
    ...standing("storage", (t) => `${figure("storage")}*${prices.other.at(t)}`),
    ...standing("egress", (t) => `${figure("egress")}*${prices.other.at(t)}`),
    support("inference", rented("inference")),
    support("training", [...rented("training"), forTraining]),
    ...standing("staff", scope.staff),
  ];
}
