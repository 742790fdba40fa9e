import type { FiscalYear, Projection } from "@/lib/engine/types";
import type { Plan } from "@/lib/schemas/plan";
import { fiscalYearHead } from "@/lib/views/budget";
import { inputLabel, inputOwner } from "@/lib/views/links";
import { horizonText, monthAt } from "@/lib/views/months";
import { kindNames, optionName, viewWords } from "@/lib/views/names";
import { problemsOfOption } from "@/lib/views/problems";
import type { WorkbookFigures } from "@/lib/views/workbook-figures";
import type { BreakEvenCells, Ranked } from "./break-even-cells";
import type { Cell, Sheet, SheetRow } from "./cells";
import type { LookName } from "./looks";
import { known } from "./option-statement";
import type { Unwritten } from "./unwritten";

/** What stands above the figures: of which plan or proposal they are, and of when. */
export type BookFront = { readonly title: string; readonly lines: readonly string[] };

export type SummaryOf = {
  readonly plan: Plan;
  readonly projection: Projection;
  readonly figures: WorkbookFigures;
  readonly name: string;
  readonly front: BookFront;
  /** Lowest net present cost first. */
  readonly options: readonly Ranked[];
  readonly unwritten: readonly Unwritten[];
  readonly breakEven: BreakEvenCells;
  /** The cell of an input, by its path in the plan. */
  readonly input: (path: string) => string;
};

const howTo = [
  "Yellow cells on the sheet Inputs can be changed, and every sheet follows. The workbook has no macros and no links to other files.",
  "What is a choice and no number (another option, more months, a curve of another kind, other payment terms, discount tiers in another order) changes the formulas: change it in Loadline and export again.",
  "Cash as paid counts an amount when it is paid; cost as consumed spreads what is bought over its life; ranks go by net present cost. Months in which nothing is served have no cost per million tokens.",
];

/** The first sheet: each option's result, by fiscal year, and where their sums cross. */
export function summarySheet(of: SummaryOf): Sheet {
  const rows: SheetRow[] = [
    { cells: [of.front.title], looks: ["title"] },
    ...of.front.lines.map((line): SheetRow => ({ cells: [line], looks: ["note"] })),
    empty,
    ...optionRows(of, of.front.lines.length + 3),
  ];
  const places = { firstOption: of.front.lines.length + 5 };
  rows.push(empty, ...yearRows(of), ...crossingRows(of, places));
  rows.push(...unwrittenRows(of));
  rows.push(empty, section("How to use this workbook"));
  rows.push(...howTo.map((line): SheetRow => ({ cells: [line], looks: ["note"] })));
  return {
    ...{ name: of.name, rows, frozen: { rows: 0, columns: 0 } },
    widths: [34, 14, 7, 15],
    printedColumns: Math.max(12, firstYearColumn + of.figures.years.length),
  };
}

const empty: SheetRow = { cells: [], looks: ["plain"] };
const section = (title: string): SheetRow => ({ cells: [title], looks: ["section"] });
const firstYearColumn = 3;

const heads = [
  ...["Option", "Kind", "Rank", "Cash as paid", "Net present cost", "Cost as consumed"],
  ...["of it inference", "of it training", "Per million tokens", "Book value left"],
  ...["Cash when exported", "Changed by"],
];

/** The table of options; its heading is the row given. */
function optionRows(of: SummaryOf, at: number): readonly SheetRow[] {
  const { plan, options, figures } = of;
  const [first, last] = [at + 2, at + 1 + options.length];
  const span = `${horizonText(plan.horizonMonths)}, ${monthAt(plan.startMonth, 0)} to ${monthAt(plan.startMonth, plan.horizonMonths - 1)}`;
  const looks: LookName[] = ["label", "unit", "rank", ...new Array(5).fill("wholeAmount"), "price"];
  return [
    section(`Options over ${span}, in ${plan.currency}`),
    { cells: heads, looks: ["head", "head", "head", "headRight"] },
    ...options.map(({ optionId, cells }, index): SheetRow => {
      const row = first + index;
      const summary = figures.option(optionId)?.option.summary;
      const kind = plan.options.find(({ id }) => id === optionId)?.kind;
      const use = (cell: string | null, value = 0) => known(cell ?? "0", value);
      return {
        cells: [
          optionName(plan, optionId),
          kind ? kindNames[kind] : "",
          known(`RANK(E${row},E$${first}:E$${last},1)`, index + 1),
          known(cells.cash, summary?.cash ?? 0),
          known(cells.netPresentCost, summary?.netPresentCost ?? 0),
          known(cells.accrual, summary?.accrual ?? 0),
          use(cells.use.inference, summary?.inference),
          use(cells.use.training, summary?.training),
          known(cells.perMillion, summary?.costPerMillionTokens ?? ""),
          known(cells.remainingBookValue, summary?.remainingBookValue ?? 0),
          summary?.cash ?? 0,
          known(`ROUND(D${row}-K${row},2)`, 0),
        ],
        looks: [...looks, "wholeAmount"],
      };
    }),
  ];
}

/** Cash of each option by fiscal year, and the budgets of the years that have one. */
function yearRows({ plan, options, figures, input }: SummaryOf): readonly SheetRow[] {
  const { years } = figures;
  if (options.length === 0) return [];
  const row = (
    label: string,
    cells: readonly Cell[],
    look: LookName = "wholeAmount",
  ): SheetRow => ({ cells: [label, "", "", ...cells], looks: ["label", "unit", "unit", look] });
  const budgets = years.map(({ year }) =>
    (plan.budgets ?? []).find(
      ({ fiscalYear, amount }) => fiscalYear === year && amount.value !== null,
    ),
  );
  const budgetOf = (year: FiscalYear) => input(`budgets.fy${year.year}.amount`);
  return [
    section(`Cash as paid by fiscal year, in ${plan.currency}`),
    {
      cells: ["Option", "", "", ...years.map(fiscalYearHead)],
      looks: ["head", "head", "head", "headRight"],
    },
    ...options.map(({ optionId, cells }) => {
      const is = figures.option(optionId)?.total("all", "cash").years;
      return row(
        optionName(plan, optionId),
        years.map((_, at) => known(cells.cashOfYear(at), is?.[at] ?? 0)),
      );
    }),
    ...(budgets.some((budget) => budget)
      ? [
          row(
            "Budget",
            years.map((year, at) =>
              budgets[at] ? known(budgetOf(year), budgets[at]?.amount.value ?? 0) : "no budget",
            ),
          ),
          row(
            "Budget counts",
            budgets.map((budget) => (budget ? viewWords[budget.basis].adjective : "")),
            "right",
          ),
        ]
      : []),
    empty,
  ];
}

/** Who has paid less at the end, and from which month on for good. */
function crossingRows(
  { plan, options, breakEven }: SummaryOf,
  { firstOption }: { readonly firstOption: number },
): readonly SheetRow[] {
  if (breakEven.crossings.length === 0) return [];
  const nameCell = (optionId: string) =>
    `$A$${firstOption + options.findIndex((one) => one.optionId === optionId)}`;
  return [
    section("Break-even by month, cash as paid and not discounted"),
    {
      cells: ["Pair", "", "", "Paid less at the end", "For good from", "Less by"],
      looks: ["head", "head", "head", "headRight"],
    },
    ...breakEven.crossings.map((one): SheetRow => {
      const { first, second, firstAhead, secondAhead, lead, values } = one;
      const [a, b] = [nameCell(first), nameCell(second)];
      const ahead = `MAX(${firstAhead},${secondAhead})`;
      const winner = values.lead > 0 ? first : second;
      return {
        cells: [
          `${optionName(plan, first)} against ${optionName(plan, second)}`,
          "",
          "",
          known(
            `IF(${firstAhead}>0,${a},IF(${secondAhead}>0,${b},"level"))`,
            values.ahead === 0 ? "level" : optionName(plan, winner),
          ),
          { formula: `IF(${ahead}=0,"",INDEX(${breakEven.dates},1,MAX(1,${ahead})))` },
          known(`ABS(${lead})`, Math.abs(values.lead)),
        ],
        looks: ["label", "unit", "unit", "right", "month", "wholeAmount"],
      };
    }),
    empty,
  ];
}

/** Which options of the plan have no sheet, and why: none is left out unsaid. */
function unwrittenRows({ plan, projection, unwritten }: SummaryOf): readonly SheetRow[] {
  if (unwritten.length === 0) return [];
  const results = { plan, projection, view: "cash" } as const;
  const reasonOf = (one: Unwritten): string => {
    if (one.kind === "inputsNotNamed") {
      const named = one.paths.map(
        (path) => `${inputLabel(plan, path)} (${inputOwner(plan, path)})`,
      );
      return `The formulas do not know yet what these figures do: ${named.join(", ")}.`;
    }
    const option = projection.options.find(({ optionId }) => optionId === one.optionId);
    const problems = option ? problemsOfOption(results, "", option) : [];
    return problems.map(({ text }) => text).join(" ") || "The plan has no result for it.";
  };
  return [
    section("Options that this workbook leaves out"),
    ...unwritten.map(
      (one): SheetRow => ({
        cells: [optionName(plan, one.optionId), reasonOf(one)],
        looks: ["label", "note"],
      }),
    ),
  ];
}
