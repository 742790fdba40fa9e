import { counted, listed, numberFull } from "@/lib/format";
import type { Plan } from "@/lib/schemas/plan";
import type { DocumentBlock, ProposalDocument } from "./document";
import { sectionWriters } from "./section-kinds";

/** As many as the worker's memory lays out with room to spare: a cell takes some 25 kB of it. */
export const mostPaperCells = 3500;
/** A row of a timeline is drawn, with its texts on either side. */
const cellsOfDrawnRow = 10;

/** Why a proposal has no PDF, and what to do instead; null where it fits. */
export function paperRefusal({ sections }: Pick<ProposalDocument, "sections">): string | null {
  const held = sections.map(({ title, blocks }) => ({ title, cells: cellsIn(blocks) }));
  const cells = held.reduce((sum, one) => sum + one.cells, 0);
  if (cells <= mostPaperCells) return null;
  const largest = held.toSorted((a, b) => b.cells - a.cells);
  let left = cells;
  const out = largest.filter((one) => {
    const isIn = left <= mostPaperCells;
    if (!isIn) left -= one.cells;
    return !isIn;
  });
  const titles = listed(out.map(({ title }) => `\u201c${title}\u201d`));
  return `A PDF of this proposal would have ${counted(cells, "cell")} in its tables and timelines; one can have ${numberFull(mostPaperCells)} at most. Hide ${titles} in the draft, or choose the workbook, CSV or JSON: they have room for all of it.`;
}

const cellsIn = (blocks: ProposalDocument["sections"][number]["blocks"]): number =>
  blocks.reduce((sum, block) => sum + cellsOf(block), 0);

function cellsOf(block: DocumentBlock): number {
  if (block.kind === "table") return block.table.rows.length * block.table.columns.length;
  return block.kind === "timeline" ? block.timeline.rows.length * cellsOfDrawnRow : 0;
}

/** Workloads times options times months, each of which has formulas of its own in a workbook. */
const mostWorkbookMonths = 150_000;

/** Why a plan has no workbook, and what to do instead; null where it fits. */
export function workbookRefusal({
  workloads,
  options,
  horizonMonths,
}: Pick<Plan, "workloads" | "options" | "horizonMonths">): string | null {
  const months = workloads.length * options.length * horizonMonths;
  if (months <= mostWorkbookMonths) return null;
  const size = `${counted(workloads.length, "workload")}, ${counted(options.length, "option")} and ${counted(horizonMonths, "month")}`;
  return `A workbook with formulas of ${size} would be too large to make here: multiplied, these may come to ${numberFull(mostWorkbookMonths)} at most. Choose CSV or JSON, which have room for all of it, or take options, workloads or months out of the plan.`;
}

/** Why a proposal is not computed on this server, and what to do instead. */
export const tooLongText = (minutes: number): string => {
  const [summary, sensitivity] = [sectionWriters.summary.title, sectionWriters.sensitivity.title];
  return `Computing this proposal would take more than ${minutes} minutes, so nothing was made. For \u201c${summary}\u201d and \u201c${sensitivity}\u201d the plan is computed again with many values of each of its inputs. Hide both sections in the draft, or take options or workloads out of the plan.`;
};
