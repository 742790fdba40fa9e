import type { OnPremisesOption } from "@/lib/schemas/on-premises-option";
import { lineNames, viewWords } from "@/lib/views/names";
import { sumOf } from "./cells";
import type { CellLoad } from "./demand-cells";
import { type HardwareCells, hardwareCells } from "./hardware-cells";
import { dividedAsUsed, type LineCells } from "./line-cells";
import { type OnPremisesFleetCells, onPremisesFleetCells } from "./on-premises-fleet-cells";
import type { OptionScope } from "./option-scope";
import type { PartCells } from "./portfolio-cells";

type Scope = OptionScope<OnPremisesOption>;

/** The lines of the bridge option on a share of the load. */
export type BridgeCells = (share: OnPremisesFleetCells["unserved"]) => readonly LineCells[];

/** docs/model.md, "On-premises servers". */
export function onPremisesCells(
  scope: Scope,
  load: CellLoad,
  bridge: BridgeCells | null,
): PartCells {
  const fleet = onPremisesFleetCells(scope, load);
  const hardware = hardwareCells(scope, fleet);
  return {
    lines: [
      ...hardware.lines,
      ...runningCells(scope, fleet, hardware),
      ...(bridge ? bridgeLines(scope, bridge(fleet.unserved)) : []),
    ],
    remainingBookValue: hardware.remainingBookValue,
    timing: hardware.timing,
  };
}

/** docs/model.md, "Running costs". */
function runningCells(
  scope: Scope,
  fleet: OnPremisesFleetCells,
  { covered, supported, supportedServers }: HardwareCells,
): LineCells[] {
  const { sheet, figure, inputs, prices, option } = scope;
  const { servers, trainingShare } = fleet;
  const draw = sheet.series(
    "Average power draw",
    "kW",
    (t) =>
      `${servers.at(t)}*${figure("serverPower")}*${figure("loadFactorFraction")}*${figure("pueRatio")}`,
  );
  return [
    ...dividedAsUsed(
      sheet,
      "support",
      (t) => {
        const share = `(${supported(t)})*${figure("supportPerYearFraction")}`;
        if (!option.supportFee) return `${share}/12`;
        return `(${share}+(${supportedServers(t)})*${figure("supportFee")})/12`;
      },
      trainingShare,
    ),
    ...(option.sparePartsPerYearFraction
      ? dividedAsUsed(
          sheet,
          "spareParts",
          (t) => `(${covered(t)})*${figure("sparePartsPerYearFraction")}/12`,
          trainingShare,
        )
      : []),
    ...dividedAsUsed(
      sheet,
      "licences",
      (t) =>
        `${servers.at(t)}*${figure("acceleratorsPerServer")}*${figure("licences")}/12*${prices.other.at(t)}`,
      trainingShare,
    ),
    ...dividedAsUsed(
      sheet,
      "power",
      (t) =>
        `${draw.at(t)}*${scope.hours}*${inputs.figure("assumptions.powerPrice")}*${prices.power.at(t)}`,
      trainingShare,
    ),
    ...dividedAsUsed(
      sheet,
      "space",
      (t) => `${servers.at(t)}*${figure("serverPower")}*${figure("space")}*${prices.other.at(t)}`,
      trainingShare,
    ),
    ...dividedAsUsed(
      sheet,
      "staff",
      (t) => `IF(${servers.at(t)}=0,0,${scope.staff(t)})`,
      trainingShare,
    ),
  ];
}

function bridgeLines({ sheet }: Scope, parts: readonly LineCells[]): LineCells[] {
  return (["inference", "training"] as const).map((use) => {
    const rows = parts.filter((line) => line.use === use);
    const sum = (view: "cash" | "accrual") =>
      sheet.series(`${lineNames.bridge}, ${use}, ${viewWords[view].adjective}`, "money", (t) =>
        sumOf(rows.map((row) => row[view].at(t))),
      );
    return { id: "bridge", use, cash: sum("cash"), accrual: sum("accrual") };
  });
}
