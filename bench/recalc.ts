import { HyperFormula } from "hyperformula";
import { applyChanges, project } from "@/lib/engine";
import { planWorkbook } from "@/lib/exporters/workbook/plan-workbook";
import { typedCell } from "@/lib/exporters/workbook/testing/recalculated";
import type { Plan } from "@/lib/schemas/plan";
import { compared, interleaved, type Result } from "./measure";
import { referencePlan } from "./reference-plan";
import { sizedPlan } from "./sized-plan";

const path = "workloads.chat.requestsPerMonth";
const rounds = 15;
const recalculationsARound = 5;
const projectionsARound = 200;
const tolerance = 1e-9;

/** The plan's own cells in a spreadsheet engine; sets the demand and reads each option's net present cost. */
function spreadsheet() {
  const { sheets, options, input } = planWorkbook(referencePlan, project(referencePlan));
  const cells = Object.fromEntries(
    sheets.map(({ name, rows }) => [name, rows.map((row) => row.cells.map(typedCell))]),
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
  const demand = addressOf(input(path));
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

const optionMonthsASample = 12_000;
const samples = 15;

/**
 * Time for more options and months over the time that a straight line through nothing would take. In
 * CPU time, collection of garbage included, and in samples of equal work that take turns: a long
 * projection is otherwise charged with the other processes of the machine, a short one is not.
 */
async function scaling(): Promise<Result[]> {
  const [small, options, months] = [sizedPlan(3, 60), sizedPlan(50, 60), sizedPlan(3, 120)];
  const moreOptions = await interleaved(samples, timeOf(options), timeOf(small));
  const moreMonths = await interleaved(samples, timeOf(months), timeOf(small));
  const more = (name: string, { ours, theirs }: { ours: number; theirs: number }) =>
    compared(
      `${name}: time an option and month, against 3 options and 60 months`,
      ours,
      theirs,
      "µs",
    );
  return [more("50 options", moreOptions), more("120 months", moreMonths)];
}

/** CPU time of one option and month. Unit: µs. */
function timeOf(plan: Plan): () => Promise<number> {
  const each = plan.options.length * plan.horizonMonths;
  return async () => {
    const before = process.cpuUsage();
    for (let done = 0; done < optionMonthsASample; done += each) project(plan);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / optionMonthsASample;
  };
}
