import { HyperFormula } from "hyperformula";
import { applyChanges, project } from "@/lib/engine";
import { planWorkbook } from "@/lib/exporters/workbook/plan-workbook";
import { compared, interleaved, median, type Result } from "./measure";
import { referencePlan } from "./reference-plan";

const path = "workloads.chat.requestsPerMonth";
const rounds = 15;
const recalculationsARound = 5;
const projectionsARound = 200;
const tolerance = 1e-9;

/** The plan's own cells in a spreadsheet engine; sets the demand and reads each option's net present cost. */
function spreadsheet() {
  const { sheets, options } = planWorkbook(referencePlan, project(referencePlan));
  const cells = Object.fromEntries(
    sheets.map(({ name, rows }) => [name, rows.map((row) => [...row])]),
  );
  const calculator = HyperFormula.buildFromSheets(cells, {
    licenseKey: "gpl-v3",
    smartRounding: false,
  });
  const addressOf = (cell: string) => {
    const address = calculator.simpleCellAddressFromString(cell.replaceAll("$", ""), 0);
    if (!address) throw new Error(`The workbook has no cell ${cell}.`);
    return address;
  };
  const inputs = sheets[0]?.rows ?? [];
  const demand = { sheet: 0, col: 2, row: inputs.findIndex((row) => row[1] === path) };
  const results = options.map(({ netPresentCost }) => addressOf(netPresentCost));
  const formulas = Object.values(cells)
    .flat(2)
    .filter((cell) => typeof cell === "string" && cell.startsWith("=")).length;
  return {
    formulas,
    recalculate: (requests: number) => {
      calculator.setCellContents(demand, [[requests]]);
      return results.map((address) => Number(calculator.getCellValue(address)));
    },
  };
}

const projected = (requests: number) =>
  project(applyChanges(referencePlan, [{ path, value: requests }])).options.map(
    ({ summary }) => summary.netPresentCost,
  );

/** Both must give the same answer before either is timed. */
function agree(theirs: readonly number[], ours: readonly number[]): void {
  const off = ours.map((cost, i) => Math.abs(cost - (theirs[i] ?? Number.NaN)) / cost);
  if (!off.every((difference) => difference <= tolerance))
    throw new Error(`The spreadsheet and the engine disagree: ${theirs} against ${ours}.`);
}

/** One changed input to all figures of the reference plan, against a spreadsheet recalculating its cells. */
export async function recalc(): Promise<Result[]> {
  const { formulas, recalculate } = spreadsheet();
  const first = 105_120_000;
  for (let nth = 0; nth < 3; nth += 1) agree(recalculate(first + nth), projected(first + nth));
  let requests = first;
  const timed = async (count: number, run: (requests: number) => void) => {
    const began = performance.now();
    for (let nth = 0; nth < count; nth += 1) {
      requests += 1;
      run(requests);
    }
    return ((performance.now() - began) / count) * 1000;
  };
  await timed(2_000, projected);
  const taken = await interleaved(
    rounds,
    () => timed(projectionsARound, projected),
    () => timed(recalculationsARound, recalculate),
  );
  return [
    compared(`one input to all figures, ${formulas} formulas`, taken.ours, taken.theirs, "µs"),
    ...(await scaling()),
  ];
}

/** Time for more options and months over the time that a straight line through nothing would take. */
async function scaling(): Promise<Result[]> {
  const perOptionMonth = (options: number, months: number) => {
    const rows = Array.from({ length: options }, (_, i) => {
      const row = referencePlan.options[i % referencePlan.options.length];
      if (!row) throw new Error("The reference plan has no options.");
      return i < referencePlan.options.length ? row : { ...row, id: `${row.id}-${i}` };
    });
    const plan = { ...referencePlan, horizonMonths: months, options: rows };
    const times = Array.from({ length: 60 }, () => {
      const began = performance.now();
      project(plan);
      return performance.now() - began;
    });
    return (median(times) / (options * months)) * 1000;
  };
  perOptionMonth(48, 120);
  const small = perOptionMonth(3, 60);
  const more = (name: string, time: number): Result => ({
    name: `${name}: time an option and month, against 3 options and 60 months`,
    ours: Number(time.toPrecision(4)),
    theirs: Number(small.toPrecision(4)),
    ratio: Number((time / small).toPrecision(4)),
    unit: "µs",
  });
  return [more("50 options", perOptionMonth(50, 60)), more("120 months", perOptionMonth(3, 120))];
}
