import type { Use, View } from "@/lib/engine/types";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { SupplyOption } from "@/lib/schemas/option";
import { apiCells } from "./api-cells";
import type { Row, SheetWriter } from "./cells";
import { cloudCells } from "./cloud-cells";
import type { CellLoad } from "./demand-cells";
import { edgeCells } from "./edge-cells";
import { type LineCells, totalRow } from "./line-cells";
import { offloadCells } from "./offload-cells";
import { onPremisesCells } from "./on-premises-cells";
import { optionScope, type WorkbookScope } from "./option-scope";
import { type PartCells, portfolioCells } from "./portfolio-cells";
import { shareOfLoad } from "./share-of-load";
import { taxCells } from "./tax-cells";

/** Where an option's results stand. */
export type OptionCells = {
  readonly optionId: string;

  readonly lines: readonly LineCells[];
  readonly totals: Readonly<Record<View, Readonly<Record<Use, Row>>>>;
  readonly costPerMillionTokens: Row;
  readonly netPresentCost: string;
  readonly remainingBookValue: string;
};

export function optionCells(
  scope: WorkbookScope,
  option: SupplyOption,
  sheet: SheetWriter,
): OptionCells {
  const own = linesOf(scope, option, sheet, scope.demand.load);
  const lines = [...own.lines, ...taxCells(scope, sheet, own.lines, own.timing)];
  const totalsOf = (view: View) => ({
    inference: totalRow(sheet, lines, { use: "inference", view }),
    training: totalRow(sheet, lines, { use: "training", view }),
  });
  const totals = { cash: totalsOf("cash"), accrual: totalsOf("accrual") };
  const discount = scope.inputs.figure("assumptions.discountRatePerYearFraction");
  const present = sheet.series(
    "Discounted cash",
    "money",
    (t) =>
      `(${totals.cash.inference.at(t)}+${totals.cash.training.at(t)})*(1+${discount})^(-${sheet.month.at(t)}/12)`,
  );
  const served = scope.demand.served;
  return {
    optionId: option.id,
    lines,
    totals,
    costPerMillionTokens: sheet.series(
      "Cost per million tokens",
      "money",
      (t) => `IF(${served.at(t)}<1,"",${totals.accrual.inference.at(t)}/${served.at(t)}*1000000)`,
    ),
    netPresentCost: sheet.value("Net present cost", "money", `SUM(${present.all})`),
    remainingBookValue: afterTax(scope, sheet, own),
  };
}

/** What is left at the horizon, less the tax that MACRS has put off on it. docs/model.md, "Tax". */
function afterTax({ inputs }: WorkbookScope, sheet: SheetWriter, own: PartCells): string {
  if (!own.timing) return own.remainingBookValue;
  const rate = inputs.figure("assumptions.taxRateFraction");
  return sheet.value(
    "Remaining book value after tax",
    "money",
    `${own.remainingBookValue}-${rate}*(${own.timing.deferred})`,
  );
}

function linesOf(
  scope: WorkbookScope,
  option: SupplyOption,
  sheet: SheetWriter,
  load: CellLoad,
): PartCells {
  const none = () => sheet.value("Remaining book value", "money", "0");
  switch (option.kind) {
    case "api":
      return {
        lines: apiCells(optionScope(scope, option, sheet), load),
        remainingBookValue: none(),
      };
    case "cloud": {
      const { lines, prepaid } = cloudCells(optionScope(scope, option, sheet), load);
      const remainingBookValue = sheet.value("Remaining book value", "money", prepaid);
      return { lines, remainingBookValue };
    }
    case "on-premises": {
      const bridge = scope.plan.options.find(({ id }) => id === option.bridgeOptionId);
      const { own, lines } = offloadCells(optionScope(scope, option, sheet), load);
      const parts = onPremisesCells(
        optionScope(scope, option, sheet),
        own,
        bridge?.kind === "api" || bridge?.kind === "cloud"
          ? (share) => {
              sheet.heading(`Bridge: ${bridge.name}`);
              const part = shareOfLoad(sheet, own, share);
              return bridge.kind === "api"
                ? apiCells(optionScope(scope, bridge, sheet), part)
                : cloudCells(optionScope(scope, onDemandAlone(bridge), sheet), part).lines;
            }
          : null,
      );
      return { ...parts, lines: [...parts.lines, ...lines] };
    }
    case "edge":
      return edgeCells(optionScope(scope, option, sheet), load);
    case "portfolio":
      return portfolioCells(scope, option, sheet, (partId, partLoad) => {
        const part = scope.plan.options.find(({ id }) => id === partId);
        if (!part || part.kind === "portfolio") throw new Error(`No part is called ${partId}.`);
        sheet.heading(`Part: ${part.name}`);
        const trainsAlone = partLoad.inference.length === 0 && partLoad.training.length > 0;
        const mainUse = trainsAlone ? "training" : "inference";
        return linesOf({ ...scope, mainUse }, part, sheet, partLoad);
      });
    default:
      return option satisfies never;
  }
}

/** A bridge rents on demand: what its option has committed stays with that option. */
function onDemandAlone({ commitments: _stay, ...option }: CloudOption): CloudOption {
  return option;
}
