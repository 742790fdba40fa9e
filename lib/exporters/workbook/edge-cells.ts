import type { EdgeOption } from "@/lib/schemas/edge-option";
import type { CellLoad } from "./demand-cells";
import { deviceCells } from "./device-cells";
import { fleetCells } from "./fleet-cells";
import { type LineCells, paidAsUsed } from "./line-cells";
import { offloadCells } from "./offload-cells";
import type { OptionScope } from "./option-scope";
import type { PartCells } from "./portfolio-cells";

/** docs/model.md, "Edge devices". */
export function edgeCells(scope: OptionScope<EdgeOption>, whole: CellLoad): PartCells {
  const { figure, prices } = scope;
  const { own: load, lines } = offloadCells(scope, whole);
  const devices = deviceCells(scope, load);
  const standing = (id: "management" | "staff", amount: (month: number) => string) =>
    paidAsUsed(scope.sheet, id, "inference", (t) => `IF(${load.inUse(t)},${amount(t)},0)`);
  return {
    lines: [
      ...devices.lines,
      standing(
        "management",
        (t) => `${figure("devices")}*${figure("management")}*${prices.other.at(t)}`,
      ),
      standing("staff", scope.staff),
      ...powerCells(scope, load),
      ...lines,
    ],
    remainingBookValue: devices.remainingBookValue,
  };
}

/** Of answering alone; none where the devices are the users' own. */
function powerCells(scope: OptionScope<EdgeOption>, load: CellLoad): LineCells[] {
  const { sheet, figure, prices, inputs, option } = scope;
  const fleet = fleetCells(
    scope,
    { ...load, training: [] },
    { accelerators: "1", hoursShare: "1" },
  );
  const energy = sheet.series(
    "Energy of answering",
    "kWh",
    (t) => `${fleet.inferenceHours.at(t)}*${figure("devicePower")}/1000`,
  );
  if (option.ownership === "users") return [];
  return [
    paidAsUsed(
      sheet,
      "power",
      "inference",
      (t) => `${energy.at(t)}*${inputs.figure("assumptions.powerPrice")}*${prices.power.at(t)}`,
    ),
  ];
}
