import type { EdgeOption } from "@/lib/schemas/edge-option";
import { lineNames } from "@/lib/views/names";
import { ageCells } from "./age-cells";
import type { Row } from "./cells";
import type { CellLoad } from "./demand-cells";
import type { LineCells } from "./line-cells";
import type { OptionScope } from "./option-scope";
import type { PartCells } from "./portfolio-cells";

/** The whole fleet, bought and replaced at once while it is used. docs/model.md, "Edge devices". */
export function deviceCells(
  { sheet, option, figure, prices, plan }: OptionScope<EdgeOption>,
  load: CellLoad,
): PartCells {
  if (option.ownership !== "bought") {
    return { lines: [], remainingBookValue: sheet.value("Remaining book value", "money", "0") };
  }
  const life = figure("usefulLifeMonths");
  const inLife = (row: Row, t: number) =>
    t === 0
      ? "0"
      : `SUMIFS(${row.range(0, t - 1)},${sheet.month.range(0, t - 1)},">"&(${sheet.month.at(t)}-${life}))`;
  const fleets = sheet.series(
    "Fleets bought",
    "count",
    (t, row) => `IF(AND(${load.inUse(t)},${inLife(row, t)}=0),1,0)`,
  );
  const bought = sheet.series(
    "Devices bought",
    "money",
    (t) => `${fleets.at(t)}*${figure("devices")}*${figure("devicePrice")}*${prices.other.at(t)}`,
  );
  const used = ageCells(
    sheet,
    "Depreciation of devices",
    (age) => `IF(${age}<${life},1/${life},0)`,
  );
  const left = sheet.series(
    "Left of devices at the horizon",
    "money",
    (s) => `${bought.at(s)}*(1-${used.insideHorizon(s)})`,
  );
  const consumed = sheet.series(`${lineNames.devices}, consumed`, "money", (t) =>
    used.spread(bought, t),
  );
  const line = (id: LineCells["id"], cash: LineCells["cash"], accrual: LineCells["accrual"]) =>
    ({ id, use: "inference", cash, accrual }) as const;
  const counted = () =>
    line(
      "remainingBookValue",
      sheet.series(lineNames.remainingBookValue, "money", (t) =>
        t === sheet.months - 1 ? `-SUM(${left.all})` : "0",
      ),
      sheet.series(`${lineNames.remainingBookValue}, consumed`, "money", () => "0"),
    );
  return {
    lines: [
      line("devices", bought, consumed),
      ...(plan.assumptions.countRemainingBookValue ? [counted()] : []),
    ],
    remainingBookValue: sheet.value("Remaining book value", "money", `SUM(${left.all})`),
  };
}
