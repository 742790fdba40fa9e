import { moneyFull } from "@/lib/format";
import type { Candidate, Compared, ComparisonCell, ComparisonRow, RankedRow } from "./types";

export const muted = (text: string): ComparisonCell => ({ text, sort: null, tone: "muted" });

/** Own servers or devices whose price nobody offered. */
export const typedText = "typed in the plan, no quote";

const bestWords: Readonly<Record<RankedRow, string>> = {
  totalCost: "lowest",
  netPresentCost: "lowest",
  costPerMillionTokens: "lowest",
  costPerKilowatt: "lowest",
  leadTimeMonths: "first",
  roomFraction: "most",
  passes: "first",
};

/** A figure of a candidate, with its star where it stands on an estimate. */
export function figureCell(
  { made }: Compared,
  { optionId, standing }: Candidate,
  figure: { readonly text: string; readonly sort: number; readonly row?: RankedRow },
): ComparisonCell {
  const { text, sort, row } = figure;
  const best = row && made.best[row] === optionId ? bestWords[row] : undefined;
  return { text: standing === "estimated" ? `${text}*` : text, sort, best };
}

/** Money of a candidate in the plan's currency; "not computed" where it has no total. */
export const moneyCell = (
  compared: Compared,
  candidate: Candidate,
  { value, row, text }: { value: number | null; row?: RankedRow; text?: string },
): ComparisonCell =>
  value === null
    ? muted("not computed")
    : figureCell(compared, candidate, {
        text: text ?? moneyFull(value, compared.plan.currency),
        sort: value,
        ...(row && { row }),
      });

type RowHead = Omit<ComparisonRow, "cells">;

export const rowOf = (
  { candidates }: Compared,
  head: RowHead,
  cell: (candidate: Candidate) => ComparisonCell,
): ComparisonRow => ({ ...head, cells: candidates.map(cell) });
