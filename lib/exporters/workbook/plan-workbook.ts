import type { Use, View } from "@/lib/engine/types";
import type { CloudOption } from "@/lib/schemas/cloud-option";
import type { SingleOption } from "@/lib/schemas/option";
import type { Plan } from "@/lib/schemas/plan";
import { apiCells } from "./api-cells";
import { type Row, type Sheet, type SheetWriter, sheetNames, sheetWriter, sumOf } from "./cells";
import { cloudCells } from "./cloud-cells";
import { type CellLoad, curveRow, demandCells } from "./demand-cells";
import { type Inputs, inputCells } from "./input-cells";
import { type LineCells, totalRow } from "./line-cells";
import { onPremisesCells } from "./on-premises-cells";
import { optionScope, type WorkbookScope } from "./option-scope";

/** Where an option's results stand. */
export type OptionCells = {
  readonly optionId: string;
  readonly lines: readonly LineCells[];
  readonly totals: Readonly<Record<View, Readonly<Record<Use, Row>>>>;
  readonly costPerMillionTokens: Row;
  readonly netPresentCost: string;
  readonly remainingBookValue: string;
};

export type PlanWorkbook = {
  readonly sheets: readonly Sheet[];
  readonly options: readonly OptionCells[];
};

/**
 * A plan as a workbook in which every result is a formula down to the inputs, written from docs/model.md.
 * It holds for options that the engine calls complete; portfolios have no cells yet.
 */
export function planWorkbook(plan: Plan): PlanWorkbook {
  const months = plan.horizonMonths;
  const options = plan.options.filter((option) => option.kind !== "portfolio");
  const [demandName = "", ...optionNames] = sheetNames([
    "Demand and prices",
    ...options.map(({ name }) => name),
  ]);
  const inputs = inputCells(plan);
  const sheet = sheetWriter(demandName, months);
  const hours = inputs.given("Hours a month", "hours", plan.hoursPerMonth);
  const demand = demandCells(plan, inputs, sheet, hours);
  const path = (label: string, key: "hardware" | "cloud" | "api" | "power") =>
    curveRow(
      label,
      plan.assumptions[`${key}PricePath`],
      `assumptions.${key}PricePath`,
      inputs,
      sheet,
    );
  const scope: WorkbookScope = {
    plan,
    inputs,
    demand,
    prices: {
      hardware: path("Server price", "hardware"),
      cloud: path("Cloud rental", "cloud"),
      api: path("API price", "api"),
      power: path("Power price", "power"),
      staff: curveRow(
        "Staff cost",
        plan.assumptions.staffCostPath,
        "assumptions.staffCostPath",
        inputs,
        sheet,
      ),
      other: otherPrices(plan, inputs, sheet),
    },
    hours,
    mainUse:
      demand.load.inference.length === 0 && demand.load.training.length > 0
        ? "training"
        : "inference",
  };
  const written = options.map((option, index) => {
    const own = sheetWriter(optionNames[index] ?? option.id, months);
    return { cells: optionCells(scope, option, own), sheet: own.sheet() };
  });
  return {
    sheets: [inputs.sheet(), sheet.sheet(), ...written.map((one) => one.sheet)],
    options: written.map(({ cells }) => cells),
  };
}

/** Without a path of its own, what has none keeps its amount. docs/model.md, "Price paths". */
function otherPrices(plan: Plan, inputs: Inputs, sheet: SheetWriter): Row {
  const label = "Other costs";
  const path = plan.assumptions.otherPricePath;
  return path
    ? curveRow(label, path, "assumptions.otherPricePath", inputs, sheet)
    : sheet.series(label, "ratio", () => "1");
}

function optionCells(scope: WorkbookScope, option: SingleOption, sheet: SheetWriter): OptionCells {
  const { lines, remainingBookValue } = linesOf(scope, option, sheet);
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
    remainingBookValue,
  };
}

function linesOf(scope: WorkbookScope, option: SingleOption, sheet: SheetWriter) {
  const { load } = scope.demand;
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
      return onPremisesCells(
        optionScope(scope, option, sheet),
        load,
        bridge?.kind === "api" || bridge?.kind === "cloud"
          ? (share) => {
              sheet.heading(`Bridge: ${bridge.name}`);
              const part = shareOfLoad(sheet, load, share);
              return bridge.kind === "api"
                ? apiCells(optionScope(scope, bridge, sheet), part)
                : cloudCells(optionScope(scope, onDemandAlone(bridge), sheet), part).lines;
            }
          : null,
      );
    }
    default:
      return option satisfies never;
  }
}

/** A bridge rents on demand: what its option has committed stays with that option. */
function onDemandAlone({ commitments: _stay, ...option }: CloudOption): CloudOption {
  return option;
}

/** The part of a load that each month's share names. docs/model.md, "Bridge". */
function shareOfLoad(
  sheet: SheetWriter,
  load: CellLoad,
  share: Readonly<Record<Use, Row>>,
): CellLoad {
  const part = (label: string, whole: Row, use: Use) =>
    sheet.series(label, "of the bridge", (t) => `${whole.at(t)}*${share[use].at(t)}`);
  return {
    inference: load.inference.map((one) => ({
      workload: one.workload,
      uncached: part(`${one.workload.name}: uncached`, one.uncached, "inference"),
      cached: part(`${one.workload.name}: cached`, one.cached, "inference"),
      output: part(`${one.workload.name}: output`, one.output, "inference"),
      requests: part(`${one.workload.name}: requests`, one.requests, "inference"),
      batchable: one.batchable,
    })),
    training: load.training.map(({ hours, atOnce }) => ({
      hours: part("Training hours", hours, "training"),
      atOnce: part("Training at once", atOnce, "training"),
    })),
    inUse: (t) => `(${sumOf([share.inference.at(t), share.training.at(t)])})<>0`,
  };
}
