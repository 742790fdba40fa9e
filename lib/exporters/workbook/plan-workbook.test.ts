import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { HyperFormula } from "hyperformula";
import { describe, expect, test } from "vitest";
import { project } from "@/lib/engine";
import { arbitraryPlan } from "@/lib/engine/testing/arbitrary-plan";
import { workbooksEach } from "@/lib/engine/testing/property-runs";
import type { OptionProjection, Series } from "@/lib/engine/types";
import { checkPlanFile } from "@/lib/schemas/check";
import type { Plan } from "@/lib/schemas/plan";
import { purchaseTerms } from "@/lib/schemas/purchase-terms";
import { siteTerms } from "@/lib/schemas/site-terms";
import type { Row } from "./cells";
import { type OptionCells, planWorkbook } from "./plan-workbook";

/** Another program's arithmetic on the cells: 1 part in 10^9 of the option's largest month. */
const tolerance = 1e-9;

function recalculated(plan: Plan) {
  const workbook = planWorkbook(plan);
  const sheets = Object.fromEntries(
    workbook.sheets.map(({ name, rows }) => [name, rows.map((row) => [...row])]),
  );
  const calculator = HyperFormula.buildFromSheets(sheets, {
    licenseKey: "gpl-v3",
    smartRounding: false,
  });
  const read = (cell: string): unknown => {
    const at = calculator.simpleCellAddressFromString(cell.replaceAll("$", ""), 0);
    if (!at) throw new Error(`No cell ${cell}`);
    return calculator.getCellValue(at);
  };
  return { workbook, read, end: () => calculator.destroy() };
}

/** The largest difference of any month of any line, over the option's largest total. */
function differences(
  plan: Plan,
  option: OptionProjection,
  cells: OptionCells,
  read: (cell: string) => unknown,
): Map<string, number> {
  const months = Array.from({ length: plan.horizonMonths }, (_, month) => month);
  const scale = Math.max(1, ...option.cash.all.map(Math.abs), ...option.accrual.all.map(Math.abs));
  const off = new Map<string, number>();
  const compare = (what: string, row: Row, engine: Series | undefined, by = scale) => {
    for (const month of months) {
      const theirs = read(row.at(month));
      const difference =
        typeof theirs === "number" ? Math.abs(theirs - (engine?.[month] ?? 0)) / by : Number.NaN;
      if (!(difference <= tolerance))
        off.set(
          `${what}, month ${month}: ${JSON.stringify(theirs)} against ${engine?.[month]}`,
          difference,
        );
    }
  };
  for (const line of cells.lines) {
    const ours = option.lines.find(({ id, use }) => id === line.id && use === line.use);
    compare(`${line.id} ${line.use} cash`, line.cash, ours?.cash);
    compare(`${line.id} ${line.use} accrual`, line.accrual, ours?.accrual);
  }
  for (const ours of option.lines) {
    const written = cells.lines.some(({ id, use }) => id === ours.id && use === ours.use);
    if (!written) off.set(`${ours.id} ${ours.use} has no cells`, Number.NaN);
  }
  for (const view of ["cash", "accrual"] as const)
    for (const use of ["inference", "training"] as const)
      compare(`total ${view} ${use}`, cells.totals[view][use], option[view][use]);
  const single = (what: string, cell: string, engine: number) => {
    const theirs = read(cell);
    const difference = Math.abs(Number(theirs) - engine) / Math.max(1, Math.abs(engine), scale);
    if (!(difference <= tolerance))
      off.set(`${what}: ${JSON.stringify(theirs)} against ${engine}`, difference);
  };
  single("net present cost", cells.netPresentCost, option.summary.netPresentCost);
  single("book value", cells.remainingBookValue, option.summary.remainingBookValue);
  return off;
}

function disagreements(plan: Plan): string[] {
  const projection = project(plan);
  const { workbook, read, end } = recalculated(plan);
  const found = workbook.options.flatMap((cells) => {
    const option = projection.options.find(({ optionId }) => optionId === cells.optionId);
    if (option?.status !== "complete") return [];
    return [...differences(plan, option, cells, read).keys()].map(
      (text) => `${cells.optionId}: ${text}`,
    );
  });
  end();
  return found;
}

/** The fields that a plan may do without and that have no cells yet. */
const withoutCells = new Set([
  "taxRateFraction",
  "residualValue",
  ...Object.keys(purchaseTerms),
  ...Object.keys(siteTerms),
]);

/** Autoscaled instances have no cells yet either. */
function withoutScaling(plan: Plan): Plan {
  const options = plan.options.map((option) =>
    option.kind === "cloud" && option.policy === "autoscaled"
      ? { ...option, policy: "always-on" as const }
      : option,
  );
  return { ...plan, options };
}

/** The plan without them, at any depth. */
function written<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map(written) as Node;
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => !withoutCells.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, value === "autoscaled" ? "always-on" : written(value)]),
  ) as Node;
}

describe("a spreadsheet recalculates the plan to the same numbers", () => {
  const folder = "docs/examples";
  test.each(readdirSync(folder))("%s", { timeout: 60_000 }, (file) => {
    const checked = checkPlanFile(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")));
    if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
    expect(disagreements(checked.value.plan)).toEqual([]);
  });

  test("random plans", () => {
    fc.assert(
      fc.property(arbitraryPlan(), (plan) => {
        expect(disagreements(written(withoutScaling(plan)))).toEqual([]);
      }),
      { ...workbooksEach, endOnFailure: true },
    );
  });
});
